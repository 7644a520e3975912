-- Whether something approved rests on a citation is asked of each one that a reader sees.
create index commitment_citation_ix on commitment (citation_id);
