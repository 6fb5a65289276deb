create table membership (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('applied', 'supplementing', 'protecting', 'pooled', 'approved', 'moved', 'declined', 'withdrawn')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  person_id uuid not null,
  channel text not null check (channel in ('hall', 'window', 'paper')),
  way text not null check (way in ('own', 'joint', 'place', 'industry', 'pool')),
  union_id uuid,
  enterprise_id uuid,
  enterprise_name text not null default '',
  occupation text not null default '',
  new_form_kind text not null default '',
  name_sealed text not null,
  id_kind text not null check (id_kind in ('resident', 'hongkong_macao', 'taiwan', 'foreigner', 'passport')),
  id_number_sealed text not null,
  id_number_index text not null,
  phone_sealed text,
  phone_index text,
  sex text not null check (sex in ('male', 'female', 'unknown')),
  birth_on date not null,
  is_juvenile boolean not null default false,
  asked_for text not null default '',
  decline_reason text check (decline_reason in ('not_eligible', 'not_here', 'not_confirmed', 'member_already', 'under_age', 'other')),
  escalations integer not null default 0,
  decided_at timestamptz,
  transfer_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, person_id) references persons (federation_id, id),
  foreign key (federation_id, union_id) references orgs (federation_id, id),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id)
);
comment on table membership is '入会: what somebody asks a union for, until the union has taken him in, the pool has found him one, or it was declined';
comment on column membership.title is 'Names the union that is asked, nobody else';
comment on column membership.org_path is 'The union asked; of somebody under 16 the district, which alone may know';
comment on column membership.unit_path is 'The union that must decide now; one up at each breach of the clock';
comment on column membership.way is 'How the union was found: the firm''s own, its joint one, the place''s, a trade''s, the street''s pool';
comment on column membership.union_id is 'The union asked, or the pool; in the end the union that took him in';
comment on column membership.new_form_kind is 'Occupation of new-form employment, a code of the dated table';
comment on column membership.is_juvenile is '16 or 17 when applying: specially protected at work';
comment on column membership.asked_for is 'What is to be supplemented, for the worker to read';
comment on column membership.decided_at is 'When a union first decided: taken in, pooled, moved to a transfer, declined';
-- Two applications of one person at once would be decided by two unions.
create unique index membership_one_person on membership (federation_id, person_id) where closed_at is null;
create unique index membership_one_number on membership (federation_id, id_number_index) where closed_at is null;
create index membership_created on membership (federation_id, created_at desc, id desc);
create index membership_decided on membership (federation_id, decided_at) where decided_at is not null;
create index membership_state on membership (federation_id, state, org_path);
create index membership_person on membership (federation_id, person_id, created_at desc);
create index membership_owner on membership (federation_id, owner_id) where owner_id is not null;
alter table membership enable row level security;
create policy membership_read on membership for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person()));
create policy membership_edit on membership for update to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person())) with check (federation_id = nf_federation());
create policy membership_add on membership for insert to nuanfeng_app with check (federation_id = nf_federation());
grant select, insert, update on membership to nuanfeng_app;
create trigger membership_card after insert or update on membership for each row execute function nf_card('membership');

-- The register of a union: its people of a stage by their day, and the pool by how long somebody has waited.
create index persons_member_number on persons (federation_id, member_number) where member_number is not null;
create index persons_pooled on persons (federation_id, member_since, id) include (org_path) where membership = 'pooled';
create index persons_standing on persons (federation_id, membership, org_path, id) where merged_into is null;

-- A street's pool comes about with the first who needs it, whoever that is.
create function nf_street_pool(p_street text, p_id uuid, p_on date) returns table (id uuid, path text, name text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  street orgs%rowtype;
begin
  select * into street from orgs o where o.federation_id = nf_federation() and o.path = p_street and o.kind = 'street' and (o.valid_to is null or o.valid_to > p_on);
  if not found then raise exception 'no such street' using errcode = 'no_data_found'; end if;
  insert into orgs (federation_id, id, parent_id, path, kind, code, name, short_name, form, sort, valid_from)
    values (street.federation_id, p_id, street.id, street.path || 'pool.', 'enterprise', 'pool', street.short_name || '会员池', street.short_name || '会员池', 'pool', 9999, p_on)
    on conflict (federation_id, path) do nothing;
  return query select o.id, o.path, o.name from orgs o where o.federation_id = street.federation_id and o.path = street.path || 'pool.';
end $$;
comment on function nf_street_pool is 'The pool of a street, made on first use: where members wait who have no union at work (D:C1.3)';

-- Who decides: the nearest union, from the one asked upwards, where somebody may. A worker may not read posts.
create function nf_deciding_unit(p_path text, p_roles text[], p_on date) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce((select t.org_path from posts t
    where t.federation_id = nf_federation() and starts_with(p_path, t.org_path) and t.role = any (p_roles)
      and t.valid_from <= p_on and (t.valid_to is null or t.valid_to > p_on)
    order by length(t.org_path) desc limit 1), nf_federation() || '.')
$$;
comment on function nf_deciding_unit is 'Path of the nearest union at or above a path where somebody holds one of the roles today; the district when nobody does';

-- Somebody who came by phone stands at the root of the federation and belongs to nobody: whoever decides takes him into the place he asked for.
create function nf_adopt_applicant(p_matter uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update persons p set org_path = m.org_path from membership m
    where m.federation_id = nf_federation() and m.id = p_matter and m.closed_at is null and m.unit_path >= nf_scope() and m.unit_path < nf_scope_end()
      and p.federation_id = m.federation_id and p.id = m.person_id and p.membership = 'none' and p.merged_into is null;
end $$;
comment on function nf_adopt_applicant is 'Brings the applicant of an open matter into the place asked for, so that the one who decides may write the record';

-- The applicant's own record and the one elsewhere that bears the same number, for the union that decides: whether the name fits and where he is a member, no more.
create function nf_applicant_records(p_matter uuid, p_name text) returns table (id uuid, is_own boolean, membership text, union_id uuid, is_same_name boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.id = m.person_id, p.membership, p.union_id, p.name = p_name from membership m join persons p on p.federation_id = m.federation_id
    and (p.id = m.person_id or p.id_number_index = m.id_number_index) and p.merged_into is null
  where m.federation_id = nf_federation() and m.id = p_matter and m.unit_path >= nf_scope() and m.unit_path < nf_scope_end()
$$;
comment on function nf_applicant_records is 'The records of the registry an application is about, wherever they are';

-- What whoever is shown a card may know of its bearer. The name leaves the database masked.
create function nf_card_holder(p_person uuid, p_number text) returns table (id uuid, name text, union_name text, membership text, member_since date)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, left(p.name, 1) || '*', o.short_name, p.membership, p.member_since
  from persons p join orgs o on o.federation_id = p.federation_id and o.id = p.union_id
  where p.federation_id = nf_federation() and p.merged_into is null and p.membership <> 'none' and (p.id = p_person or p.member_number = p_number)
  limit 5
$$;
comment on function nf_card_holder is 'A member by person or by the number of the card: masked name, union, standing';

revoke execute on function nf_street_pool, nf_deciding_unit, nf_adopt_applicant, nf_applicant_records, nf_card_holder from public;
grant execute on function nf_street_pool, nf_deciding_unit, nf_adopt_applicant, nf_applicant_records, nf_card_holder to nuanfeng_app;
