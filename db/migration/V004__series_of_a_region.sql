-- The longest series of a region are counted from this index alone.
create index observation_series_ix
    on observation (region_id, approved, recorded_to, indicator_id, period_kind, period_end);
