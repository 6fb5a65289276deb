create table person_merges (
  federation_id text not null,
  id uuid not null,
  org_path text collate "C" not null,
  kept_id uuid not null,
  gone_id uuid not null,
  reason text not null,
  merged_by uuid,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  kept_before jsonb not null,
  kept_after jsonb not null,
  gone_before jsonb not null,
  moved jsonb not null,
  primary key (federation_id, id),
  foreign key (federation_id, kept_id) references persons (federation_id, id),
  foreign key (federation_id, gone_id) references persons (federation_id, id)
);
comment on table person_merges is 'Two records of one person made one; holds all that is needed to undo it. Identity numbers in it are sealed as they are on the person';
comment on column person_merges.moved is 'Rows that pointed to the one and now point to the other: table, column, primary key';
create index person_merges_kept on person_merges (federation_id, kept_id);
create index person_merges_gone on person_merges (federation_id, gone_id);
create index person_merges_recent on person_merges (federation_id, merged_at desc, id desc);
alter table person_merges enable row level security;
create policy person_merges_read on person_merges for select to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant select on person_merges to nuanfeng_app;

-- Whoever merges must reach at least one of the two: the other may stand with another union, or with none yet.
create function nf_merge_pair(p_kept uuid, p_gone uuid) returns setof persons
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from persons where federation_id = nf_federation() and id in (p_kept, p_gone) and org_path >= nf_scope() and org_path < nf_scope_end()) then
    raise exception 'out of reach' using errcode = 'insufficient_privilege';
  end if;
  return query select * from persons where federation_id = nf_federation() and id in (p_kept, p_gone) order by id for update;
end $$;
comment on function nf_merge_pair is 'The two records to be made one, locked';

-- Every row that points to a person, whatever the line: columns of these names, and not the logs that say what was.
create function nf_repoint_person(p_from uuid, p_to uuid) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  place record;
  keys text;
  one jsonb;
  moved jsonb := '[]';
begin
  for place in
    select c.relname as tab, a.attname as col, c.oid as rel from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not a.attisdropped and a.atttypid = 'uuid'::regtype
      and a.attname in ('owner_id', 'assignee_id', 'person_id', 'recipient_id', 'uploader_id', 'legal_person_id', 'actor_id')
      and c.relname not in ('persons', 'person_merges', 'audit_log', 'cases', 'idempotency_keys')
    order by 1, 2
  loop
    select string_agg(format('%L, t.%I', a.attname, a.attname), ', ') into keys
      from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where i.indrelid = place.rel and i.indisprimary;
    for one in execute format('select jsonb_build_object(%s) from %I t where t.federation_id = $1 and t.%I = $2', keys, place.tab, place.col)
      using nf_federation(), p_from
    loop
      begin
        execute format('update %I t set %I = $1 where to_jsonb(t) @> $2 and t.federation_id = $3 and t.%I = $4', place.tab, place.col, place.col)
          using p_to, one, nf_federation(), p_from;
        moved := moved || jsonb_build_object('table', place.tab, 'column', place.col, 'key', one || case when one ? place.col then jsonb_build_object(place.col, p_to) else '{}' end);
      exception when unique_violation then
        null; -- The other one has the same already; this row stays with the alias.
      end;
    end loop;
  end loop;
  return moved;
end $$;
revoke execute on function nf_repoint_person from public;

create function nf_write_person(after persons) returns persons
language sql security definer set search_path = public, pg_temp as $$
  update persons set org_path = after.org_path, name = after.name, initials = after.initials, id_kind = after.id_kind, id_number_sealed = after.id_number_sealed,
      id_number_index = after.id_number_index, phone_sealed = after.phone_sealed, phone_index = after.phone_index, sex = after.sex, birth_on = after.birth_on,
      enterprise_id = after.enterprise_id, union_id = after.union_id, occupation = after.occupation, is_new_form = after.is_new_form, collected_on = after.collected_on,
      verified_on = after.verified_on, joined_on = after.joined_on, left_on = after.left_on, membership = after.membership, member_since = after.member_since,
      member_number = after.member_number, verified_level = after.verified_level, verified_channel = after.verified_channel, new_form_kind = after.new_form_kind,
      skill_level = after.skill_level, education = after.education
    where federation_id = after.federation_id and id = after.id returning *
