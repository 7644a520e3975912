-- An assumption is proposed by one and approved by another, by the steps that promises go through. Those that stood
-- before were vouched for by an approver. What it rests on (grounds) stays; reason tells why it was restored or returned.
alter table assumption rename column reason to grounds;
alter table assumption add column state varchar(9) default 'APPROVED' not null;
alter table assumption add column approved boolean default true not null;
alter table assumption add column reason varchar(1000);
alter table assumption add column submitted_by varchar(60);
alter table assumption add column supersedes_id bigint;
alter table assumption alter column state drop default;
alter table assumption alter column approved drop default;
alter table assumption add constraint assumption_supersedes_fk foreign key (supersedes_id) references assumption (id);

drop index assumption_current_uk;
create unique index assumption_current_uk
    on assumption (commitment_code, indicator_id, period_code, approved, recorded_to);

insert into approval (entity, row_id, content_hash, approved_by, approved_at)
select 'assumption', id, null, recorded_by, recorded_from
from assumption;
