create table star_rating (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('applied', 'returned', 'accepted', 'computed', 'on_site', 'checked', 'rated_by_members', 'proposed', 'published',
    'granted', 'refused', 'withdrawn', 'revoked')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  org_id uuid not null,
  computed_on date,
  points_from date,
  veto text not null default '',
  voters integer check (voters >= 0),
  members_per_mille integer check (members_per_mille between 0 and 1000),
  score_per_mille integer check (score_per_mille between 0 and 1000),
  stars integer check (stars between 1 and 5),
  public_until date,
  valid_from date,
  valid_to date,
  ended_on date,
  ended_for text not null default '' check (ended_for in ('', 'renewed', 'term', 'closed', 'dispute', 'dues', 'false')),
  reminded_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, org_id) references orgs (federation_id, id),
  check (state not in ('granted', 'revoked') or (stars is not null and valid_from is not null and valid_to > valid_from)),
  check ((ended_on is null) = (ended_for = ''))
);
comment on table star_rating is '星级工会: a base union asks, of its own will, for a level of one to five stars; held from and to';
comment on column star_rating.title is 'Holds no names and numbers of people';
comment on column star_rating.veto is 'Why no star may be given as computed, with the record; empty when nothing stands against it';
comment on column star_rating.voters is 'How many members rated; written when the window is over. Who rated how is nowhere';
comment on column star_rating.members_per_mille is 'What they said, 0 to 1000; null when too few rated for it to count';
comment on column star_rating.score_per_mille is 'Points reached of the points that could be reached';
comment on column star_rating.ended_on is 'First day on which the star no longer held, before valid_to: renewed or revoked';
create index star_rating_created on star_rating (federation_id, created_at desc, id desc);
create index star_rating_place on star_rating (federation_id, org_path, created_at desc);
create unique index star_rating_one on star_rating (federation_id, org_id) where closed_at is null;
create index star_rating_held on star_rating (federation_id, org_path, valid_to) where state = 'granted';
create index star_rating_union on star_rating (federation_id, org_id, valid_from);
alter table star_rating enable row level security;
create policy star_rating_read on star_rating for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person()));
create policy star_rating_edit on star_rating for update to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person())) with check (federation_id = nf_federation());
create policy star_rating_add on star_rating for insert to nuanfeng_app with check (
  federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert, update on star_rating to nuanfeng_app;
create trigger star_rating_card after insert or update on star_rating for each row execute function nf_card('star-rating');

create table star_rating_items (
  federation_id text not null,
  rating_id uuid not null,
  item text not null,
  source text not null check (source in ('computed', 'declared', 'members', 'not_counted')),
  max_tenths integer not null check (max_tenths between 0 and 1000),
  points_tenths integer check (points_tenths between 0 and max_tenths),
  rows_count integer not null default 0 check (rows_count >= 0),
  value text not null default '',
  opens text not null default '',
  as_of date not null,
  statement_sealed text,
  claimed_tenths integer check (claimed_tenths between 0 and max_tenths),
  check_reason text not null default '',
  primary key (federation_id, rating_id, item),
  foreign key (federation_id, rating_id) references star_rating (federation_id, id),
  check (source <> 'not_counted' or max_tenths = 0)
);
comment on table star_rating_items is 'What each item of the score table came to: computed ones frozen with the day and the number of rows behind them, declared ones with what the union wrote';
comment on column star_rating_items.points_tenths is 'Tenths of a point; null until it has been checked or rated';
comment on column star_rating_items.statement_sealed is 'What the union writes about it, encrypted: it may speak of people';
comment on column star_rating_items.check_reason is 'Why the check on the spot gives another number than the union claimed';
alter table star_rating_items enable row level security;
create policy star_rating_items_read on star_rating_items for select to nuanfeng_app using (federation_id = nf_federation()
  and exists (select from star_rating r where r.federation_id = star_rating_items.federation_id and r.id = star_rating_items.rating_id));
create policy star_rating_items_add on star_rating_items for insert to nuanfeng_app with check (federation_id = nf_federation()
  and exists (select from star_rating r where r.federation_id = star_rating_items.federation_id and r.id = star_rating_items.rating_id
    and r.org_path >= nf_scope() and r.org_path < nf_scope_end()));
create policy star_rating_items_edit on star_rating_items for update to nuanfeng_app using (federation_id = nf_federation()
  and exists (select from star_rating r where r.federation_id = star_rating_items.federation_id and r.id = star_rating_items.rating_id
    and r.org_path >= nf_scope() and r.org_path < nf_scope_end()));
grant select, insert, update on star_rating_items to nuanfeng_app;

create table star_rating_polls (
  federation_id text not null,
  rating_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  members integer not null check (members >= 0),
  least integer not null check (least >= 1),
  primary key (federation_id, rating_id),
  foreign key (federation_id, rating_id) references star_rating (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table star_rating_polls is '会员评家: the days in which the members of a union rate it. Announced to everybody';
comment on column star_rating_polls.least is 'So many must rate for the result to count, and to be shown';
create index star_rating_polls_union on star_rating_polls (federation_id, org_id, closes_on);
alter table star_rating_polls enable row level security;
create policy star_rating_polls_read on star_rating_polls for select to nuanfeng_app using (federation_id = nf_federation());
create policy star_rating_polls_add on star_rating_polls for insert to nuanfeng_app with check (
  federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert on star_rating_polls to nuanfeng_app;

create table star_rating_votes (
  federation_id text not null,
  rating_id uuid not null,
  question integer not null check (question between 1 and 5),
  answer text not null check (answer in ('good', 'fair', 'poor', 'unknown')),
  votes integer not null default 0 check (votes >= 0),
  primary key (federation_id, rating_id, question, answer),
  foreign key (federation_id, rating_id) references star_rating_polls (federation_id, rating_id)
);
comment on table star_rating_votes is 'The ballot box, as counts only: there is no row of one ballot, so nothing leads from an answer to a person or to a time. Nobody may read it; the result comes out once the window is over';
alter table star_rating_votes enable row level security;

create table star_rating_roll (
  federation_id text not null,
  rating_id uuid not null,
  person_id uuid not null,
  voted_on date not null,
  primary key (federation_id, rating_id, person_id),
  foreign key (federation_id, rating_id) references star_rating_polls (federation_id, rating_id),
  foreign key (federation_id, person_id) references persons (federation_id, id)
);
comment on table star_rating_roll is 'That somebody has rated, so that nobody does twice; only the day, only readable by the person';
create index star_rating_roll_person on star_rating_roll (federation_id, person_id);
alter table star_rating_roll enable row level security;
create policy star_rating_roll_read on star_rating_roll for select to nuanfeng_app using (federation_id = nf_federation() and person_id = nf_person());
grant select on star_rating_roll to nuanfeng_app;

create function nf_star_box() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into star_rating_votes (federation_id, rating_id, question, answer)
    select new.federation_id, new.rating_id, q, a from generate_series(1, 5) q, unnest(array['good', 'fair', 'poor', 'unknown']) a;
  return null;
end $$;
comment on function nf_star_box is 'An empty ballot box for every poll';
create trigger star_rating_polls_box after insert on star_rating_polls for each row execute function nf_star_box();

-- Every count of the box is written anew by every ballot, so that no row version tells which ones the last ballot raised.
create function nf_star_vote(p_rating uuid, p_answers text[], p_on date) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  poll star_rating_polls;
begin
  if cardinality(p_answers) <> 5 or not p_answers <@ array['good', 'fair', 'poor', 'unknown'] then return 'wrong'; end if;
  select * into poll from star_rating_polls where federation_id = nf_federation() and rating_id = p_rating for update;
  if poll.rating_id is null or not exists (select from persons p where p.federation_id = nf_federation() and p.id = nf_person()
    and p.union_id = poll.org_id and p.membership = 'full' and p.member_since <= poll.opens_on) then return 'stranger'; end if;
  if p_on not between poll.opens_on and poll.closes_on or not exists (select from star_rating r where r.federation_id = nf_federation() and r.id = p_rating
    and r.state = 'rated_by_members') then return 'closed'; end if;
  insert into star_rating_roll (federation_id, rating_id, person_id, voted_on) values (nf_federation(), p_rating, nf_person(), p_on) on conflict do nothing;
  if not found then return 'twice'; end if;
  update star_rating_votes set votes = votes + (answer = p_answers[question])::int where federation_id = nf_federation() and rating_id = p_rating;
  return 'counted';
end $$;
comment on function nf_star_vote is 'One ballot of the person of the transaction: into the roll, and, apart from it, into the counts. counted, twice, closed, stranger or wrong';

create function nf_star_voters(p_rating uuid) returns integer language sql stable security definer set search_path = public, pg_temp as $$
  select count(r.person_id)::int from star_rating_polls p
    join star_rating_roll r on r.federation_id = p.federation_id and r.rating_id = p.rating_id
    where p.federation_id = nf_federation() and p.rating_id = p_rating and p.org_path >= nf_scope() and p.org_path < nf_scope_end()
$$;
comment on function nf_star_voters is 'How many have rated; for the unions of the place';

create function nf_star_result(p_rating uuid, p_on date) returns table (question integer, answer text, votes integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.question, v.answer, v.votes from star_rating_polls p
    join star_rating_votes v on v.federation_id = p.federation_id and v.rating_id = p.rating_id
    where p.federation_id = nf_federation() and p.rating_id = p_rating and p.org_path >= nf_scope() and p.org_path < nf_scope_end()
      and p.closes_on < p_on and nf_star_voters(p_rating) >= p.least
$$;
comment on function nf_star_result is 'The counts, once the window is over and enough have rated; nothing before';
