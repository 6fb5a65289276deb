create table cases (
  federation_id text not null references federations (id),
  id uuid not null,
  line text not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null,
  is_open boolean not null,
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  next_verb text,
  next_due_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (federation_id, id),
  unique (federation_id, number)
);
comment on table cases is 'The index card of every matter of every line, kept by a trigger on the line''s own table: one to-do list, one search, one "my matters"';
comment on column cases.org_path is 'Where the matter counts: decides reach and figures';
comment on column cases.unit_path is 'The union that must act now: decides whose to-do it is';
comment on column cases.owner_id is 'Person, or anonymous principal, who raised it';
create index cases_todo_unit on cases (federation_id, unit_path, next_due_at) where is_open and assignee_id is null;
create index cases_todo_assignee on cases (federation_id, assignee_id, next_due_at) where is_open and assignee_id is not null;
create index cases_owner on cases (federation_id, owner_id, created_at desc) where owner_id is not null;
-- The very expression the lists sort by: what has no clock running comes last.
create index cases_clock on cases (federation_id, line, (coalesce(next_due_at, 'infinity'::timestamptz)), id) where is_open;
create index cases_line on cases (federation_id, line, org_path, state);
create index cases_dispute on cases (federation_id, dispute_id) where dispute_id is not null;
create index cases_number on cases (federation_id, number text_pattern_ops);
create index cases_title on cases (federation_id, title text_pattern_ops);
alter table cases enable row level security;
create policy cases_read on cases for select to nuanfeng_app using (
  federation_id = nf_federation() and (
    (org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person()));
grant select on cases to nuanfeng_app;

-- Attached by each line's migration: create trigger <line>_card after insert or update on <table> for each row execute function nf_card('<line>').
create function nf_card() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into cases as c (federation_id, id, line, number, title, summary, source, state, is_open, org_path, unit_path, owner_id, assignee_id, dispute_id,
    created_at, updated_at)
  values (new.federation_id, new.id, tg_argv[0], new.number, new.title, new.summary, new.source, new.state, new.closed_at is null, new.org_path, new.unit_path,
    new.owner_id, new.assignee_id, new.dispute_id, new.created_at, new.updated_at)
  on conflict (federation_id, id) do update set title = excluded.title, summary = excluded.summary, source = excluded.source, state = excluded.state,
    is_open = excluded.is_open, org_path = excluded.org_path, unit_path = excluded.unit_path, owner_id = excluded.owner_id, assignee_id = excluded.assignee_id,
    dispute_id = excluded.dispute_id, updated_at = excluded.updated_at;
  return null;
end $$;

create table case_events (
  federation_id text not null,
  id uuid not null,
  line text not null,
  record_id uuid not null,
  verb text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  actor_org text not null,
  note text not null default '',
  message text not null default '',
  primary key (federation_id, id),
  foreign key (federation_id, record_id) references cases (federation_id, id) deferrable initially deferred
);
comment on table case_events is 'What happened to a matter, in order; written in the same transaction as the change of state';
comment on column case_events.note is 'For officers only';
comment on column case_events.message is 'What the worker reads about this step';
create index case_events_record on case_events (federation_id, record_id, at, id);
alter table case_events enable row level security;
create policy case_events_read on case_events for select to nuanfeng_app
  using (federation_id = nf_federation() and exists (select from cases c where c.federation_id = case_events.federation_id and c.id = case_events.record_id));
create policy case_events_add on case_events for insert to nuanfeng_app with check (federation_id = nf_federation());
grant select, insert on case_events to nuanfeng_app;

create table deadlines (
  federation_id text not null,
  id uuid not null,
  line text not null,
  record_id uuid not null,
  name text not null,
  rule text not null,
  rule_version integer not null,
  title text not null,
  clock text not null check (clock in ('legal', 'inner')),
  basis text not null,
  verb text,
  started_at timestamptz not null,
  due_at timestamptz not null,
  met_at timestamptz,
  cancelled_at timestamptz,
  paused_at timestamptz,
  pause_reason text,
  extensions smallint not null default 0,
  reminded_at timestamptz,
  breached_at timestamptz,
  primary key (federation_id, id),
  foreign key (federation_id, record_id) references cases (federation_id, id) deferrable initially deferred
);
comment on column deadlines.name is 'The clock in the line''s workflow; its rule may change with the record';
comment on table deadlines is 'Clocks of a matter: rule and version they were computed by, when due, met, paused, extended. Late is a fact, not an opinion';
create index deadlines_record on deadlines (federation_id, record_id);
create index deadlines_open on deadlines (federation_id, due_at) where met_at is null and cancelled_at is null and paused_at is null;
alter table deadlines enable row level security;
create policy deadlines_read on deadlines for select to nuanfeng_app
  using (federation_id = nf_federation() and exists (select from cases c where c.federation_id = deadlines.federation_id and c.id = deadlines.record_id));
create policy deadlines_add on deadlines for insert to nuanfeng_app with check (federation_id = nf_federation());
create policy deadlines_edit on deadlines for update to nuanfeng_app
  using (federation_id = nf_federation() and exists (select from cases c where c.federation_id = deadlines.federation_id and c.id = deadlines.record_id));
grant select, insert, update on deadlines to nuanfeng_app;

-- The card carries the nearest open clock, so that the to-do list is one index scan.
create function nf_next_deadline() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update cases c set (next_verb, next_due_at) = (
    select d.verb, d.due_at from deadlines d
    where d.federation_id = new.federation_id and d.record_id = new.record_id
      and d.met_at is null and d.cancelled_at is null and d.paused_at is null and d.verb is not null
    order by d.due_at limit 1)
  where c.federation_id = new.federation_id and c.id = new.record_id;
  return null;
end $$;
-- A reminder that was sent changes no clock.
create trigger deadlines_next after insert or update of due_at, met_at, cancelled_at, paused_at on deadlines for each row execute function nf_next_deadline();

create table numbers (
  federation_id text not null,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (federation_id, series, year)
);
comment on table numbers is 'Running numbers without gaps: case numbers and document numbers, per series and year';
alter table numbers enable row level security;
create policy numbers_own on numbers to nuanfeng_app using (federation_id = nf_federation()) with check (federation_id = nf_federation());
grant select, insert, update on numbers to nuanfeng_app;

-- Who holds a post is no secret inside the federation; the rest of a person is.
create function nf_officer_name(p_federation text, p_person uuid) returns text language sql stable security definer set search_path = public as $$
  select p.name from persons p where p.federation_id = p_federation and p.federation_id = nf_federation() and p.id = p_person
    and exists (select from posts o where o.federation_id = p.federation_id and o.person_id = p.id) $$;
revoke all on function nf_officer_name from public;
grant execute on function nf_officer_name to nuanfeng_app;
comment on function nf_officer_name is 'Name of a person who holds or held a post, for showing who has a matter';

-- How many open matters somebody with a post has in all, also beyond the asker's reach: only the number, so that work can be spread.
create function nf_open_matters(p_federation text, p_person uuid) returns bigint language sql stable security definer set search_path = public as $$
  select count(*) from cases c where c.federation_id = p_federation and c.federation_id = nf_federation() and c.assignee_id = p_person and c.is_open
    and exists (select from posts o where o.federation_id = c.federation_id and o.person_id = c.assignee_id) $$;
revoke all on function nf_open_matters from public;
grant execute on function nf_open_matters to nuanfeng_app;
comment on function nf_open_matters is 'Number of open matters of a person who holds a post';

-- Who gives a matter back loses sight of it, and row-level security lets nobody write a row he could not read afterwards. So the last act is done here:
-- only for what is assigned to oneself, or lies with the own union or below.
create function nf_release(p_table regclass, p_record uuid) returns void language plpgsql security definer set search_path = public as $$
begin
  execute format('update %s set assignee_id = null where federation_id = nf_federation() and id = $1
    and (assignee_id = nf_person() or (unit_path >= nf_scope() and unit_path < nf_scope_end()))', p_table) using p_record;
end $$;
revoke all on function nf_release from public;
grant execute on function nf_release to nuanfeng_app;
comment on function nf_release is 'Takes the assignee off a record that he gives back';
