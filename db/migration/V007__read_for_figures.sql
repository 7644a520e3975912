-- The frozen texts that were read for figures, each once; a text that states none has a row here and no candidate.
create table reading (
    reply_version_id bigint      not null,
    read_by          varchar(60) not null,
    read_at          timestamp(6) with time zone not null,
    constraint reading_pk primary key (reply_version_id),
    constraint reading_version_fk foreign key (reply_version_id) references reply_version (id)
);

insert into reading (reply_version_id, read_by, read_at)
select id, recorded_by, recorded_at
from reply_version
where id in (select reply_version_id from candidate);
