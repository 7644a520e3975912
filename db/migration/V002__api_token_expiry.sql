-- null: a token that does not expire, which only the fixed ones of a demonstration are
alter table api_token add column expires_at timestamp(6) with time zone;

create index api_token_account_ix on api_token (account_id);
