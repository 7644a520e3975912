-- What was approved while why a figure departs from its words stood at the end of the remark has the hash of both in one
-- column. From now on each column is hashed for itself, so that moving the reason past the product is found.
alter table approval add column departure_joined boolean default false not null;

update approval
set departure_joined = true
where entity = 'observation'
  and row_id in (select id from observation where departure_text is not null);
