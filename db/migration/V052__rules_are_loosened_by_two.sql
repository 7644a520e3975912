-- An important rule is switched off, or loosened, as one person has proposed and another decides: beside the withdrawals.
-- What a rule is to say instead is kept like a rule, and is none until somebody has decided.
alter table check_rule add column proposed_for bigint;
alter table check_rule add constraint check_rule_proposed_for_fk foreign key (proposed_for) references check_rule (id);

alter table withdrawal add column rule_id bigint;
alter table withdrawal add column instead_id bigint;
alter table withdrawal add constraint withdrawal_rule_fk foreign key (rule_id) references check_rule (id);
alter table withdrawal add constraint withdrawal_instead_fk foreign key (instead_id) references check_rule (id);
alter table withdrawal drop constraint withdrawal_subject_ck;
alter table withdrawal add constraint withdrawal_subject_ck check (
    case when observation_id is null then 0 else 1 end + case when commitment_id is null then 0 else 1 end
    + case when assumption_id is null then 0 else 1 end + case when rule_id is null then 0 else 1 end = 1);
alter table withdrawal add constraint withdrawal_instead_ck check (instead_id is null or rule_id is not null);

create unique index withdrawal_rule_uk on withdrawal (rule_id, decided_at);

alter table notice add column rule_id bigint;
alter table notice add constraint notice_rule_fk foreign key (rule_id) references check_rule (id);
