create table clean_up_findings (
  federation_id text not null references federations (id),
  id uuid not null,
  kind text not null check (kind in ('phone_twice', 'namesake', 'overage', 'closed_firm_member', 'empty_union', 'term_expired', 'certificate_expired', 'no_chair',
    'dead_firm', 'union_twice', 'firm_twice', 'headcount_stale')),
  key text not null,
  title text not null,
  state text not null check (state in ('open', 'taken', 'settled', 'dismissed', 'gone')),
  found_on date not null,
  ended_on date,
  ended_for text not null default '',
  matter_id uuid,
  primary key (federation_id, id),
  unique (federation_id, kind, key)
);
comment on table clean_up_findings is '清册: what does not look right in the registers. Running the search again changes nothing; what has ceased to be so closes itself';
comment on column clean_up_findings.key is 'What tells one finding of its kind from another: the part of the search it comes from and the smallest id of its subjects';
comment on column clean_up_findings.title is 'Names unions and firms, never people';
create index clean_up_findings_open on clean_up_findings (federation_id, kind, found_on desc, id desc) where state in ('open', 'taken');
create index clean_up_findings_found on clean_up_findings (federation_id, found_on);

create table clean_up_subjects (
  federation_id text not null,
  finding_id uuid not null,
  subject_id uuid not null,
  subject text not null check (subject in ('person', 'union', 'firm')),
  org_path text collate "C" not null,
  primary key (federation_id, finding_id, subject_id),
  foreign key (federation_id, finding_id) references clean_up_findings (federation_id, id)
);
comment on table clean_up_subjects is 'The people, unions or firms of a finding. A finding across two streets is seen by both, each with its own side';
create index clean_up_subjects_place on clean_up_subjects (federation_id, org_path);

create table clean_up_runs (
  federation_id text not null,
  kind text not null,
  part integer not null check (part >= 0),
  finished_at timestamptz not null,
  found integer not null check (found >= 0),
  added integer not null check (added >= 0),
  gone integer not null check (gone >= 0),
  primary key (federation_id, kind, part)
);
comment on table clean_up_runs is 'When each kind was last looked for, part by part, and what came of it';

create table clean_up (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('in_hand', 'settled', 'dismissed', 'undone')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  finding_id uuid not null,
  outcome text check (outcome in ('merged', 'corrected', 'transferred', 'closed', 'renewed')),
  merge_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, finding_id) references clean_up_findings (federation_id, id),
  foreign key (federation_id, merge_id) references person_merges (federation_id, id)
);
comment on table clean_up is 'A finding that an officer has taken in hand';
comment on column clean_up.title is 'Holds no names and numbers of people';
create index clean_up_finding on clean_up (federation_id, finding_id);
create index clean_up_closed on clean_up (federation_id, closed_at) where closed_at is not null;
create index clean_up_merged on clean_up (federation_id, closed_at desc, id desc) where merge_id is not null;

alter table clean_up_findings enable row level security;
alter table clean_up_subjects enable row level security;
alter table clean_up_runs enable row level security;
alter table clean_up enable row level security;
create policy clean_up_subjects_read on clean_up_subjects for select to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy clean_up_subjects_add on clean_up_subjects for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy clean_up_subjects_clear on clean_up_subjects for delete to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy clean_up_findings_read on clean_up_findings for select to nuanfeng_app using (federation_id = nf_federation() and exists (
  select from clean_up_subjects s where s.federation_id = clean_up_findings.federation_id and s.finding_id = clean_up_findings.id));
create policy clean_up_findings_add on clean_up_findings for insert to nuanfeng_app with check (federation_id = nf_federation() and nf_scope() is not null);
create policy clean_up_findings_edit on clean_up_findings for update to nuanfeng_app using (federation_id = nf_federation() and exists (
  select from clean_up_subjects s where s.federation_id = clean_up_findings.federation_id and s.finding_id = clean_up_findings.id));
create policy clean_up_runs_read on clean_up_runs for select to nuanfeng_app using (federation_id = nf_federation());
create policy clean_up_runs_add on clean_up_runs for insert to nuanfeng_app with check (federation_id = nf_federation() and nf_scope() is not null);
create policy clean_up_runs_edit on clean_up_runs for update to nuanfeng_app using (federation_id = nf_federation() and nf_scope() is not null);
create policy clean_up_read on clean_up for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person()));
create policy clean_up_edit on clean_up for update to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person())) with check (federation_id = nf_federation());
create policy clean_up_add on clean_up for insert to nuanfeng_app with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert, update on clean_up_findings, clean_up_runs, clean_up to nuanfeng_app;
grant select, insert, delete on clean_up_subjects to nuanfeng_app;
create trigger clean_up_card after insert or update on clean_up for each row execute function nf_card('clean-up');

-- How many records a finding is about, also those that lie with another union: the number and nothing else.
create function nf_clean_up_subjects(p_finding uuid) returns bigint language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) from clean_up_subjects s where s.federation_id = nf_federation() and s.finding_id = p_finding
$$;

-- Those without a document are few, and the only ones of whom it is not certain who they are.
create index persons_unnumbered on persons (federation_id, name, birth_on) where id_number_index is null and merged_into is null;
