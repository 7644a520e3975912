-- Who approved a row and when, with a SHA-256 over all that it said then, its citations too. A row that says anything
-- else today was changed past the product and has to be approved again. No hash: approved before hashes were kept.
create table approval (
    entity       varchar(12) not null,
    row_id       bigint      not null,
    content_hash char(64),
    approved_by  varchar(60) not null,
    approved_at  timestamp(6) with time zone not null,
    constraint approval_pk primary key (entity, row_id)
);

insert into approval (entity, row_id, approved_by, approved_at)
select 'observation', id, recorded_by, recorded_from
from observation
where approved;

insert into approval (entity, row_id, approved_by, approved_at)
select 'commitment', id, recorded_by, recorded_from
from commitment
where approved;
