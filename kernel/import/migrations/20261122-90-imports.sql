create table imports (
  federation_id text not null references federations (id),
  id uuid not null,
  line text not null,
  kind text not null,
  unit_id uuid not null,
  org_path text collate "C" not null,
  sender_id uuid not null,
  sender_name text not null,
  actor jsonb not null,
  state text not null check (state in ('uploaded', 'mapped', 'checking', 'checked', 'storing', 'stored', 'undoing', 'undone', 'failed', 'abandoned')),
  document_id uuid not null,
  stored_as text not null,
  name_sealed text not null,
  file_gone_at timestamptz,
  look_sealed text,
  is_look_due boolean not null default true,
  sheet integer,
  header_row integer,
  fingerprint text,
  mapping jsonb,
  options jsonb not null default '{}',
  run integer not null default 0,
  position integer not null default 0 check (position >= 0),
  total integer check (total >= position),
  added integer not null default 0,
  changed integer not null default 0,
  same integer not null default 0,
  refused integer not null default 0,
  warned integer not null default 0,
  undone integer not null default 0,
  kept integer not null default 0,
  codes jsonb not null default '{}',
  is_stop_wanted boolean not null default false,
  attempts integer not null default 0,
  failure text,
  failed_in text check (failed_in in ('uploaded', 'checking', 'storing', 'undoing')),
  lease_by text,
  lease_until timestamptz,
  created_at timestamptz not null,
  begun_at timestamptz,
  moved_at timestamptz,
  checked_at timestamptz,
  stored_at timestamptz,
  undo_until timestamptz,
  undone_at timestamptz,
  primary key (federation_id, id),
  foreign key (federation_id, unit_id) references orgs (federation_id, id),
  check ((state = 'failed') = (failure is not null) and (state = 'failed') = (failed_in is not null))
);
comment on table imports is 'One spreadsheet that somebody brings in, from the upload to the undo';
comment on column imports.line is 'Slug of the line whose kind of import it is';
comment on column imports.org_path is 'Path of the union it is for, whose superiors may see it';
comment on column imports.actor is 'Under whose standing the present run writes: the sender, or who undoes it';
comment on column imports.document_id is 'What the content is sealed for in the file store';
comment on column imports.stored_as is 'Name in the file store; the file is gone from file_gone_at on';
comment on column imports.name_sealed is 'Name of the file, encrypted: people write names into it';
comment on column imports.look_sealed is 'First rows, sheets and column names, encrypted; null until the file was looked into';
comment on column imports.fingerprint is 'Of the column names, by which a mapping is remembered';
comment on column imports.mapping is 'Key of the field → column of the sheet from 0, as the sender confirmed it';
comment on column imports.run is 'Counts checks, stores and undos: reasons of an earlier run are not shown';
comment on column imports.position is 'Rows of the sheet this run has dealt with; written together with what was done about them';
comment on column imports.codes is 'How many rows bear each reason, by its code';
comment on column imports.undone is 'Rows that an undo took back; kept are those it had to leave';
comment on column imports.lease_by is 'Process that works on it, until lease_until unless it renews';
comment on column imports.begun_at is 'When the present run began; moved_at when it last got ahead';
create index imports_list on imports (federation_id, org_path, created_at desc, id);
create index imports_sender on imports (federation_id, sender_id, created_at desc);
create index imports_running on imports (federation_id, state) where state in ('checking', 'storing', 'undoing') or is_look_due;
create index imports_files on imports (federation_id, created_at) where file_gone_at is null;
alter table imports enable row level security;
create policy imports_read on imports for select to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy imports_add on imports for insert to nuanfeng_app
  with check (federation_id = nf_federation() and sender_id = nf_person() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy imports_edit on imports for update to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert on imports to nuanfeng_app;
grant update (state, actor, file_gone_at, look_sealed, is_look_due, sheet, header_row, fingerprint, mapping, options, run, position, total, added, changed, same,
  refused, warned, undone, kept, codes, is_stop_wanted, attempts, failure, failed_in, lease_by, lease_until, begun_at, moved_at, checked_at, stored_at, undo_until,
  undone_at) on imports to nuanfeng_app;

create table import_rows (
  federation_id text not null,
  import_id uuid not null,
  run integer not null,
  first_row integer not null,
  codes jsonb not null,
  rows jsonb not null,
  primary key (federation_id, import_id, run, first_row),
  foreign key (federation_id, import_id) references imports (federation_id, id) on delete cascade
);
comment on table import_rows is 'Rows of a sheet that were not taken or deserve a look, one entry for each chunk: their numbers and why, never what they say';
comment on column import_rows.first_row is 'Number in the sheet of the first row told of';
comment on column import_rows.codes is 'Codes that occur in the entry';
comment on column import_rows.rows is '[{row, isRefused, reasons: [{column, code, message}]}] in the order of the sheet; a message speaks of the cell without quoting it';
alter table import_rows enable row level security;
create policy import_rows_all on import_rows to nuanfeng_app
  using (federation_id = nf_federation() and exists (select from imports i where i.federation_id = import_rows.federation_id and i.id = import_rows.import_id))
  with check (federation_id = nf_federation() and exists (select from imports i where i.federation_id = import_rows.federation_id and i.id = import_rows.import_id));
grant select, insert on import_rows to nuanfeng_app;

create table import_changes (
  federation_id text not null,
  import_id uuid not null,
  seq integer not null,
  changes jsonb not null,
  is_kept boolean not null default false,
  primary key (federation_id, import_id, seq),
  foreign key (federation_id, import_id) references imports (federation_id, id) on delete cascade
);
comment on table import_changes is 'What an import wrote, one entry for each chunk, so that it can be undone exactly; deleted when that is no longer possible';
comment on column import_changes.seq is 'Rows of the sheet dealt with so far; undone from the last entry';
comment on column import_changes.changes is '[{row, target, id, digest} for an added row, {row, target, id, before, after} for changed columns] in the order of writing';
comment on column import_changes.is_kept is 'An undo has been here and had to leave something';
alter table import_changes enable row level security;
create policy import_changes_all on import_changes to nuanfeng_app
  using (federation_id = nf_federation() and exists (select from imports i where i.federation_id = import_changes.federation_id and i.id = import_changes.import_id))
  with check (federation_id = nf_federation() and exists (select from imports i where i.federation_id = import_changes.federation_id and i.id = import_changes.import_id));
grant select, insert on import_changes to nuanfeng_app;

create table import_mappings (
  federation_id text not null references federations (id),
  org_path text collate "C" not null,
  line text not null,
  kind text not null,
  fingerprint text not null,
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (federation_id, org_path, line, kind, fingerprint)
);
comment on table import_mappings is 'Which column a union''s own sheets keep what in, remembered by their column names';
comment on column import_mappings.mapping is 'Key of the field → name of its column';
alter table import_mappings enable row level security;
create policy import_mappings_all on import_mappings to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end())
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert, update (mapping, used_at) on import_mappings to nuanfeng_app;

