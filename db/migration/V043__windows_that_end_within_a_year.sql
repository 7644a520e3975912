-- The last day of a window that ends within its last year; null where it ends with the year. What the way to a level is
-- measured from: the year, null for the one before the window, and the value, null for what the series states of it.
alter table commitment add column window_end date;
alter table commitment add column base_year integer;
alter table commitment add column base_value numeric(24, 6);
