create table federation_matters (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('applied', 'returned', 'accepted', 'reviewing', 'scored', 'published', 'awarded', 'not_awarded', 'proposed', 'approved', 'refused', 'following', 'followed')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  kind text not null check (kind in ('project', 'grade', 'point', 'follow_up')),
  org_id uuid not null,
  content_sealed text not null,
  year integer check (year between 2000 and 2100),
  grade_from integer check (grade_from between 1 and 4),
  grade_to integer check (grade_to between 1 and 4),
  visit_id uuid,
  score integer check (score between 0 and 10000),
  first_score integer check (first_score between 0 and 10000),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, org_id) references orgs (federation_id, id),
  check ((kind = 'grade') = (grade_to is not null)),
  check ((kind = 'project') = (year is not null)),
  check ((kind = 'follow_up') = (visit_id is not null))
);
comment on table federation_matters is '工联会: what is to be decided or followed up: a project for the cup, a change of grade, a demonstration point, what a visit found';
comment on column federation_matters.title is 'Holds no names and numbers of people';
comment on column federation_matters.content_sealed is 'What it is about, encrypted';
comment on column federation_matters.score is 'Mean of the judges in hundredths of a point; first_score the mean of the first criterion, which decides a tie';
create index federation_matters_kind on federation_matters (federation_id, kind, created_at desc, id desc);
create index federation_matters_org on federation_matters (federation_id, org_id, kind);
create unique index federation_matters_one on federation_matters (federation_id, org_id, kind) where state = 'proposed';
create index federation_matters_closed on federation_matters (federation_id, kind, closed_at) where closed_at is not null;

create table federation_judges (
  federation_id text not null,
  matter_id uuid not null,
  person_id uuid not null,
  org_path text collate "C" not null,
  appointed_at timestamptz not null,
  recused_at timestamptz,
  recused_why text not null default '',
  handed_in_at timestamptz,
  primary key (federation_id, matter_id, person_id),
  foreign key (federation_id, matter_id) references federation_matters (federation_id, id),
  foreign key (federation_id, person_id) references persons (federation_id, id),
  check (recused_at is null or handed_in_at is null)
);
comment on table federation_judges is 'Who judges a project; a conflict of interest is declared before the sheet is handed in, and then there is no sheet';
comment on column federation_judges.org_path is 'The union that appointed, not the judge''s own';
create index federation_judges_person on federation_judges (federation_id, person_id);

create table federation_sheets (
  federation_id text not null,
  matter_id uuid not null,
  person_id uuid not null,
  criterion text not null,
  points integer not null check (points between 0 and 100),
  primary key (federation_id, matter_id, person_id, criterion),
  foreign key (federation_id, matter_id, person_id) references federation_judges (federation_id, matter_id, person_id)
);
comment on table federation_sheets is 'The blind sheet of a judge. Seen by the judge alone until all are in';

create table federation_grade_criteria (
  federation_id text not null references federations (id),
  grade integer not null check (grade between 1 and 4),
  valid_from date not null,
  words text not null,
  source text not null,
  edited_by uuid,
  edited_at timestamptz not null,
  primary key (federation_id, grade, valid_from)
);
comment on table federation_grade_criteria is 'What a grade asks for, dated, with its source, as the district entered it';

