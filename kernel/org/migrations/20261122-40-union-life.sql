alter table orgs drop constraint orgs_form_check, add constraint orgs_form_check check (form in ('single', 'joint', 'industry', 'new_form', 'pool'));
comment on column orgs.form is 'How a union is made up; pool: a street''s waiting room for members whose workplace has no union yet';

create table union_terms (
  federation_id text not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  ordinal integer not null check (ordinal between 1 and 99),
  from_on date not null,
  years integer not null check (years = 3 or years = 5),
  expires_on date not null check (expires_on > from_on),
  extended_to date check (extended_to > expires_on),
  ended_on date,
  election_id uuid,
  primary key (federation_id, id),
  unique (federation_id, org_id, ordinal),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table union_terms is '届: the terms of office of a union committee, three or five years';
comment on column union_terms.extended_to is 'A due election put off with the approval of the union above, six months at most';
comment on column union_terms.ended_on is 'When the next committee took over, or the union ended';
create index union_terms_due on union_terms (federation_id, expires_on) where ended_on is null;

create table union_certificates (
  federation_id text not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  number text not null,
  credit_code text not null,
  legal_person_id uuid,
  legal_name text not null,
  issued_on date not null,
  expires_on date not null check (expires_on > issued_on),
  state text not null default 'valid' check (state in ('valid', 'replaced', 'lost', 'cancelled')),
  primary key (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id)
);
comment on table union_certificates is '工会法人资格证书: number, code (81…), legal representative and validity (总工办发〔2020〕20号)';
create index union_certificates_org on union_certificates (federation_id, org_id);
create unique index union_certificates_one on union_certificates (federation_id, org_id) where state = 'valid';
create index union_certificates_due on union_certificates (federation_id, expires_on) where state = 'valid';

create table union_officers (
  federation_id text not null,
  id uuid not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  duty text not null check (duty in ('chair', 'vice_chair', 'committee', 'audit_chair', 'audit_committee', 'women_chair', 'women_committee', 'organiser', 'treasurer', 'delegate')),
  is_full_time boolean not null default false,
  term_id uuid,
  from_on date not null,
  to_on date check (to_on >= from_on),
  ended_for text not null default '' check (ended_for in ('', 'term', 'recalled', 'resigned', 'left', 'died')),
  primary key (federation_id, id),
  foreign key (federation_id, org_id) references orgs (federation_id, id),
  foreign key (federation_id, person_id) references persons (federation_id, id),
  foreign key (federation_id, term_id) references union_terms (federation_id, id)
);
comment on table union_officers is 'Who was elected to what in a union, from and to (half-open): committee, audit, women''s committee, delegates. Not an account''s post';
create index union_officers_org on union_officers (federation_id, org_id, duty);
create index union_officers_person on union_officers (federation_id, person_id);

alter table union_terms enable row level security;
alter table union_certificates enable row level security;
alter table union_officers enable row level security;
create policy union_terms_read on union_terms for select to nuanfeng_app using (federation_id = nf_federation());
create policy union_terms_add on union_terms for insert to nuanfeng_app with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy union_terms_edit on union_terms for update to nuanfeng_app using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy union_certificates_read on union_certificates for select to nuanfeng_app using (federation_id = nf_federation());
create policy union_certificates_add on union_certificates for insert to nuanfeng_app with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy union_certificates_edit on union_certificates for update to nuanfeng_app using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy union_officers_read on union_officers for select to nuanfeng_app
  using (federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or person_id = nf_person()));
create policy union_officers_add on union_officers for insert to nuanfeng_app with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy union_officers_edit on union_officers for update to nuanfeng_app using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert, update on union_terms, union_certificates, union_officers to nuanfeng_app;
