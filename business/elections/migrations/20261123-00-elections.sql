create table elections (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('prepared', 'proposed', 'on_notice', 'submitted', 'approved', 'held', 'tallied', 'counted', 'reported', 'confirmed',
    'rejected', 'cancelled')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  org_id uuid,
  subject_line text not null default '',
  subject_id uuid,
  union_name text not null,
  purpose text not null check (purpose in ('first', 'term', 'by_election', 'recall', 'vote')),
  body text not null check (body in ('general', 'congress')),
  members_count integer not null check (members_count between 1 and 1000000),
  expected_count integer not null check (expected_count between 1 and 1000000 and expected_count <= members_count),
  term_years integer check (term_years = 3 or term_years = 5),
  planned_on date,
  notice_from date,
  notice_until date check (notice_until > notice_from),
  notice_place text not null default '',
  held_on date,
  held_place text not null default '',
  supervisors text not null default '',
  tellers text not null default '',
  round integer not null default 0 check (round between 0 and 20),
  from_on date,
  approval_number text not null default '',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, org_id) references orgs (federation_id, id),
  check (org_id is not null or subject_id is not null),
  check ((subject_id is null) = (subject_line = ''))
);
comment on table elections is '选举: who shall hold an office of a union, a recall, or a vote of a congress, from the list of candidates to the answer of the union above';
comment on column elections.title is 'The union and the occasion; no names of people';
comment on column elections.org_id is 'The union; null while it is being founded, then the founding is the subject';
comment on column elections.members_count is 'Members with a vote';
comment on column elections.expected_count is '应到会人数: members, or delegates of a congress';
comment on column elections.notice_until is 'Last day of the candidates'' notice';
comment on column elections.supervisors is '监票人, as they signed';
comment on column elections.tellers is '计票人, as they signed';
comment on column elections.round is 'The ballot that is open or was the last, counted from 1; 0 before the meeting';
comment on column elections.from_on is 'First day in office, by the answer of the union above';
create index elections_created on elections (federation_id, created_at);
create index elections_closed on elections (federation_id, closed_at) where state = 'confirmed';
create index elections_held on elections (federation_id, held_on) where held_on is not null;
create index elections_org on elections (federation_id, org_id, created_at desc) where org_id is not null;
create index elections_subject on elections (federation_id, subject_line, subject_id, created_at desc) where subject_id is not null;
alter table elections enable row level security;
create policy elections_read on elections for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person()));
create policy elections_edit on elections for update to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end())
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy elections_add on elections for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert, update on elections to nuanfeng_app;
create trigger elections_card after insert or update on elections for each row execute function nf_card('elections');

create table election_seats (
  federation_id text not null,
  election_id uuid not null,
  duty text not null check (duty in ('committee', 'chair', 'vice_chair', 'audit_committee', 'audit_chair', 'women_committee', 'women_chair', 'delegate', 'motion')),
  seats integer not null check (seats between 1 and 500),
  is_equal boolean not null default false,
  primary key (federation_id, election_id, duty),
  foreign key (federation_id, election_id) references elections (federation_id, id)
);
comment on table election_seats is 'How many are to be elected to each duty; for a recall or a vote, how many questions are put';
comment on column election_seats.is_equal is '等额: as many candidates as seats, where the rules leave it open';

create table election_candidates (
  federation_id text not null,
  id uuid not null,
  election_id uuid not null,
  duty text not null
    check (duty in ('committee', 'chair', 'vice_chair', 'audit_committee', 'audit_chair', 'women_committee', 'women_chair', 'delegate', 'motion')),
  person_id uuid,
  name text not null,
  position integer not null default 0,
  is_full_time boolean not null default false,
  is_write_in boolean not null default false,
  nominated_by text not null check (nominated_by in ('groups', 'members', 'committee', 'superior', 'ballot', 'motion')),
  bars text not null default '' check (bars ~ '^([a-z]+(,[a-z]+)*)?$'),
  withdrawn_at timestamptz,
  outcome text not null default '' check (outcome in ('', 'elected', 'lost', 'ineligible')),
  decided_round integer,
  primary key (federation_id, id),
  foreign key (federation_id, election_id, duty) references election_seats (federation_id, election_id, duty),
  foreign key (federation_id, person_id) references persons (federation_id, id)
);
comment on table election_candidates is 'Who stands for which duty (or whose recall, or which motion, is put to the vote), and what came of it';
comment on column election_candidates.name is 'As printed on the ballot paper; the words of a motion';
comment on column election_candidates.position is 'Place on the ballot paper: by the strokes of the surname, write-ins after';
comment on column election_candidates.bars is 'What the candidate declared of the facts that keep somebody from an office';
comment on column election_candidates.outcome is 'elected also means recalled, or passed';
create index election_candidates_election on election_candidates (federation_id, election_id);
create index election_candidates_person on election_candidates (federation_id, person_id) where person_id is not null;
create unique index election_candidates_once on election_candidates (federation_id, election_id, duty, person_id)
  where person_id is not null and withdrawn_at is null;

create table election_objections (
  federation_id text not null,
  id uuid not null,
  election_id uuid not null,
  candidate_id uuid,
  content_sealed text not null,
  raised_at timestamptz not null,
  outcome text check (outcome in ('dismissed', 'upheld')),
  reply_sealed text,
  settled_at timestamptz,
  primary key (federation_id, id),
  foreign key (federation_id, election_id) references elections (federation_id, id),
  foreign key (federation_id, candidate_id) references election_candidates (federation_id, id)
);
comment on table election_objections is 'What was said against a candidate during the notice, and what was found; encrypted';
create index election_objections_election on election_objections (federation_id, election_id);

