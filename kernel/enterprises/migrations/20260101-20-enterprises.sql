create table enterprises (
  federation_id text not null references federations (id),
  id uuid not null,
  org_path text collate "C" not null,
  union_id uuid,
  credit_code text,
  name text not null,
  initials text not null default '',
  industry text not null check (industry ~ '^[A-T]$'),
  headcount integer not null check (headcount >= 0),
  headcount_on date not null,
  headcount_source text not null check (headcount_source in ('social_insurance', 'declared', 'visit')),
  band text not null generated always as (case when headcount >= 100 then '100+' when headcount >= 25 then '25-99' else '<25' end) stored
    check (band in ('<25', '25-99', '100+')),
  life text not null default 'alive' check (life in ('alive', 'suspended', 'moved', 'revoked', 'deregistered', 'lost')),
  is_new_form boolean not null default false,
  address text not null default '',
  opened_on date not null,
  closed_on date,
  primary key (federation_id, id),
  foreign key (federation_id, union_id) references orgs (federation_id, id)
);
comment on table enterprises is 'The one registry of employers. org_path is the community where the work is done, not the place of registration';
comment on column enterprises.credit_code is 'Unified social credit code of the employer (91…, 92…), GB 32100-2015';
comment on column enterprises.union_id is 'The union its workers belong to: its own, or a joint one';
comment on column enterprises.band is 'The union''s own size bands, which decide duties';
comment on column enterprises.is_new_form is 'Platform or station of new-form employment';
create unique index enterprises_credit_code on enterprises (federation_id, credit_code) where credit_code is not null;
create index enterprises_path on enterprises (federation_id, org_path, band);
create index enterprises_name on enterprises (federation_id, name text_pattern_ops);
create index enterprises_initials on enterprises (federation_id, initials text_pattern_ops);
create index enterprises_union on enterprises (federation_id, union_id) where union_id is not null;
alter table enterprises enable row level security;
create policy enterprises_read on enterprises for select to nuanfeng_app using (federation_id = nf_federation());
create policy enterprises_add on enterprises for insert to nuanfeng_app with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy enterprises_edit on enterprises for update to nuanfeng_app using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert, update on enterprises to nuanfeng_app;