create table import_copies (
  federation_id text not null,
  id uuid not null,
  import_id uuid not null,
  requester_id uuid not null,
  is_all boolean not null,
  document_id uuid,
  failure text,
  created_at timestamptz not null,
  primary key (federation_id, id),
  foreign key (federation_id, import_id) references imports (federation_id, id) on delete cascade
);
comment on table import_copies is 'Copies of the sender''s own file with a column that says why a row was not taken, each for the one who asked for it';
comment on column import_copies.is_all is 'All rows, or only those that were not taken';
comment on column import_copies.document_id is 'NULL while it is being written';
create index import_copies_import on import_copies (federation_id, import_id, requester_id, created_at desc);
alter table import_copies enable row level security;
create policy import_copies_read on import_copies for select to nuanfeng_app using (federation_id = nf_federation() and requester_id = nf_person());
create policy import_copies_add on import_copies for insert to nuanfeng_app
  with check (federation_id = nf_federation() and requester_id = nf_person()
    and exists (select from imports i where i.federation_id = import_copies.federation_id and i.id = import_copies.import_id));
create policy import_copies_edit on import_copies for update to nuanfeng_app using (federation_id = nf_federation() and requester_id = nf_person());
grant select, insert, update (document_id, failure) on import_copies to nuanfeng_app;

-- Deleting a person asks every table that may name one; without this it would read all persons.
create index persons_merged_into on persons (federation_id, merged_into) where merged_into is not null;

-- Takes back changes all at once, those of one record from the last to the first. Fails when any of them has to stay. A row counts as changed since when
-- its hash is another one; so it does when a later version of the system gave its table a column.
create function nf_undo_changes(p_changes jsonb) returns void language plpgsql set search_path = public, pg_temp as $$
declare
  whole integer := jsonb_array_length(p_changes);
  done integer := 0;
  hit integer;
  layer integer;
  layers integer;
  target text;
  names text;
  chosen constant text := 'select c.target, c.id, c.digest, c.before, c.after, row_number() over (partition by c.target, c.id order by c.seq desc) as layer
    from rows from (jsonb_to_recordset($1) as (target text, id uuid, digest text, before jsonb, after jsonb)) with ordinality as c (target, id, digest, before, after, seq)';
