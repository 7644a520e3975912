-- What became of a proposal is asked by way of the documents that answer it.
create index reply_proposal_ix on reply (proposal_id);