create table federation_profiles (
  federation_id text not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  office_area integer check (office_area between 0 and 100000),
  has_account boolean,
  updated_at timestamptz not null,
  primary key (federation_id, org_id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table federation_profiles is 'What no other register knows of a federation: office in square metres, account for dues yes or no';

create table federation_checks (
  federation_id text not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  year integer not null check (year between 2000 and 2100),
  item text not null,
  state text not null check (state in ('confirmed', 'met', 'not_met')),
  evidence text not null,
  confirmed_by uuid,
  confirmed_at timestamptz not null,
  checked_by uuid,
  checked_at timestamptz,
  note text not null default '',
  primary key (federation_id, org_id, year, item),
  foreign key (federation_id, org_id) references orgs (federation_id, id),
  check ((checked_at is null) = (state = 'confirmed')),
  check (checked_by <> confirmed_by)
);
comment on table federation_checks is 'Items of the standard that no record shows: confirmed by the federation, checked by the street';

create table federation_grids (
  federation_id text not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  leader_id uuid,
  since_on date not null,
  ended_on date check (ended_on >= since_on),
  primary key (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id),
  foreign key (federation_id, leader_id) references persons (federation_id, id)
);
comment on table federation_grids is '网格: a part of a community with its leader';
create index federation_grids_org on federation_grids (federation_id, org_id);
create unique index federation_grids_name on federation_grids (federation_id, org_id, name) where ended_on is null;

create table federation_grid_firms (
  federation_id text not null,
  enterprise_id uuid not null,
  grid_id uuid not null,
  org_path text collate "C" not null,
  since_on date not null,
  primary key (federation_id, enterprise_id),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id),
  foreign key (federation_id, grid_id) references federation_grids (federation_id, id)
);
comment on table federation_grid_firms is 'The one grid a firm belongs to';
create index federation_grid_firms_grid on federation_grid_firms (federation_id, grid_id);

create table federation_visits (
  federation_id text not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  enterprise_id uuid not null,
  visited_on date not null,
  visitor_id uuid not null,
  visitor_name text not null,
  found_sealed text not null,
  needs_follow_up boolean not null,
  primary key (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id)
);
comment on table federation_visits is '走访: who went to a firm on which day and what was found (encrypted). No place is recorded';
create index federation_visits_firm on federation_visits (federation_id, enterprise_id, visited_on);
create index federation_visits_org on federation_visits (federation_id, org_id, visited_on desc, id desc);
create index federation_visits_day on federation_visits (federation_id, visited_on);

create table federation_clubs (
  federation_id text not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  kind text not null check (kind in ('sport', 'art', 'reading', 'skill', 'volunteer', 'other')),
  charter text not null default '',
  members integer not null check (members >= 0),
  counted_on date not null,
  founded_on date not null,
  ended_on date check (ended_on >= founded_on),
  primary key (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table federation_clubs is '职工社团: a club of a federation with its charter and members as last counted';
create index federation_clubs_org on federation_clubs (federation_id, org_id);

create table federation_pilots (
  federation_id text not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  theme text not null default '',
  since_on date not null,
  ended_on date check (ended_on >= since_on),
  primary key (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table federation_pilots is '试点: federations that try the reform out, from and to (half-open)';
create unique index federation_pilots_one on federation_pilots (federation_id, org_id) where ended_on is null;

create table federation_points (
  federation_id text not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  theme text not null,
  since_on date not null,
  ended_on date check (ended_on >= since_on),
  matter_id uuid,
  primary key (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table federation_points is '示范点: proposed by the street, approved by the district, from and to (half-open)';
create unique index federation_points_one on federation_points (federation_id, org_id) where ended_on is null;

create table federation_links (
  federation_id text not null,
  id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  theme text not null,
  since_on date not null,
  ended_on date check (ended_on >= since_on),
  primary key (federation_id, id)
);
comment on table federation_links is '互联互动: a pair or group of federations of a street that work together';
create index federation_links_path on federation_links (federation_id, org_path);

create table federation_link_members (
  federation_id text not null,
  link_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  primary key (federation_id, link_id, org_id),
  foreign key (federation_id, link_id) references federation_links (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table federation_link_members is 'The federations of a link';
create index federation_link_members_org on federation_link_members (federation_id, org_id);

create table federation_activities (
  federation_id text not null,
  id uuid not null,
  org_path text collate "C" not null,
  club_id uuid,
  link_id uuid,
  title text not null,
  held_on date not null,
  heads integer not null check (heads >= 0),
  fen bigint not null check (fen >= 0),
  result text not null default '',
  primary key (federation_id, id),
  foreign key (federation_id, club_id) references federation_clubs (federation_id, id),
  foreign key (federation_id, link_id) references federation_links (federation_id, id),
  check ((club_id is null) <> (link_id is null))
);
comment on table federation_activities is 'What a club or a link did: heads (人次), money of the union in fen, result';
create index federation_activities_club on federation_activities (federation_id, club_id, held_on) where club_id is not null;
create index federation_activities_link on federation_activities (federation_id, link_id, held_on) where link_id is not null;

alter table federation_matters enable row level security;
alter table federation_judges enable row level security;
alter table federation_sheets enable row level security;
alter table federation_grade_criteria enable row level security;
-- A judge sees a project while judging it, and no other.
create policy federation_judges_read on federation_judges for select to nuanfeng_app
  using (federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or person_id = nf_person()));
create policy federation_judges_add on federation_judges for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy federation_judges_edit on federation_judges for update to nuanfeng_app using (federation_id = nf_federation() and person_id = nf_person());
create policy federation_matters_read on federation_matters for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person() or exists (select from federation_judges j where j.federation_id = federation_matters.federation_id
      and j.matter_id = federation_matters.id and j.person_id = nf_person() and j.recused_at is null)));
create policy federation_matters_edit on federation_matters for update to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())))
  with check (federation_id = nf_federation());
create policy federation_matters_add on federation_matters for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
-- Blind: while the judges write, each sees the own sheet only; afterwards the union that appointed them sees all.
create policy federation_sheets_read on federation_sheets for select to nuanfeng_app using (federation_id = nf_federation() and (person_id = nf_person() or exists (
  select from federation_judges j join federation_matters m on m.federation_id = j.federation_id and m.id = j.matter_id
    where j.federation_id = federation_sheets.federation_id and j.matter_id = federation_sheets.matter_id and j.person_id = federation_sheets.person_id
      and j.org_path >= nf_scope() and j.org_path < nf_scope_end() and m.state <> 'reviewing')));
create policy federation_sheets_add on federation_sheets for insert to nuanfeng_app with check (federation_id = nf_federation() and person_id = nf_person());
create policy federation_grade_criteria_read on federation_grade_criteria for select to nuanfeng_app using (federation_id = nf_federation());
create policy federation_grade_criteria_add on federation_grade_criteria for insert to nuanfeng_app
  with check (federation_id = nf_federation() and nf_scope() = nf_federation() || '.');
create policy federation_grade_criteria_edit on federation_grade_criteria for update to nuanfeng_app
  using (federation_id = nf_federation() and nf_scope() = nf_federation() || '.');
grant select, insert, update on federation_matters, federation_grade_criteria, federation_judges to nuanfeng_app;
grant select, insert on federation_sheets to nuanfeng_app;

do $$
declare name text;
begin
  foreach name in array array['federation_profiles', 'federation_checks', 'federation_grids', 'federation_grid_firms', 'federation_visits', 'federation_clubs',
    'federation_pilots', 'federation_points', 'federation_links', 'federation_link_members', 'federation_activities'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy %I on %I for insert to nuanfeng_app with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end())', name || '_add', name);
    execute format('create policy %I on %I for update to nuanfeng_app using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end())', name || '_edit', name);
    execute format('grant select, insert, update on %I to nuanfeng_app', name);
  end loop;
  foreach name in array array['federation_profiles', 'federation_checks', 'federation_grids', 'federation_grid_firms', 'federation_visits', 'federation_clubs'] loop
    execute format('create policy %I on %I for select to nuanfeng_app using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end())', name || '_read', name);
  end loop;
  -- Which federations try something out, show it or work together is to be learned from: every union sees it.
  foreach name in array array['federation_pilots', 'federation_points', 'federation_links', 'federation_link_members', 'federation_activities'] loop
    execute format('create policy %I on %I for select to nuanfeng_app using (federation_id = nf_federation() and nf_scope() is not null)', name || '_read', name);
  end loop;
end $$;
create trigger federation_matters_card after insert or update on federation_matters for each row execute function nf_card('federations');
