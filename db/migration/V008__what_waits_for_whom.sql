-- What is in preparation, whatever it speaks of: few rows among many.
create index observation_state_ix on observation (state, recorded_to, recorded_from);
create index commitment_state_ix on commitment (state, recorded_to, recorded_from);
