-- The newest moment at which anything approved was recorded, or that a release names. Whoever approves, withdraws, rules
-- or releases locks this row before they take their moment and until they commit, so that what a moment holds stays.
create table publication (
    id        integer primary key,
    moment_at timestamp(6) with time zone not null
);

insert into publication (id, moment_at)
select 1, coalesce(max(recorded_at), timestamp with time zone '1970-01-01 00:00:00+00') from data_release;
