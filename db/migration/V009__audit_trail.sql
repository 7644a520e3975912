-- Every write and every log-in, one after the other; each row's hash covers the row before it. Rows are only ever added.
create table audit_event (
    seq         bigint       primary key,
    happened_at timestamp(6) with time zone not null,
    actor       varchar(60)  not null,
    action      varchar(40)  not null,
    entity      varchar(40)  not null,
    entity_name varchar(400) not null,
    before_text text,
    after_text  text,
    request_id  varchar(36)  not null,
    hash        char(64)     not null
);

create index audit_event_actor_ix on audit_event (actor, seq);
create index audit_event_entity_ix on audit_event (entity, entity_name, seq);
create index audit_event_happened_ix on audit_event (happened_at, seq);

-- The newest row's number and hash, which whoever adds one locks.
create table audit_head (
    id   integer  primary key,
    seq  bigint   not null,
    hash char(64) not null
);

insert into audit_head (id, seq, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
