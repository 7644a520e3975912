-- The same file handed in for another reply is recognised by its fingerprint, whatever it is called.
create index reply_version_sha256_ix on reply_version (sha256);
-- The citations that a person has to place again.
create index citation_state_ix on citation (state);
