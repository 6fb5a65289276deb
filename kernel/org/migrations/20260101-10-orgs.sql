create table federations (
  id text primary key check (id ~ '^[0-9]{6}$'),
  name text not null,
  short_name text not null,
  created_at timestamptz not null default now()
);
comment on table federations is 'County-level federations of trade unions; id is the GB/T 2260 code';
alter table federations enable row level security;
create policy federations_own on federations for select to nuanfeng_app using (id = nf_federation());
grant select on federations to nuanfeng_app;

create table orgs (
  federation_id text not null references federations (id),
  id uuid not null,
  parent_id uuid,
  path text collate "C" not null check (path ~ '^([0-9A-Za-z]+\.)+$'),
  kind text not null check (kind in ('district', 'street', 'community', 'enterprise')),
  code text not null,
  name text not null,
  short_name text not null,
  initials text not null default '',
  grade smallint check (grade between 1 and 4),
  form text check (form in ('single', 'joint', 'industry', 'new_form')),
  credit_code text,
  sort integer not null default 0,
  founded_on date,
  valid_from date not null,
  valid_to date,
  primary key (federation_id, id),
  unique (federation_id, path),
  foreign key (federation_id, parent_id) references orgs (federation_id, id)
);
comment on table orgs is 'The one tree of unions: district, streets, community federations, enterprise unions';
comment on column orgs.path is 'Codes from the root, each closed by a dot: 440307.003.012.';
comment on column orgs.grade is 'Grade one to four of a community federation';
comment on column orgs.credit_code is 'The union''s own code (81…), never its employer''s (91…)';
comment on column orgs.sort is 'Place in official lists';
create index orgs_parent on orgs (federation_id, parent_id);
create index orgs_kind on orgs (federation_id, kind, path);
create index orgs_name on orgs (federation_id, name text_pattern_ops);
create index orgs_initials on orgs (federation_id, initials text_pattern_ops);
create unique index orgs_credit_code on orgs (federation_id, credit_code) where credit_code is not null;
alter table orgs enable row level security;
create policy orgs_read on orgs for select to nuanfeng_app using (federation_id = nf_federation());
create policy orgs_add on orgs for insert to nuanfeng_app with check (federation_id = nf_federation() and path >= nf_scope() and path < nf_scope_end());
create policy orgs_edit on orgs for update to nuanfeng_app using (federation_id = nf_federation() and path >= nf_scope() and path < nf_scope_end());
grant select, insert, update on orgs to nuanfeng_app;

create table org_codes (
  federation_id text not null,
  org_id uuid not null,
  system text not null check (system in ('nbs', 'grid', 'name')),
  code text not null,
  valid_from date not null,
  valid_to date,
  primary key (federation_id, system, code, valid_from),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table org_codes is 'One place, several numberings: national statistics (nbs), local grid, former names; valid from and to';
create index org_codes_org on org_codes (federation_id, org_id);
alter table org_codes enable row level security;
create policy org_codes_read on org_codes for select to nuanfeng_app using (federation_id = nf_federation());
grant select on org_codes to nuanfeng_app;
