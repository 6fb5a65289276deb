create table union_changes (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('requested', 'reviewed', 'approved', 'refused', 'done', 'withdrawn')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  org_id uuid not null,
  kind text not null check (kind in ('particulars', 'postpone', 'certificate', 'loss', 'dissolve', 'merge')),
  reason_sealed text not null,
  changed_on date,
  new_name text,
  new_address text,
  legal_person_id uuid,
  postpone_to date check ((kind = 'postpone') = (postpone_to is not null)),
  noticed_on date check ((kind = 'loss') = (noticed_on is not null)),
  ground text check (ground in ('enterprise_ended', 'enterprise_merged', 'members_decided')),
  into_org_id uuid check ((kind = 'merge') = (into_org_id is not null)),
  certificate_id uuid,
  moved_members integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, org_id) references orgs (federation_id, id),
  foreign key (federation_id, into_org_id) references orgs (federation_id, id),
  foreign key (federation_id, legal_person_id) references persons (federation_id, id),
  foreign key (federation_id, certificate_id) references union_certificates (federation_id, id),
  check ((kind = 'dissolve' or kind = 'merge') = (ground is not null))
);
comment on table union_changes is '工会变更: what a living union asks of the union above it: particulars, postponed election, certificate, dissolution, merging';
comment on column union_changes.title is 'Made of the kind and the union''s name; holds no names and numbers of people';
comment on column union_changes.reason_sealed is 'Why it is asked for, encrypted';
comment on column union_changes.changed_on is 'Day on which the particulars changed, or the union ends';
comment on column union_changes.noticed_on is 'Day on which the loss of the certificate was made public';
comment on column union_changes.ground is '工会法 第13条: no union is dissolved or merged into an office at will; only these three grounds';
comment on column union_changes.certificate_id is 'The certificate that was issued when it was carried out';
comment on column union_changes.moved_members is 'How many members went to the union above, or to the one merged into';
create index union_changes_created on union_changes (federation_id, created_at);
create index union_changes_closed on union_changes (federation_id, kind, closed_at) where state = 'done';
create unique index union_changes_open on union_changes (federation_id, org_id, kind) where closed_at is null;
alter table union_changes enable row level security;
create policy union_changes_read on union_changes for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person()));
create policy union_changes_edit on union_changes for update to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or assignee_id = nf_person())) with check (federation_id = nf_federation());
create policy union_changes_add on union_changes for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert, update on union_changes to nuanfeng_app;
create trigger unions_card after insert or update on union_changes for each row execute function nf_card('unions');

create table union_profiles (
  federation_id text not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  approval_number text,
  approved_on date,
  address text,
  dues_code text,
  account_bank text,
  account_number_sealed text,
  updated_at timestamptz not null,
  primary key (federation_id, org_id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table union_profiles is 'What the union form asks (总工办发〔2017〕14号) and no other register holds: approval, address, dues, account';
comment on column union_profiles.approval_number is 'Number of the letter that approved the founding (批准文号)';
comment on column union_profiles.dues_code is 'Code under which the employer pays dues through the tax office (税务编码)';
comment on column union_profiles.account_number_sealed is 'Encrypted; shown by its last four digits; revealed only with a logged reason';
alter table union_profiles enable row level security;
create policy union_profiles_read on union_profiles for select to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy union_profiles_add on union_profiles for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy union_profiles_edit on union_profiles for update to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert, update on union_profiles to nuanfeng_app;

create table union_elections (
  federation_id text not null,
  election_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  taken_on date not null,
  primary key (federation_id, election_id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table union_elections is 'Results of elections that were put into office here, each once: a new term, a vacancy filled, a recall';
create index union_elections_org on union_elections (federation_id, org_id);
alter table union_elections enable row level security;
create policy union_elections_read on union_elections for select to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy union_elections_add on union_elections for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert on union_elections to nuanfeng_app;

create table union_reminders (
  federation_id text not null,
  org_id uuid not null,
  kind text not null check (kind in ('term', 'certificate', 'chair')),
  due_on date not null,
  stage integer not null check (stage between 0 and 3),
  told_on date not null,
  primary key (federation_id, org_id, kind, due_on, stage),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table union_reminders is 'What the daily watch has told the officers of: each union, matter and stage once. Written by the system alone';
comment on column union_reminders.stage is '3, 2, 1: as the due day comes nearer; 0: it has passed';
alter table union_reminders enable row level security;
create policy union_reminders_read on union_reminders for select to nuanfeng_app using (federation_id = nf_federation()
  and exists (select from orgs o where o.federation_id = union_reminders.federation_id and o.id = union_reminders.org_id and o.path >= nf_scope() and o.path < nf_scope_end()));
create policy union_reminders_add on union_reminders for insert to nuanfeng_app with check (federation_id = nf_federation()
  and exists (select from orgs o where o.federation_id = union_reminders.federation_id and o.id = union_reminders.org_id and o.path >= nf_scope() and o.path < nf_scope_end()));
grant select, insert on union_reminders to nuanfeng_app;
