alter table persons
  add column membership text not null default 'none' check (membership in ('none', 'full', 'pooled', 'retained')),
  add column member_since date,
  add column member_number text,
  add column verified_level integer not null default 0 check (verified_level between 0 and 4),
  add column verified_channel text not null default '' check (verified_channel in ('', 'format', 'police', 'face', 'employer', 'social_insurance', 'paper')),
  add column merged_into uuid,
  add column id_valid_to date,
  add column ethnicity text not null default '',
  add column political text not null default '' check (political in ('', 'party', 'probationary', 'league', 'democratic', 'masses')),
  add column education text not null default '' check (education in ('', 'primary', 'junior', 'senior', 'vocational', 'college', 'bachelor', 'master', 'doctor')),
  add column skill_level text not null default ''
    check (skill_level in ('', 'none', 'junior', 'intermediate', 'senior', 'technician', 'senior_technician', 'special_technician', 'chief_technician')),
  add column employment text not null default '' check (employment in ('', 'contract', 'dispatch', 'platform', 'labour_service', 'retired', 'unemployed')),
  add column department text not null default '',
  add column new_form_kind text not null default '',
  add column hukou text not null default '' check (hukou in ('', 'local_urban', 'local_rural', 'other_urban', 'other_rural')),
  add column is_migrant boolean,
  add foreign key (federation_id, merged_into) references persons (federation_id, id),
  add check (membership = 'none' or (union_id is not null and member_since is not null and joined_on is not null and left_on is null));
comment on column persons.membership is 'full: dues and vote; pooled: joined, waiting in a street''s pool for a union; retained: kept without dues and vote. One union at a time, by construction';
comment on column persons.member_since is 'First day of the present stint in union_id; joined_on is the first day ever';
comment on column persons.verified_level is 'D:C1.5: 0 typed, 1 format and check character, 2 name and number match, 3 face, 4 labour relation confirmed. Level, day and channel only; never an image';
comment on column persons.id_valid_to is '9999-12-31 for a document valid for the long term (长期)';
comment on column persons.merged_into is 'The record this one was merged into; an alias since';
create index persons_union on persons (federation_id, union_id) where union_id is not null;

create table past_memberships (
  federation_id text not null,
  id uuid not null,
  person_id uuid not null,
  union_id uuid not null,
  org_path text collate "C" not null,
  kind text not null check (kind in ('full', 'pooled', 'retained')),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  reason text not null check (reason in ('transfer', 'retained', 'resumed', 'left', 'lapsed', 'expelled', 'died', 'dissolved', 'taken_over', 'correction')),
  primary key (federation_id, id),
  foreign key (federation_id, person_id) references persons (federation_id, id),
  foreign key (federation_id, union_id) references orgs (federation_id, id)
);
comment on table past_memberships is 'Stints that have ended, as half-open spans [from_on, to_on); the present one is on the person. No two of a person overlap';
create index past_memberships_person on past_memberships (federation_id, person_id, from_on);
create index past_memberships_union on past_memberships (federation_id, union_id, to_on);
alter table past_memberships enable row level security;
create policy past_memberships_read on past_memberships for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or person_id = nf_person()
    or exists (select from persons p where p.federation_id = past_memberships.federation_id and p.id = past_memberships.person_id)));
grant select on past_memberships to nuanfeng_app;

-- Nobody is a member of two unions on one day: the present stint begins where the last one ended, or later.
-- A session keeps the plan it made while the tables were nearly empty; scanning them for each of thousands of members would be quadratic.
create function nf_no_two_unions() returns trigger language plpgsql set enable_seqscan = off as $$
begin
  if tg_table_name = 'persons' then
    if new.membership <> 'none' and exists (select from past_memberships m
      where m.federation_id = new.federation_id and m.person_id = new.id and m.to_on > new.member_since and m.to_on > m.from_on) then
      raise exception 'member of two unions on one day' using errcode = 'exclusion_violation';
    end if;
  elsif new.to_on > new.from_on and (exists (select from past_memberships m
      where m.federation_id = new.federation_id and m.person_id = new.person_id and m.id <> new.id and m.from_on < new.to_on and m.to_on > new.from_on)
    or exists (select from persons p where p.federation_id = new.federation_id and p.id = new.person_id and p.membership <> 'none' and p.member_since < new.to_on)) then
    raise exception 'member of two unions on one day' using errcode = 'exclusion_violation';
  end if;
  return null;
end $$;
create constraint trigger persons_one_union after update of membership, member_since on persons deferrable initially immediate
  for each row when (new.membership <> 'none') execute function nf_no_two_unions();
create constraint trigger past_memberships_one_union after insert or update on past_memberships deferrable initially deferred
  for each row execute function nf_no_two_unions();

-- The days of a membership have one writer. An officer who edits a person changes neither them nor the union of a member: only a union that was
-- replanted elsewhere in the tree, its old row ended, takes its members along.
create function nf_guard_membership() returns trigger language plpgsql as $$
begin
  if current_user = 'nuanfeng_app' and ((new.membership, new.member_since, new.joined_on, new.left_on) is distinct from
      (old.membership, old.member_since, old.joined_on, old.left_on)
    or (old.membership <> 'none' and new.union_id is distinct from old.union_id and exists (select from orgs o
      where o.federation_id = old.federation_id and o.id = old.union_id and o.valid_to is null))) then
    raise exception 'memberships change through nf_set_membership only' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger persons_guard_membership before update of membership, member_since, joined_on, left_on, union_id on persons
  for each row execute function nf_guard_membership();

