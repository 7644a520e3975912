-- A notice may be about a promise, which commitment_code and region_id name, in the place of a cell.
alter table notice add column commitment_code varchar(20);