create table election_rounds (
  federation_id text not null,
  election_id uuid not null,
  round integer not null check (round between 1 and 20),
  duty text not null
    check (duty in ('committee', 'chair', 'vice_chair', 'audit_committee', 'audit_chair', 'women_committee', 'women_chair', 'delegate', 'motion')),
  kind text not null check (kind in ('first', 'tie', 'again')),
  seats integer not null check (seats between 1 and 500),
  on_day date not null,
  expected integer not null,
  attended integer not null check (attended <= expected),
  issued integer not null default 0 check (issued <= attended),
  returned integer not null default 0 check (returned <= issued),
  valid integer not null default 0 check (valid <= returned and valid >= 0),
  is_by_ballots boolean not null default false,
  is_counted boolean not null default false,
  decision text not null default '' check (decision in ('', 'run_off', 'left_open')),
  decision_note text not null default '',
  primary key (federation_id, election_id, round, duty),
  foreign key (federation_id, election_id, duty) references election_seats (federation_id, election_id, duty)
);
comment on table election_rounds is 'One ballot for one duty: the first, one among the tied, or one more for the seats left open';

create table election_tallies (
  federation_id text not null,
  election_id uuid not null,
  round integer not null,
  duty text not null
    check (duty in ('committee', 'chair', 'vice_chair', 'audit_committee', 'audit_chair', 'women_committee', 'women_chair', 'delegate', 'motion')),
  candidate_id uuid not null,
  approve integer not null default 0 check (approve >= 0),
  against integer not null default 0 check (against >= 0),
  abstain integer not null default 0 check (abstain >= 0),
  primary key (federation_id, election_id, round, duty, candidate_id),
  foreign key (federation_id, election_id, round, duty) references election_rounds (federation_id, election_id, round, duty),
  foreign key (federation_id, candidate_id) references election_candidates (federation_id, id)
);
comment on table election_tallies is 'Who stands in a round, and the votes';

create table election_ballots (
  federation_id text not null,
  election_id uuid not null,
  round integer not null,
  duty text not null
    check (duty in ('committee', 'chair', 'vice_chair', 'audit_committee', 'audit_chair', 'women_committee', 'women_chair', 'delegate', 'motion')),
  sheet integer not null check (sheet between 1 and 100000),
  marks text not null check (marks ~ '^[ox.]+$' and length(marks) <= 600),
  primary key (federation_id, election_id, round, duty, sheet),
  foreign key (federation_id, election_id, round, duty) references election_rounds (federation_id, election_id, round, duty)
);
comment on table election_ballots is 'Ballot papers typed in one by one. The sheet is the place in the pile: nothing tells who cast it';
comment on column election_ballots.marks is 'One sign for each place on the paper: o for, x against, . nothing';

alter table election_seats enable row level security;
alter table election_candidates enable row level security;
alter table election_objections enable row level security;
alter table election_rounds enable row level security;
alter table election_tallies enable row level security;
alter table election_ballots enable row level security;

-- Whoever sees the election sees its parts; whoever may change it (its place lies in reach) changes them.
create function nf_sees_election(p_election uuid) returns boolean language sql stable as $$
  select exists (select from elections e where e.federation_id = nf_federation() and e.id = p_election)
$$;
create function nf_keeps_election(p_election uuid) returns boolean language sql stable as $$
  select exists (select from elections e where e.federation_id = nf_federation() and e.id = p_election
    and e.org_path >= nf_scope() and e.org_path < nf_scope_end())
$$;
create policy election_seats_read on election_seats for select to nuanfeng_app using (federation_id = nf_federation() and nf_sees_election(election_id));
create policy election_seats_add on election_seats for insert to nuanfeng_app with check (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_seats_edit on election_seats for update to nuanfeng_app using (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_seats_remove on election_seats for delete to nuanfeng_app using (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_candidates_read on election_candidates for select to nuanfeng_app using (federation_id = nf_federation() and nf_sees_election(election_id));
create policy election_candidates_add on election_candidates for insert to nuanfeng_app with check (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_candidates_edit on election_candidates for update to nuanfeng_app using (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_objections_read on election_objections for select to nuanfeng_app using (federation_id = nf_federation() and nf_sees_election(election_id));
create policy election_objections_add on election_objections for insert to nuanfeng_app with check (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_objections_edit on election_objections for update to nuanfeng_app using (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_rounds_read on election_rounds for select to nuanfeng_app using (federation_id = nf_federation() and nf_sees_election(election_id));
create policy election_rounds_add on election_rounds for insert to nuanfeng_app with check (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_rounds_edit on election_rounds for update to nuanfeng_app using (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_tallies_read on election_tallies for select to nuanfeng_app using (federation_id = nf_federation() and nf_sees_election(election_id));
create policy election_tallies_add on election_tallies for insert to nuanfeng_app with check (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_tallies_edit on election_tallies for update to nuanfeng_app using (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_ballots_read on election_ballots for select to nuanfeng_app using (federation_id = nf_federation() and nf_sees_election(election_id));
create policy election_ballots_add on election_ballots for insert to nuanfeng_app with check (federation_id = nf_federation() and nf_keeps_election(election_id));
create policy election_ballots_remove on election_ballots for delete to nuanfeng_app using (federation_id = nf_federation() and nf_keeps_election(election_id));
grant select, insert, update on election_candidates, election_objections, election_rounds, election_tallies to nuanfeng_app;
grant select, insert, update, delete on election_seats to nuanfeng_app;
grant select, insert, delete on election_ballots to nuanfeng_app;