$$;
revoke execute on function nf_write_person from public;

-- Makes two records one. `p_kept` holds the columns of the kept record as they shall be (sealed anew for it by the caller).
create function nf_merge_persons(p_id uuid, p_kept uuid, p_gone uuid, p_after jsonb, p_reason text, p_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  kept persons%rowtype;
  gone persons%rowtype;
  after persons%rowtype;
  moved jsonb;
begin
  perform nf_merge_pair(p_kept, p_gone);
  select * into kept from persons where federation_id = nf_federation() and id = p_kept;
  select * into gone from persons where federation_id = nf_federation() and id = p_gone;
  update persons set merged_into = p_kept, id_number_sealed = null, id_number_index = null, phone_sealed = null, phone_index = null, membership = 'none',
      union_id = null, member_since = null, collected_on = null, verified_on = null, joined_on = null, left_on = null, member_number = null
    where federation_id = nf_federation() and id = p_gone;
  moved := nf_repoint_person(p_gone, p_kept);
  after := jsonb_populate_record(kept, p_after);
  after := nf_write_person(after);
  insert into person_merges (federation_id, id, org_path, kept_id, gone_id, reason, merged_by, merged_at, kept_before, kept_after, gone_before, moved)
    values (nf_federation(), p_id, after.org_path, p_kept, p_gone, p_reason, nf_person(), p_at, to_jsonb(kept), to_jsonb(after), to_jsonb(gone), moved);
  -- Overlapping stints are to be said here, not at the commit.
  set constraints all immediate;
end $$;

-- Takes two records apart again. What was changed on the kept one since then stays as it is.
create function nf_undo_merge(p_id uuid, p_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  merge person_merges%rowtype;
  one jsonb;
  now jsonb;
  later text[];
  stint constant text[] := array['membership', 'union_id', 'member_since', 'joined_on', 'left_on', 'org_path'];
begin
  select * into merge from person_merges where federation_id = nf_federation() and id = p_id and undone_at is null
    and org_path >= nf_scope() and org_path < nf_scope_end() for update;
  if not found then raise exception 'no such merge' using errcode = 'no_data_found'; end if;
  for one in select value from jsonb_array_elements(merge.moved)
  loop
    begin
      execute format('update %I t set %I = $1 where to_jsonb(t) @> $2 and t.federation_id = $3 and t.%I = $4', one->>'table', one->>'column', one->>'column')
        using merge.gone_id, one->'key', merge.federation_id, merge.kept_id;
    exception when unique_violation then
      null;
    end;
  end loop;
  select to_jsonb(p) into now from persons p where p.federation_id = merge.federation_id and p.id = merge.kept_id;
  -- The columns of a membership stand or fall together.
  select array_agg(key) into later from jsonb_each(now) where value is distinct from merge.kept_after->key;
  if later && stint then later := later || stint; end if;
  select now || coalesce(jsonb_object_agg(key, value), '{}') into now from jsonb_each(merge.kept_before) where later is null or key <> all (later);
  perform nf_write_person(jsonb_populate_record(null::persons, now));
  update persons t set org_path = g.org_path, id_number_sealed = g.id_number_sealed, id_number_index = g.id_number_index, phone_sealed = g.phone_sealed,
      phone_index = g.phone_index, membership = g.membership, union_id = g.union_id, member_since = g.member_since, collected_on = g.collected_on,
      verified_on = g.verified_on, joined_on = g.joined_on, left_on = g.left_on, member_number = g.member_number, merged_into = null
    from jsonb_populate_record(null::persons, merge.gone_before) g where t.federation_id = merge.federation_id and t.id = merge.gone_id;
  update person_merges set undone_at = p_at, undone_by = nf_person() where federation_id = merge.federation_id and id = merge.id;
end $$;

create function nf_both_have_accounts(p_one uuid, p_other uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) > 1 from account_users where federation_id = nf_federation() and person_id in (p_one, p_other)
$$;
