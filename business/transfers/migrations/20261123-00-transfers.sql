create table transfers (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('requested', 'releasing', 'objected', 'incoming', 'placing', 'confirming', 'approving', 'done', 'refused', 'declined', 'withdrawn')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  kind text not null check (kind in ('transfer', 'retain', 'resume', 'leave', 'expel', 'died')),
  asked_by text not null check (asked_by in ('member', 'old_union', 'new_union', 'upper_union', 'line')),
  person_id uuid not null,
  from_union_id uuid not null,
  from_path text collate "C" not null,
  was text not null check (was in ('full', 'pooled', 'retained')),
  to_union_id uuid,
  to_path text collate "C",
  to_enterprise_id uuid,
  retain_reason text check (retain_reason in ('retired', 'laid_off', 'unemployed')),
  objection text check (objection in ('still_working', 'not_own_wish', 'expulsion_pending')),
  refusal text check (refusal in ('not_working', 'wrong_person', 'other')),
  basis_sealed text,
  effective_on date,
  released_by_silence boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, person_id) references persons (federation_id, id),
  foreign key (federation_id, from_union_id) references orgs (federation_id, id),
  foreign key (federation_id, to_union_id) references orgs (federation_id, id),
  foreign key (federation_id, to_enterprise_id) references enterprises (federation_id, id),
  check ((kind = 'transfer') = (to_union_id is not null)),
  check ((to_union_id is null) = (to_path is null)),
  check ((kind = 'retain') = (retain_reason is not null)),
  check ((state = 'done') = (effective_on is not null))
);
comment on table transfers is '会籍变动: transfer, retaining, resuming, leaving, expulsion, death. The stints themselves are on the person and in past_memberships';
comment on column transfers.title is 'Holds no names and numbers of people';
comment on column transfers.org_path is 'Transfer: the union asked for, which sees it from the first day. Else the own union';
comment on column transfers.unit_path is 'Transfer: the old union while it may answer, then the new one; a union above when one of them objects, refuses or is silent';
comment on column transfers.was is 'How the person belonged to the old union when it was asked';
comment on column transfers.basis_sealed is 'Expulsion: judgment and decision it rests on, encrypted';
create unique index transfers_one_open on transfers (federation_id, person_id) where closed_at is null;
create index transfers_person on transfers (federation_id, person_id, created_at desc);
create index transfers_owner on transfers (federation_id, owner_id, created_at desc) where owner_id is not null;
create index transfers_created on transfers (federation_id, created_at desc, id desc);
create index transfers_open on transfers (federation_id, id) where closed_at is null;
create index transfers_closed on transfers (federation_id, closed_at) where closed_at is not null;
alter table transfers enable row level security;
create policy transfers_read on transfers for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person()));
create policy transfers_edit on transfers for update to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person())) with check (federation_id = nf_federation());
create policy transfers_add on transfers for insert to nuanfeng_app with check (federation_id = nf_federation());
grant select, insert, update on transfers to nuanfeng_app;
create trigger transfers_card after insert or update on transfers for each row execute function nf_card('transfers');

-- A union hands the matter to one that it does not reach, and does not see it any more: row-level security lets nobody write a row he could not read afterwards.
create function nf_pass_transfer(p_transfer uuid, p_unit text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update transfers set unit_path = p_unit where federation_id = nf_federation() and id = p_transfer and closed_at is null
    and coalesce((unit_path >= nf_scope() and unit_path < nf_scope_end()) or owner_id = nf_person(), false);
  if not found then raise exception 'out of reach' using errcode = 'insufficient_privilege'; end if;
end $$;
comment on function nf_pass_transfer is 'Gives an open matter to the union that must act next; only by the one that has it, or the person';

-- Where somebody is a member, for an officer anywhere or the person: enough to address the old union, no more.
create function nf_member_of(p_person uuid) returns table (membership text, union_id uuid, union_path text, union_name text, member_since date)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.membership, o.id, o.path, o.short_name, p.member_since from persons p
  left join orgs o on o.federation_id = p.federation_id and o.id = p.union_id
  where p.federation_id = nf_federation() and p.id = p_person and p.merged_into is null and (nf_scope() is not null or p.id = nf_person())
$$;
comment on function nf_member_of is 'Membership and union of a person; nothing else about them';

-- Whom an open matter is about, for the unions that have it: the new union must know whom it takes on before the person is in its sight.
create function nf_transfer_person(p_transfer uuid)
returns table (id uuid, name text, sex text, phone_sealed text, id_number_sealed text, birth_on date, in_reach boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.sex, p.phone_sealed, p.id_number_sealed, p.birth_on,
    coalesce((p.org_path >= nf_scope() and p.org_path < nf_scope_end()) or p.id = nf_person(), false)
  from transfers t join persons p on p.federation_id = t.federation_id and p.id = t.person_id
  where t.federation_id = nf_federation() and t.id = p_transfer and coalesce(
    (p.org_path >= nf_scope() and p.org_path < nf_scope_end()) or p.id = nf_person()
    or (t.closed_at is null and ((t.org_path >= nf_scope() and t.org_path < nf_scope_end()) or (t.unit_path >= nf_scope() and t.unit_path < nf_scope_end()))), false)
$$;
comment on function nf_transfer_person is 'The person of a matter, while it is open to the unions that have it, afterwards to the union the person is in';
