create table targets (
  federation_id text not null references federations (id),
  id uuid not null,
  year integer not null check (year between 2000 and 2100),
  figure text not null,
  title text not null default '',
  unit text not null default '',
  comparator text not null check (comparator in ('>=', '<=')),
  number double precision not null check (number >= 0),
  said text not null default '',
  source text not null,
  department text not null default '',
  sort integer not null default 0,
  issued_on date,
  edited_by uuid,
  edited_at timestamptz not null,
  primary key (federation_id, id),
  unique (federation_id, year, figure)
);
comment on table targets is '年度目标: what a year is to bring of one figure, said once and read by every line';
comment on column targets.figure is 'Code of a figure; one that no line records yet may stand here, and then title and unit do too';
comment on column targets.said is 'How the paper words it where that differs from figure and number';
comment on column targets.issued_on is 'Null while the plan is a draft: nobody is held to it yet';
alter table targets enable row level security;
create policy targets_read on targets for select to nuanfeng_app
  using (federation_id = nf_federation() and (issued_on is not null or nf_scope() = nf_federation() || '.'));
create policy targets_add on targets for insert to nuanfeng_app with check (federation_id = nf_federation() and nf_scope() = nf_federation() || '.');
create policy targets_edit on targets for update to nuanfeng_app using (federation_id = nf_federation() and nf_scope() = nf_federation() || '.');
create policy targets_drop on targets for delete to nuanfeng_app
  using (federation_id = nf_federation() and nf_scope() = nf_federation() || '.' and issued_on is null);
grant select, insert, update, delete on targets to nuanfeng_app;

-- What was entered as a dated parameter moves here, so that it is said in one place.
insert into targets (federation_id, id, year, figure, comparator, number, source, issued_on, edited_by, edited_at)
select federation_id, gen_random_uuid(), extract(year from valid_from)::int, substr(code, 8), value ->> 'comparator', (value ->> 'number')::float8, source, valid_from, edited_by, edited_at
  from parameters where code like 'target.%';
delete from parameters where code like 'target.%';
