create table disputes (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  org_path text collate "C" not null,
  owner_id uuid,
  person_id uuid,
  enterprise_id uuid,
  opened_at timestamptz not null,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id)
);
comment on table disputes is 'The parent of every matter about the same quarrel: appeal, mediation, legal aid, supervision letter';
create index disputes_enterprise on disputes (federation_id, enterprise_id) where enterprise_id is not null;
alter table disputes enable row level security;
create policy disputes_read on disputes for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or owner_id = nf_person()
    or exists (select from cases c where c.federation_id = disputes.federation_id and c.dispute_id = disputes.id)));
create policy disputes_add on disputes for insert to nuanfeng_app with check (federation_id = nf_federation());
grant select, insert on disputes to nuanfeng_app;

create table recoveries (
  federation_id text not null,
  id uuid not null,
  dispute_id uuid not null,
  line text not null,
  record_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  basis text not null check (basis in ('agreement', 'judgment', 'award', 'payment')),
  document_id uuid,
  note text not null default '',
  org_path text collate "C" not null,
  at timestamptz not null,
  primary key (federation_id, id),
  foreign key (federation_id, dispute_id) references disputes (federation_id, id)
);
comment on table recoveries is 'Money won for workers. It belongs to the dispute, once, whichever line closed it';
create index recoveries_dispute on recoveries (federation_id, dispute_id);
create index recoveries_line on recoveries (federation_id, line, at);
create unique index recoveries_record on recoveries (federation_id, record_id);
alter table recoveries enable row level security;
create policy recoveries_read on recoveries for select to nuanfeng_app
  using (federation_id = nf_federation() and exists (select from disputes d where d.federation_id = recoveries.federation_id and d.id = recoveries.dispute_id));
create policy recoveries_add on recoveries for insert to nuanfeng_app with check (federation_id = nf_federation());
grant select, insert on recoveries to nuanfeng_app;
