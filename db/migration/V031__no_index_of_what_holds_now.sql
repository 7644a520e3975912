-- Nearly all rows hold now: an index of that alone led H2 to read every one of them for the few that a page asks for.
-- What was approved between two moments is found by when it was recorded, what was replaced by its state.
drop index observation_approved_ix;
drop index observation_closed_ix;
create index observation_recorded_ix on observation (recorded_from);
