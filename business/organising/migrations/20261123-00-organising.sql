create table organising (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('lead', 'contacted', 'prepared', 'recruiting', 'electing', 'reported', 'approved', 'sealed', 'applied', 'registered',
    'entered', 'running', 'paused', 'dropped')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  origin text not null check (origin in ('registry', 'opened', 'worker', 'officer', 'informant')),
  form text not null default 'single' check (form in ('single', 'joint', 'industry', 'new_form')),
  body text not null default 'committee' check (body in ('committee', 'organiser')),
  firm_name text not null,
  union_name text not null default '',
  term_years integer check (term_years = 3 or term_years = 5),
  prep_approved_on date,
  union_id uuid,
  approved_on date,
  sealed_on date,
  account_on date,
  account_bank text not null default '',
  has_site boolean not null default false,
  has_funds boolean not null default false,
  database_code text not null default '',
  tax_code text not null default '',
  drop_reason text check (drop_reason in ('closed', 'moved', 'refused', 'merged', 'few', 'duplicate', 'other')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, union_id) references orgs (federation_id, id)
);
comment on table organising is '建会: the founding of a union from lead to normal running';
comment on column organising.owner_id is 'The worker or informant who raised it; officers see that somebody did, not who';
comment on column organising.firm_name is 'The employer, or the first of several; as written by a worker when the register does not know it';
comment on column organising.prep_approved_on is 'When the union above agreed to the preparation; null before';
comment on column organising.union_id is 'The union that came to life, from approval on';
comment on column organising.has_site is 'Condition of a legal person: there is a place (总工办发〔2020〕20号)';
comment on column organising.tax_code is 'Code under which the tax office collects the dues';
create index organising_created on organising (federation_id, created_at);
create index organising_state on organising (federation_id, state, org_path);
create index organising_union on organising (federation_id, union_id) where union_id is not null;
create index organising_closed on organising (federation_id, closed_at) where closed_at is not null;

create table founding_wishes (
  federation_id text not null,
  id uuid not null,
  founding_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  note_sealed text,
  created_at timestamptz not null,
  primary key (federation_id, id),
  unique (federation_id, founding_id, person_id),
  foreign key (federation_id, founding_id) references organising (federation_id, id),
  foreign key (federation_id, person_id) references persons (federation_id, id)
);
comment on table founding_wishes is 'Workers who wish for a union at their employer. The union of the place sees them, no enterprise union ever does';
comment on column founding_wishes.org_path is 'The place of the founding: who reaches it may ask who wished, with a logged reason';
create index founding_wishes_person on founding_wishes (federation_id, person_id, created_at);
alter table founding_wishes enable row level security;
create policy founding_wishes_read on founding_wishes for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or person_id = nf_person()));
create policy founding_wishes_add on founding_wishes for insert to nuanfeng_app with check (federation_id = nf_federation() and person_id = nf_person());
grant select, insert on founding_wishes to nuanfeng_app;

alter table organising enable row level security;
create policy organising_read on organising for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person()
    or exists (select from founding_wishes w where w.federation_id = organising.federation_id and w.founding_id = organising.id and w.person_id = nf_person())));
create policy organising_edit on organising for update to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())))
  with check (federation_id = nf_federation());
create policy organising_add on organising for insert to nuanfeng_app with check (federation_id = nf_federation());
grant select, insert, update on organising to nuanfeng_app;
create trigger organising_card after insert or update on organising for each row execute function nf_card('organising');

-- The wishes go where the founding goes: a lead that named an unknown employer moves to its place once it is known.
create function nf_move_wishes() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update founding_wishes set org_path = new.org_path where federation_id = new.federation_id and founding_id = new.id;
  return null;
end $$;
create trigger organising_moved after update of org_path on organising for each row when (new.org_path <> old.org_path) execute function nf_move_wishes();

