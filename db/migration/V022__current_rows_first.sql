-- Current rows stand together within their series, so that looking one up takes as long after a thousand corrections as
-- after none.
drop index observation_current_uk;
create unique index observation_current_uk
    on observation (indicator_id, region_id, recorded_to, period_code, reply_id, approved);
