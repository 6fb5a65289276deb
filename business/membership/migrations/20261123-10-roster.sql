-- Who bears the document numbers of a roster, wherever in the federation: enough to decide about each row, no more. What of a stint lies out of reach is told
-- only when the name fits as well and the person may be taken in, so that nobody is found by guessing numbers.
create function nf_roster_twins(p_indexes text[], p_names text[]) returns table (
  number_index text, id uuid, in_reach boolean, is_same_name boolean, membership text, union_id uuid, union_title text,
  member_since date, joined_on date, left_on date, org_path text)
language sql stable security definer set search_path = public, pg_temp
-- One look-up in the unique index for each number (OFFSET keeps it so, and keeps out of it the condition that would fit smaller indexes), planned anew each
-- time: a plan made while the registry was small would read all of it once it has grown.
set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
  with twins as (
    select p.*, coalesce((p.org_path >= nf_scope() and p.org_path < nf_scope_end()) or p.id = nf_person(), false) as is_near, p.name = r.name as is_named
    from unnest(p_indexes, p_names) as r (number_index, name)
    cross join lateral (select * from persons b where b.federation_id = nf_federation() and b.id_number_index = r.number_index offset 0) p
    where nf_scope() is not null and p.merged_into is null)
  select t.id_number_index, t.id, t.is_near, t.is_named, t.membership, shown.union_id, case when t.is_near then o.short_name end,
    shown.member_since, shown.joined_on, shown.left_on, shown.org_path
  from twins t
  left join lateral (select t.union_id, t.member_since, t.joined_on, t.left_on, t.org_path where t.is_near or (t.is_named and t.membership <> 'full')) shown on true
  left join orgs o on o.federation_id = t.federation_id and o.id = t.union_id
$$;
comment on function nf_roster_twins is 'For each document number of a roster the record that bears it, as far as the sender may know';

-- Takes people of a roster into unions, all in one statement, through the one writer of stints. Whoever has become a full member elsewhere meanwhile is left
-- where he is and not answered. A day before the end of the last stint counts as today: nobody is in two unions on one day.
create function nf_roster_take(p_persons uuid[], p_unions uuid[], p_kinds text[], p_days date[], p_today date) returns table (person_id uuid, past_id uuid)
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  wanted record;
  was persons%rowtype;
  bound date;
  since date;
begin
  for wanted in select * from unnest(p_persons, p_unions, p_kinds, p_days) as r (person, new_union, kind, day) order by 1 loop
    select * into was from persons p where p.federation_id = nf_federation() and p.id = wanted.person and p.merged_into is null for update;
    continue when not found or was.membership = 'full';
    select greatest(was.member_since, max(m.to_on)) into bound from past_memberships m
      where m.federation_id = nf_federation() and m.person_id = wanted.person and m.to_on > m.from_on;
    since := case when bound is null or wanted.day >= bound then wanted.day else greatest(p_today, bound) end;
    perform nf_set_membership(wanted.person, wanted.new_union, wanted.kind, since, case was.membership when 'pooled' then 'transfer' else 'resumed' end);
    person_id := wanted.person;
    past_id := null;
    if was.membership <> 'none' then
      select m.id into past_id from past_memberships m where m.federation_id = nf_federation() and m.person_id = wanted.person
        and m.union_id = was.union_id and m.from_on = was.member_since and m.to_on = since order by m.id limit 1;
    end if;
    return next;
  end loop;
end $$;
comment on function nf_roster_take is 'Begins a stint in a union for each of the people who is a full member nowhere';
revoke execute on function nf_roster_twins, nf_roster_take from public;
grant execute on function nf_roster_twins, nf_roster_take to nuanfeng_app;

create table export_mappings (
  federation_id text not null references federations (id),
  id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  source text not null,
  valid_from date not null,
  edited_by uuid not null,
  edited_at timestamptz not null,
  primary key (federation_id, id),
  unique (federation_id, org_path, name)
);
comment on table export_mappings is 'Layouts in which members are handed to another system';
comment on column export_mappings.org_path is 'Union that keeps the layout; the unions below use it too';
comment on column export_mappings.source is 'Where the layout comes from: a template with its date, a letter';
alter table export_mappings enable row level security;
create policy export_mappings_read on export_mappings for select to nuanfeng_app
  using (federation_id = nf_federation() and nf_scope() is not null and (org_path >= nf_scope() and org_path < nf_scope_end() or starts_with(nf_scope(), org_path)));
create policy export_mappings_add on export_mappings for insert to nuanfeng_app
  with check (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy export_mappings_edit on export_mappings for update to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
create policy export_mappings_remove on export_mappings for delete to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select, insert, delete, update (name, source, valid_from, edited_by, edited_at) on export_mappings to nuanfeng_app;

create table export_columns (
  federation_id text not null,
  mapping_id uuid not null,
  position integer not null check (position between 0 and 59),
  field text not null,
  header text not null,
  format text not null,
  primary key (federation_id, mapping_id, position),
  foreign key (federation_id, mapping_id) references export_mappings (federation_id, id) on delete cascade
);
comment on table export_columns is 'Columns of a layout in their order: which field, under which name and in which form';
alter table export_columns enable row level security;
create policy export_columns_read on export_columns for select to nuanfeng_app using (federation_id = nf_federation()
  and exists (select from export_mappings m where m.federation_id = export_columns.federation_id and m.id = export_columns.mapping_id));
create policy export_columns_add on export_columns for insert to nuanfeng_app with check (federation_id = nf_federation() and exists (select from export_mappings m
  where m.federation_id = export_columns.federation_id and m.id = export_columns.mapping_id and m.org_path >= nf_scope() and m.org_path < nf_scope_end()));
create policy export_columns_remove on export_columns for delete to nuanfeng_app using (federation_id = nf_federation() and exists (select from export_mappings m
  where m.federation_id = export_columns.federation_id and m.id = export_columns.mapping_id and m.org_path >= nf_scope() and m.org_path < nf_scope_end()));
grant select, insert, delete on export_columns to nuanfeng_app;
