-- Which cells of a region can't be right in all that is stated of them is told from this index alone.
create index observation_spread_ix
    on observation (region_id, recorded_to, approved, indicator_id, period_code, low, high);
