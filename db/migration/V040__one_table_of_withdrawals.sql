-- What is to be withdrawn is a statement, a promise or an assumption: exactly one of them. withdrawal, which was of
-- statements alone, takes in commitment_withdrawal.
alter table withdrawal alter column observation_id drop not null;
alter table withdrawal add column commitment_id bigint;
alter table withdrawal add column assumption_id bigint;
alter table withdrawal add constraint withdrawal_commitment_fk foreign key (commitment_id) references commitment (id);
alter table withdrawal add constraint withdrawal_assumption_fk foreign key (assumption_id) references assumption (id);

insert into withdrawal (commitment_id, reason, proposed_by, proposed_at, outcome, decided_by, decided_reason,
    decided_at)
select commitment_id, reason, proposed_by, proposed_at, outcome, decided_by, decided_reason, decided_at
from commitment_withdrawal
order by id;

drop table commitment_withdrawal;

alter table withdrawal add constraint withdrawal_subject_ck check (
    (observation_id is not null and commitment_id is null and assumption_id is null)
    or (observation_id is null and commitment_id is not null and assumption_id is null)
    or (observation_id is null and commitment_id is null and assumption_id is not null));

create unique index withdrawal_commitment_uk on withdrawal (commitment_id, decided_at);
create unique index withdrawal_assumption_uk on withdrawal (assumption_id, decided_at);
