-- what a citation was read as is looked up whenever the draft that it states is written over
create index candidate_citation_ix on candidate (citation_id);