-- The one writer of stints. It crosses the walls of row-level security, because a transfer leaves one union's sight and enters another's:
-- the one who acts must reach the union that is left or the one that is entered, or be the person.
create function nf_set_membership(p_person uuid, p_union uuid, p_kind text, p_on date, p_reason text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was persons%rowtype;
  old_path text;
  new_path text;
begin
  select * into was from persons where federation_id = nf_federation() and id = p_person for update;
  if not found then raise exception 'no such person' using errcode = 'no_data_found'; end if;
  select path into old_path from orgs where federation_id = nf_federation() and id = was.union_id;
  if p_kind <> 'none' then
    select path into new_path from orgs where federation_id = nf_federation() and id = p_union and (valid_to is null or valid_to > p_on);
    if not found then raise exception 'no such union' using errcode = 'no_data_found'; end if;
  end if;
  -- Without a scope, or without a union to enter, the comparison is NULL: that is out of reach too.
  if not coalesce(was.id = nf_person()
    or (was.org_path >= nf_scope() and was.org_path < nf_scope_end()) or (new_path >= nf_scope() and new_path < nf_scope_end()), false) then
    raise exception 'out of reach' using errcode = 'insufficient_privilege';
  end if;
  if p_on < was.left_on then raise exception 'before the day of leaving' using errcode = 'exclusion_violation'; end if;
  if was.membership <> 'none' then
    if p_on < was.member_since then raise exception 'before the present stint' using errcode = 'exclusion_violation'; end if;
    insert into past_memberships (federation_id, id, person_id, union_id, org_path, kind, from_on, to_on, reason)
      values (was.federation_id, gen_random_uuid(), was.id, was.union_id, old_path, was.membership, was.member_since, p_on, p_reason);
  end if;
  update persons set
    membership = p_kind,
    union_id = case when p_kind = 'none' then null else p_union end,
    member_since = case when p_kind = 'none' then null else p_on end,
    joined_on = case when p_kind = 'none' then joined_on else least(joined_on, p_on) end,
    left_on = case when p_kind = 'none' then case when was.membership <> 'none' then p_on else left_on end end,
    org_path = coalesce(new_path, (select e.org_path from enterprises e where e.federation_id = was.federation_id and e.id = was.enterprise_id),
      (select o.path from orgs u join orgs o on o.federation_id = u.federation_id and o.id = u.parent_id where u.federation_id = was.federation_id and u.id = was.union_id),
      was.org_path)
  where federation_id = was.federation_id and id = was.id;
end $$;
comment on function nf_set_membership is 'Ends the present stint on p_on (exclusive) and begins another, or none: kind none, full, pooled, retained';

-- The members of a union that ends go to the union above it in one statement: who paid dues waits there for a union, who was retained stays retained.
create function nf_take_over(p_union uuid, p_to uuid, p_on date) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  old_path text;
  new_path text;
  taken integer;
begin
  select path into old_path from orgs where federation_id = nf_federation() and id = p_union;
  if not found then raise exception 'no such union' using errcode = 'no_data_found'; end if;
  select path into new_path from orgs where federation_id = nf_federation() and id = p_to and (valid_to is null or valid_to > p_on);
  if not found then raise exception 'no such union' using errcode = 'no_data_found'; end if;
  if not coalesce(old_path >= nf_scope() and old_path < nf_scope_end(), false) then
    raise exception 'out of reach' using errcode = 'insufficient_privilege';
  end if;
  perform from persons where federation_id = nf_federation() and union_id = p_union and membership <> 'none' order by id for update;
  insert into past_memberships (federation_id, id, person_id, union_id, org_path, kind, from_on, to_on, reason)
    select federation_id, gen_random_uuid(), id, p_union, old_path, membership, member_since, greatest(member_since, p_on), 'taken_over'
    from persons where federation_id = nf_federation() and union_id = p_union and membership <> 'none';
  update persons set membership = case membership when 'full' then 'pooled' else membership end, union_id = p_to, org_path = new_path,
    member_since = greatest(member_since, p_on)
  where federation_id = nf_federation() and union_id = p_union and membership <> 'none';
  get diagnostics taken = row_count;
  return taken;
end $$;
comment on function nf_take_over is 'Moves all members of p_union to p_to on p_on: full becomes pooled, retained stays retained';

-- Who bears a document number, wherever in the federation: enough to say what to do, no more.
create function nf_person_by_number(p_index text) returns table (id uuid, membership text, union_path text, in_reach boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.membership, coalesce(o.path, ''),
    coalesce((p.org_path >= nf_scope() and p.org_path < nf_scope_end()) or p.id = nf_person(), false)
  from persons p left join orgs o on o.federation_id = p.federation_id and o.id = p.union_id
  where p.federation_id = nf_federation() and p.id_number_index = p_index and p.merged_into is null
$$;
