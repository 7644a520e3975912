-- What the words of a candidate were read as, beside what people have made of it; not known of those that somebody had
-- changed before it was kept.
alter table candidate add column read_written text;
alter table candidate add column read_written_hi text;
alter table candidate add column read_multiplier varchar(10);
alter table candidate add column read_unit_name varchar(60);
alter table candidate add column read_qualifier varchar(9);
alter table candidate add column read_period_code varchar(24);

update candidate
set read_written = written, read_written_hi = written_hi, read_multiplier = multiplier, read_unit_name = unit_name,
    read_qualifier = qualifier, read_period_code = period_code
where decided_by is null;

-- Where the pages of a frozen text begin, the first left out, in UTF-16 units and parted by blanks; null where the
-- file knew no pages.
alter table reply_version add column page_starts text;
