-- The application role owns nothing; row-level security binds it. It may log in because Citus opens its own connections to the workers.
do $$
begin
  if not exists (select from pg_roles where rolname = 'nuanfeng_app') then
    create role nuanfeng_app login nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- two databases of one cluster migrating at once
end $$;

do $$
begin
  execute format('grant nuanfeng_app to %I', current_user);
exception when others then null; -- a superuser needs no grant, and PostgreSQL refuses a grant to oneself
end $$;

grant usage on schema public to nuanfeng_app;

-- After a transaction ends a custom setting reads '', not NULL: nullif makes every policy fail closed.
create function nf_federation() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('nf.federation', true), '') $$;
create function nf_scope() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('nf.scope', true), '') $$;
-- A subtree is the half-open range ['440307.003.', '440307.003/'): '/' follows '.' in the C collation.
create function nf_scope_end() returns text language sql stable parallel safe
  as $$ select left(nullif(current_setting('nf.scope', true), ''), -1) || '/' $$;
create function nf_person() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('nf.person', true), '')::uuid $$;
create function nf_account() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('nf.account', true), '')::uuid $$;

comment on function nf_federation() is 'Federation of the running transaction, NULL when none is set';
comment on function nf_scope() is 'Org path whose subtree the actor may reach, NULL when none';
comment on function nf_person() is 'Person (or anonymous principal) of the running transaction';

create table parameters (
  federation_id text not null,
  code text not null,
  valid_from date not null,
  valid_to date,
  value jsonb not null,
  source text not null,
  edited_by uuid,
  edited_at timestamptz not null default now(),
  primary key (federation_id, code, valid_from)
);
comment on table parameters is 'Dated configuration an administrator edits: deadlines, thresholds, display names; each with its source';
alter table parameters enable row level security;
create policy parameters_read on parameters for select to nuanfeng_app using (federation_id = nf_federation());
create policy parameters_write on parameters for insert to nuanfeng_app with check (federation_id = nf_federation());
create policy parameters_edit on parameters for update to nuanfeng_app using (federation_id = nf_federation());
grant select, insert, update on parameters to nuanfeng_app;

create table idempotency_keys (
  federation_id text not null,
  actor text not null,
  key text not null,
  action text not null,
  input_digest text not null,
  response jsonb,
  at timestamptz not null,
  primary key (federation_id, actor, key)
);
comment on table idempotency_keys is 'One row per acknowledged action: a double click or a repeated send gets the first answer again';
create index idempotency_keys_at on idempotency_keys (at);
alter table idempotency_keys enable row level security;
create policy idempotency_keys_own on idempotency_keys to nuanfeng_app
  using (federation_id = nf_federation() and actor = coalesce(nf_person()::text, nf_account()::text, ''))
  with check (federation_id = nf_federation() and actor = coalesce(nf_person()::text, nf_account()::text, ''));
grant select, insert, update on idempotency_keys to nuanfeng_app;
