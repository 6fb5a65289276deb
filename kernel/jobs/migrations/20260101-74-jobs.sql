create table jobs_outbox (
  federation_id text not null references federations (id),
  id uuid not null,
  job text not null,
  data jsonb,
  key text,
  start_after timestamptz not null,
  at timestamptz not null,
  primary key (federation_id, id)
);
comment on table jobs_outbox is 'Waiting room of work to be done later: written in the transaction that asks for it, moved to the queue when it is due';
comment on column jobs_outbox.data is 'Ids only: never what a person said, is called or can be reached at';
comment on column jobs_outbox.key is 'While a job with this key waits, another one is dropped';
create index jobs_outbox_due on jobs_outbox (federation_id, start_after, id);
create index jobs_outbox_key on jobs_outbox (federation_id, job, key) where key is not null;
alter table jobs_outbox enable row level security;
create policy jobs_outbox_add on jobs_outbox for insert to nuanfeng_app with check (federation_id = nf_federation());
grant insert on jobs_outbox to nuanfeng_app;

-- The watch reads what nobody has been told of yet, by due instant; what it has told leaves the index.
create index deadlines_unreminded on deadlines (federation_id, due_at, id)
  where met_at is null and cancelled_at is null and paused_at is null and reminded_at is null;
create index deadlines_unreported on deadlines (federation_id, due_at, id)
  where met_at is null and cancelled_at is null and paused_at is null and breached_at is null;