create table founding_firms (
  federation_id text not null,
  founding_id uuid not null,
  enterprise_id uuid not null,
  ordinal integer not null check (ordinal between 0 and 199),
  is_open boolean not null default true,
  primary key (federation_id, founding_id, enterprise_id),
  foreign key (federation_id, founding_id) references organising (federation_id, id),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id)
);
comment on table founding_firms is 'The employers of a founding: one, or several that found a joint union';
comment on column founding_firms.is_open is 'Until the union is there or the founding is given up: an employer has one founding at a time';
create unique index founding_firms_one on founding_firms (federation_id, enterprise_id) where is_open;
create index founding_firms_enterprise on founding_firms (federation_id, enterprise_id);
alter table founding_firms enable row level security;
create policy founding_firms_read on founding_firms for select to nuanfeng_app using (
  federation_id = nf_federation()
  and exists (select from organising o where o.federation_id = founding_firms.federation_id and o.id = founding_firms.founding_id));
create policy founding_firms_add on founding_firms for insert to nuanfeng_app with check (federation_id = nf_federation());
create policy founding_firms_edit on founding_firms for update to nuanfeng_app using (
  federation_id = nf_federation()
  and exists (select from organising o where o.federation_id = founding_firms.federation_id and o.id = founding_firms.founding_id
    and ((o.org_path >= nf_scope() and o.org_path < nf_scope_end()) or (o.unit_path >= nf_scope() and o.unit_path < nf_scope_end()))));
grant select, insert, update (is_open) on founding_firms to nuanfeng_app;

create table founding_members (
  federation_id text not null,
  founding_id uuid not null,
  person_id uuid not null,
  handed_on date not null,
  added_at timestamptz not null,
  primary key (federation_id, founding_id, person_id),
  foreign key (federation_id, founding_id) references organising (federation_id, id),
  foreign key (federation_id, person_id) references persons (federation_id, id)
);
comment on table founding_members is 'Who handed in an application (入会申请书) during the founding; members from the day of approval on';
create index founding_members_person on founding_members (federation_id, person_id);
alter table founding_members enable row level security;
create policy founding_members_own on founding_members to nuanfeng_app using (
  federation_id = nf_federation()
  and exists (select from organising o where o.federation_id = founding_members.federation_id and o.id = founding_members.founding_id
    and ((o.org_path >= nf_scope() and o.org_path < nf_scope_end()) or (o.unit_path >= nf_scope() and o.unit_path < nf_scope_end()))))
  with check (federation_id = nf_federation());
grant select, insert, delete on founding_members to nuanfeng_app;

create table founding_papers (
  federation_id text not null,
  id uuid not null,
  founding_id uuid not null,
  kind text not null check (kind in ('prep_report', 'prep_approval', 'founding_report', 'founding_approval')),
  number text not null default '',
  title text not null,
  addressee text not null,
  content text not null,
  issuer text not null,
  issued_on date not null,
  created_at timestamptz not null,
  primary key (federation_id, id),
  foreign key (federation_id, founding_id) references organising (federation_id, id)
);
comment on table founding_papers is 'Papers of a founding as they were issued: reports of the preparers, approvals of the union above with their 文号';
comment on column founding_papers.content is 'Paragraphs, one a line; names no person';
create index founding_papers_founding on founding_papers (federation_id, founding_id, created_at);
create unique index founding_papers_number on founding_papers (federation_id, number) where number <> '';
alter table founding_papers enable row level security;
create policy founding_papers_read on founding_papers for select to nuanfeng_app using (
  federation_id = nf_federation()
  and exists (select from organising o where o.federation_id = founding_papers.federation_id and o.id = founding_papers.founding_id
    and ((o.org_path >= nf_scope() and o.org_path < nf_scope_end()) or (o.unit_path >= nf_scope() and o.unit_path < nf_scope_end()))));
create policy founding_papers_add on founding_papers for insert to nuanfeng_app with check (federation_id = nf_federation());
grant select, insert on founding_papers to nuanfeng_app;

-- Where the employer's founding under way is, also beyond the asker's reach: a worker's wish joins it, an officer's second lead is refused.
create function nf_open_founding(p_enterprise uuid) returns table (id uuid, number text, org_path text)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.number, o.org_path from founding_firms f join organising o on o.federation_id = f.federation_id and o.id = f.founding_id
  where f.federation_id = nf_federation() and f.enterprise_id = p_enterprise and f.is_open
$$;
revoke all on function nf_open_founding from public;
grant execute on function nf_open_founding to nuanfeng_app;
comment on function nf_open_founding is 'The founding under way for an employer: number and place, no more';

create index enterprises_without_union on enterprises (federation_id, headcount desc, id) where union_id is null and life = 'alive';
