create table persons (
  federation_id text not null references federations (id),
  id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  initials text not null default '',
  id_kind text not null default 'resident' check (id_kind in ('resident', 'hongkong_macao', 'taiwan', 'foreigner', 'passport', 'unknown')),
  id_number_sealed text,
  id_number_index text,
  phone_sealed text,
  phone_index text,
  sex text not null check (sex in ('male', 'female', 'unknown')),
  birth_on date,
  enterprise_id uuid,
  union_id uuid,
  occupation text not null default '',
  is_new_form boolean not null default false,
  collected_on date,
  verified_on date,
  joined_on date,
  left_on date,
  primary key (federation_id, id),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id),
  foreign key (federation_id, union_id) references orgs (federation_id, id)
);
comment on table persons is 'The one registry of people. An account is not a person; a person may have none';
comment on column persons.id_number_sealed is 'Encrypted; shown masked; revealed only with a logged reason';
comment on column persons.id_number_index is 'Blind index: HMAC of the normalised number';
comment on column persons.org_path is 'Path of the union, else of the community, the person belongs to';
comment on column persons.collected_on is 'The funnel on one record: collected, verified, joined, left';
create unique index persons_id_number on persons (federation_id, id_number_index) where id_number_index is not null;
create index persons_phone on persons (federation_id, phone_index) where phone_index is not null;
create index persons_path on persons (federation_id, org_path);
create index persons_name on persons (federation_id, name text_pattern_ops, birth_on);
create index persons_initials on persons (federation_id, initials text_pattern_ops);
create index persons_enterprise on persons (federation_id, enterprise_id) where enterprise_id is not null;
alter table persons enable row level security;
create policy persons_read on persons for select to nuanfeng_app
  using (federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or id = nf_person()));
create policy persons_add on persons for insert to nuanfeng_app
  with check (federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or id = nf_person()));
create policy persons_edit on persons for update to nuanfeng_app
  using (federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or id = nf_person()));
grant select, insert, update on persons to nuanfeng_app;

create table posts (
  federation_id text not null references federations (id),
  id uuid not null,
  person_id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  role text not null,
  title text not null,
  valid_from date not null,
  valid_to date,
  primary key (federation_id, id),
  foreign key (federation_id, person_id) references persons (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table posts is 'Who holds which role in which union, from and to. One person may hold several';
create index posts_person on posts (federation_id, person_id);
create index posts_org on posts (federation_id, org_path, role);
alter table posts enable row level security;
-- Who holds which post is known to everybody who holds one with a scope: a street asks the district's mediators.
create policy posts_read on posts for select to nuanfeng_app
  using (federation_id = nf_federation() and (nf_scope() is not null or person_id = nf_person()));
grant select on posts to nuanfeng_app;
