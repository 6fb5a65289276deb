create table plan_years (
  federation_id text not null references federations (id),
  year integer not null check (year between 2000 and 2100),
  title text not null,
  source text not null,
  copied_from integer,
  drafted_by uuid,
  issued_on date,
  created_at timestamptz not null,
  primary key (federation_id, year)
);
comment on table plan_years is '年度工作计划: the plan of one year; while it is a draft its targets and tasks are edited freely, once issued only by approved adjustment';

create table plan_matters (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('draft', 'issued', 'running', 'done', 'signed_off', 'proposed', 'approved', 'refused', 'asked', 'answered', 'settled')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  kind text not null check (kind in ('task', 'adjustment', 'supervision')),
  year integer not null,
  line text not null default '',
  department text not null default '',
  partners text not null default '',
  quarter_from integer check (quarter_from between 1 and 4),
  quarter_to integer check (quarter_to between quarter_from and 4),
  evidence text not null default '',
  evidence_link text not null default '',
  target_id uuid,
  task_id uuid,
  node_id uuid,
  aspect text check (aspect in ('number', 'quarters', 'department')),
  number_to double precision check (number_to >= 0),
  number_was double precision,
  quarter_from_was integer,
  quarter_to_was integer,
  department_was text,
  reason text not null default '',
  cause text check (cause in ('node', 'forecast')),
  expected_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, year) references plan_years (federation_id, year),
  foreign key (federation_id, target_id) references targets (federation_id, id),
  check (kind <> 'task' or (target_id is null and task_id is null and quarter_from is not null and quarter_to is not null)),
  check (kind = 'task' or (target_id is null) <> (task_id is null)),
  check ((kind = 'adjustment') = (aspect is not null)),
  check ((kind = 'supervision') = (cause is not null))
);
comment on table plan_matters is '年度任务: a task of the year, an adjustment to be approved, or a supervision (督办) opened by exception';
comment on column plan_matters.line is 'Business line the task belongs to, by its identifier; the line need not be built yet';
comment on column plan_matters.department is 'Who leads: a department of the federation';
comment on column plan_matters.partners is 'Bodies that take part, also outside the federation';
comment on column plan_matters.expected_on is 'The day the owner now gives, answering a supervision';
create index plan_matters_year on plan_matters (federation_id, year, kind);
create index plan_matters_task on plan_matters (federation_id, task_id) where task_id is not null;
create index plan_matters_target on plan_matters (federation_id, target_id) where target_id is not null;
create unique index plan_matters_proposed on plan_matters (federation_id, coalesce(target_id, task_id), aspect) where state = 'proposed';
create unique index plan_matters_asked_node on plan_matters (federation_id, node_id) where kind = 'supervision' and node_id is not null;
create unique index plan_matters_asked_target on plan_matters (federation_id, target_id) where kind = 'supervision' and target_id is not null;

create table plan_nodes (
  federation_id text not null,
  id uuid not null,
  task_id uuid not null,
  org_path text collate "C" not null,
  title text not null,
  due_on date not null,
  expected_on date,
  done_on date,
  note text not null default '',
  primary key (federation_id, id),
  foreign key (federation_id, task_id) references plan_matters (federation_id, id)
);
comment on table plan_nodes is '节点: a milestone of a task with the day it is due; a new day given under supervision stands beside the planned one';
create index plan_nodes_task on plan_nodes (federation_id, task_id, due_on);

create table plan_shares (
  federation_id text not null,
  target_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  number double precision not null check (number >= 0),
  primary key (federation_id, target_id, org_id),
  foreign key (federation_id, target_id) references targets (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table plan_shares is 'The share of a target that a street takes; the sum need not be the target';

create table plan_readings (
  federation_id text not null,
  year integer not null,
  figure text not null,
  value double precision not null,
  forecast double precision,
  method text not null check (method in ('over', 'seasonal', 'linear', 'trend', 'parts', 'none')),
  error double precision,
  error_points integer not null default 0,
  average double precision,
  read_at timestamptz not null,
  primary key (federation_id, year, figure)
);
comment on table plan_readings is 'The last reading of a figure with a target: value, forecast at year end and by which method, mean absolute percentage error of past forecasts, mean of the streets'' progress in per cent';

create table plan_feeds (
  federation_id text not null,
  person_id uuid not null,
  post_id uuid not null,
  token_hash text not null unique,
  made_at timestamptz not null,
  primary key (federation_id, person_id),
  foreign key (federation_id, person_id) references persons (federation_id, id),
  foreign key (federation_id, post_id) references posts (federation_id, id)
);
comment on table plan_feeds is 'Calendar subscription of a person, in the post it was made in. Only the SHA-256 of its secret address is kept';

do $$
declare name text;
begin
  foreach name in array array['plan_years', 'plan_matters', 'plan_nodes', 'plan_shares', 'plan_readings', 'plan_feeds'] loop
    execute format('alter table %I enable row level security', name);
    execute format('grant select, insert, update, delete on %I to nuanfeng_app', name);
  end loop;
  foreach name in array array['plan_nodes', 'plan_shares'] loop
    execute format('create policy %I on %I to nuanfeng_app using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end())', name || '_own', name);
  end loop;
  -- The year and its readings hold no more than the district's own figures.
  foreach name in array array['plan_years', 'plan_readings'] loop
    execute format('create policy %I on %I for select to nuanfeng_app using (federation_id = nf_federation() and nf_scope() is not null)', name || '_read', name);
    execute format('create policy %I on %I for insert to nuanfeng_app with check (federation_id = nf_federation() and nf_scope() = nf_federation() || ''.'')', name || '_add', name);
    execute format('create policy %I on %I for update to nuanfeng_app using (federation_id = nf_federation() and nf_scope() = nf_federation() || ''.'')', name || '_edit', name);
  end loop;
end $$;
create policy plan_feeds_own on plan_feeds to nuanfeng_app using (federation_id = nf_federation() and person_id = nf_person());
create policy plan_matters_read on plan_matters for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person()));
create policy plan_matters_edit on plan_matters for update to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or assignee_id = nf_person())) with check (federation_id = nf_federation());
create policy plan_matters_add on plan_matters for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create trigger plan_matters_card after insert or update on plan_matters for each row execute function nf_card('plan');
