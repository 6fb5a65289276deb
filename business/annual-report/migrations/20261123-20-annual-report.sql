create table annual_report (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('draft', 'published', 'discarded')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid,
  union_name text not null,
  year integer not null check (year between 2000 and 2100),
  edition integer not null check (edition >= 1),
  body jsonb not null,
  revision integer not null check (revision >= 1),
  editor_id uuid not null,
  editor_name text not null,
  edited_at timestamptz not null,
  published_at timestamptz,
  published_by text not null default '',
  document_number text not null default '',
  frozen_text jsonb,
  fingerprint text check (fingerprint ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, editor_id) references persons (federation_id, id),
  check ((published_at is not null) = (state = 'published')),
  check ((frozen_text is not null) = (state = 'published')),
  check ((fingerprint is not null) = (state = 'published'))
);
comment on table annual_report is '年度报告: the report of a union on a year, an edition a row; once published it does not change';
comment on column annual_report.union_name is 'The union as it was called when the report was begun';
comment on column annual_report.body is 'Paragraphs in order: level 0 text, 1 to 4 headings; parts are text, or the code of a figure or of a target, never a number. One document, always read and written whole';
comment on column annual_report.revision is 'Counts savings; who saves says which one he saw';
comment on column annual_report.frozen_text is 'What was published, paragraph by paragraph, with the words of every figure';
comment on column annual_report.fingerprint is 'SHA-256 of the canonical JSON of what was published: title, text, figures, targets';
create unique index annual_report_edition on annual_report (federation_id, org_path, year, edition) where state <> 'discarded';
create unique index annual_report_draft on annual_report (federation_id, org_path, year) where state = 'draft';
create index annual_report_list on annual_report (federation_id, year desc, org_path);

create table annual_report_figures (
  federation_id text not null,
  report_id uuid not null,
  code text not null,
  org_path text collate "C" not null,
  line text not null,
  title text not null,
  unit text not null,
  kind text not null check (kind in ('flow', 'stock', 'rate')),
  definition text not null,
  owner text not null,
  value double precision not null,
  numerator double precision,
  denominator double precision,
  last_year double precision,
  as_of date not null,
  words text not null,
  primary key (federation_id, report_id, code),
  foreign key (federation_id, report_id) references annual_report (federation_id, id),
  check ((kind = 'rate') = (numerator is not null and denominator is not null))
);
comment on table annual_report_figures is 'The figures of a published report as they were: value, what a rate rests on, definition, last day counted, words';

create table annual_report_targets (
  federation_id text not null,
  report_id uuid not null,
  code text not null,
  org_path text collate "C" not null,
  year integer not null,
  title text not null,
  unit text not null,
  comparator text not null check (comparator in ('>=', '<=')),
  number double precision not null,
  source text not null,
  words text not null,
  primary key (federation_id, report_id, code),
  foreign key (federation_id, report_id) references annual_report (federation_id, id)
);
comment on table annual_report_targets is 'The targets of the next year that a published report names, as they were';

create function nf_annual_report_stands() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.state = 'published' then raise exception 'a published report is not deleted' using errcode = 'integrity_constraint_violation'; end if;
    return old;
  end if;
  if old.state = 'published' and (old.title, old.union_name, old.year, old.edition, old.body, old.revision, old.state, old.frozen_text, old.fingerprint,
      old.published_at, old.published_by, old.document_number) is distinct from (new.title, new.union_name, new.year, new.edition, new.body, new.revision,
      new.state, new.frozen_text, new.fingerprint, new.published_at, new.published_by, new.document_number)
  then raise exception 'a published report does not change' using errcode = 'integrity_constraint_violation'; end if;
  return new;
end $$;
create trigger annual_report_stands before update or delete on annual_report for each row execute function nf_annual_report_stands();

create function nf_annual_report_evidence() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then raise exception 'the figures of a published report do not change' using errcode = 'integrity_constraint_violation'; end if;
  if not exists (select from annual_report r where r.federation_id = new.federation_id and r.id = new.report_id and r.state = 'draft' and r.org_path = new.org_path)
  then raise exception 'figures are frozen when a report is published, not later' using errcode = 'integrity_constraint_violation'; end if;
  return new;
end $$;
create trigger annual_report_figures_stand before insert or update or delete on annual_report_figures
  for each row execute function nf_annual_report_evidence();
create trigger annual_report_targets_stand before insert or update or delete on annual_report_targets
  for each row execute function nf_annual_report_evidence();

alter table annual_report enable row level security;
alter table annual_report_figures enable row level security;
alter table annual_report_targets enable row level security;
create policy annual_report_read on annual_report for select to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
-- A union writes its own report and no other, not even of those below.
create policy annual_report_add on annual_report for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path = nf_scope() and unit_path = nf_scope());
create policy annual_report_edit on annual_report for update to nuanfeng_app
  using (federation_id = nf_federation() and org_path = nf_scope()) with check (federation_id = nf_federation() and org_path = nf_scope());
create policy annual_report_figures_read on annual_report_figures for select to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy annual_report_figures_add on annual_report_figures for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path = nf_scope());
create policy annual_report_targets_read on annual_report_targets for select to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy annual_report_targets_add on annual_report_targets for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path = nf_scope());
grant select, insert, update on annual_report to nuanfeng_app;
grant select, insert on annual_report_figures, annual_report_targets to nuanfeng_app;
create trigger annual_report_card after insert or update on annual_report for each row execute function nf_card('annual-report');
