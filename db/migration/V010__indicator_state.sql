-- An indicator that is made where figures are entered is a DRAFT until a figure or a promise of it is APPROVED.
alter table indicator add column state varchar(8) default 'APPROVED' not null;
alter table indicator add constraint indicator_state_ck check (state in ('DRAFT', 'APPROVED'));