begin
  if exists (select from jsonb_to_recordset(p_changes) as c (target text) where c.target not in ('persons', 'past_memberships', 'enterprises', 'orgs')) then
    raise exception 'no import writes there' using errcode = 'insufficient_privilege';
  end if;
  execute format('select max(layer) from (%s) c', chosen) into layers using p_changes;
  for layer in 1..coalesce(layers, 0) loop
    for target, names in execute format('select c.target, string_agg(distinct case when k.key is not null then format(''%%1$I = (jsonb_populate_record(t, c.before)).%%1$I'', k.key) end, '', '')
        from (%s) c left join lateral jsonb_object_keys(c.before) k (key) on true where c.layer = $2 group by c.target', chosen) using p_changes, layer loop
      if names is not null then
        execute format('update %I t set %s from (%s) c where c.target = $2 and c.layer = $3 and c.digest is null
          and t.federation_id = nf_federation() and t.id = c.id and jsonb_populate_record(t, c.after) is not distinct from t', target, names, chosen)
          using p_changes, target, layer;
        get diagnostics hit = row_count;
        done := done + hit;
      end if;
      execute format('delete from %I t using (%s) c where c.target = $2 and c.layer = $3 and c.digest is not null
        and t.federation_id = nf_federation() and t.id = c.id and hash_record_extended(t, 0)::text = c.digest', target, chosen)
        using p_changes, target, layer;
      get diagnostics hit = row_count;
      done := done + hit;
    end loop;
  end loop;
  if done <> whole then raise exception 'changed since' using errcode = 'NF001'; end if;
  set constraints all immediate;
  set constraints all deferred;
end $$;
comment on function nf_undo_changes is 'Part of nf_undo_import; by itself it can do no more than who calls it';
revoke execute on function nf_undo_changes from public;

-- Takes back the last chunk that an import wrote and that is not undone yet. Whatever one row of the sheet wrote goes together or stays together: all rows at
-- once where nothing has changed since, else one by one. It crosses the walls of row-level security, because the application may not delete people: only
-- what this import has noted can be touched, and only while it is being undone by somebody in whose scope it lies. Answers '' for a row that was undone,
-- 'changed' or 'used' for one that has to stay, and nothing when there is no more.
create function nf_undo_import(p_import uuid) returns table (sheet_row integer, why text)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  chunk import_changes%rowtype;
  own jsonb;
  left_over boolean := false;
begin
  perform from imports i where i.federation_id = nf_federation() and i.id = p_import and i.state = 'undoing'
    and i.org_path >= nf_scope() and i.org_path < nf_scope_end();
  if not found then raise exception 'out of reach' using errcode = 'insufficient_privilege'; end if;
  select * into chunk from import_changes c where c.federation_id = nf_federation() and c.import_id = p_import and not c.is_kept order by c.seq desc limit 1;
  if not found then return; end if;
  set constraints all deferred;
  begin
    perform nf_undo_changes(chunk.changes);
    return query select distinct c.row, '' from jsonb_to_recordset(chunk.changes) as c (row integer);
  exception when sqlstate 'NF001' or foreign_key_violation or exclusion_violation or unique_violation then
    for sheet_row, own in select c.row, jsonb_agg(c.one order by c.seq)
        from (select (one ->> 'row')::integer as row, one, seq from jsonb_array_elements(chunk.changes) with ordinality as e (one, seq)) c
        group by c.row order by max(c.seq) desc loop
      why := '';
      begin
        perform nf_undo_changes(own);
      exception
        when sqlstate 'NF001' or exclusion_violation or unique_violation then why := 'changed';
        when foreign_key_violation then why := 'used';
      end;
      left_over := left_over or why <> '';
      return next;
    end loop;
  end;
  if left_over then
    update import_changes c set is_kept = true where c.federation_id = nf_federation() and c.import_id = p_import and c.seq = chunk.seq;
  else
    delete from import_changes c where c.federation_id = nf_federation() and c.import_id = p_import and c.seq = chunk.seq;
  end if;
end $$;
comment on function nf_undo_import is 'Undoes the last chunk of an import exactly, or says which of its rows somebody has changed or used since';
revoke execute on function nf_undo_import from public;
grant execute on function nf_undo_import to nuanfeng_app;
