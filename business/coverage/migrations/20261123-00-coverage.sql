create table coverage (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('proposed', 'approved', 'refused', 'ended')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  enterprise_id uuid not null,
  reason text not null check (reason in ('deregistering', 'moved', 'shell', 'dispatch')),
  evidence_sealed text not null,
  until_on date not null,
  approved_on date,
  ended_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id),
  check ((approved_on is null) = (state in ('proposed', 'refused'))),
  check ((ended_on is null) = (state <> 'ended')),
  check (until_on > approved_on),
  check (ended_on >= approved_on)
);
comment on table coverage is '列入不计: an enterprise left out of the base of the coverage rates, for a reason, until a day, approved by the union above';
comment on column coverage.title is 'The enterprise and the reason; no names and numbers of people';
comment on column coverage.evidence_sealed is 'What shows the reason, encrypted';
comment on column coverage.until_on is 'First day on which it counts again at the latest';
comment on column coverage.approved_on is 'First day on which it is left out; with ended_on and until_on the half-open span of a rate as of any day';
create unique index coverage_one on coverage (federation_id, enterprise_id) where state in ('proposed', 'approved');
create index coverage_firm on coverage (federation_id, enterprise_id) where approved_on is not null;
create index coverage_until on coverage (federation_id, until_on) where state = 'approved';
alter table coverage enable row level security;
-- What is left out of a rate stands beside the rate: everybody with a reach of unions sees it, also where the enterprise has moved on to another street.
create policy coverage_read on coverage for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person() or (approved_on is not null and nf_scope() is not null)));
create policy coverage_edit on coverage for update to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())))
  with check (federation_id = nf_federation());
create policy coverage_add on coverage for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert, update on coverage to nuanfeng_app;
create trigger coverage_card after insert or update on coverage for each row execute function nf_card('coverage');

create table enterprise_members (
  federation_id text not null,
  enterprise_id uuid not null,
  members integer not null,
  primary key (federation_id, enterprise_id),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id)
);
comment on table enterprise_members is 'How many full members work at an enterprise today. Kept by trigger, so that no rate reads all persons';
alter table enterprise_members enable row level security;
create policy enterprise_members_read on enterprise_members for select to nuanfeng_app using (federation_id = nf_federation());
grant select on enterprise_members to nuanfeng_app;

create function nf_enterprise_members() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into enterprise_members
      select federation_id, enterprise_id, count(*) from fresh where membership = 'full' and enterprise_id is not null
      group by federation_id, enterprise_id order by federation_id, enterprise_id
      on conflict (federation_id, enterprise_id) do update set members = enterprise_members.members + excluded.members;
  elsif tg_op = 'DELETE' then
    update enterprise_members m set members = m.members - gone.n
      from (select federation_id, enterprise_id, count(*) as n from former where membership = 'full' and enterprise_id is not null group by federation_id, enterprise_id) gone
      where m.federation_id = gone.federation_id and m.enterprise_id = gone.enterprise_id;
  else
    insert into enterprise_members
      select federation_id, enterprise_id, sum(n) from (
        select federation_id, enterprise_id, 1 as n from fresh where membership = 'full' and enterprise_id is not null
        union all select federation_id, enterprise_id, -1 from former where membership = 'full' and enterprise_id is not null) moves
      group by federation_id, enterprise_id having sum(n) <> 0 order by federation_id, enterprise_id
      on conflict (federation_id, enterprise_id) do update set members = enterprise_members.members + excluded.members;
  end if;
  return null;
end $$;
create trigger persons_members_added after insert on persons referencing new table as fresh
  for each statement execute function nf_enterprise_members();
create trigger persons_members_gone after delete on persons referencing old table as former
  for each statement execute function nf_enterprise_members();
create trigger persons_members_changed after update on persons referencing old table as former new table as fresh
  for each statement execute function nf_enterprise_members();
insert into enterprise_members
  select federation_id, enterprise_id, count(*) from persons where membership = 'full' and enterprise_id is not null group by federation_id, enterprise_id;
