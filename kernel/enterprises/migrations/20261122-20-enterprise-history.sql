alter table enterprises add column union_since date;
comment on column enterprises.union_since is 'First day on which union_id, or its lack, holds';

create table headcounts (
  federation_id text not null,
  enterprise_id uuid not null,
  counted_on date not null,
  next_on date,
  headcount integer not null check (headcount >= 0),
  band text not null generated always as (case when headcount >= 100 then '100+' when headcount >= 25 then '25-99' else '<25' end) stored,
  source text not null check (source in ('social_insurance', 'declared', 'visit')),
  primary key (federation_id, enterprise_id, counted_on),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id)
);
comment on table headcounts is 'Every count of an enterprise''s workers with its day and source; the registry shows the latest. Kept by trigger';
comment on column headcounts.next_on is 'Day of the next count; null for the latest. A rate as of a day takes the count that held on it';
create index headcounts_band on headcounts (federation_id, band, counted_on);
alter table headcounts enable row level security;
create policy headcounts_read on headcounts for select to nuanfeng_app using (federation_id = nf_federation());
grant select on headcounts to nuanfeng_app;

create table enterprise_unions (
  federation_id text not null,
  enterprise_id uuid not null,
  union_id uuid not null,
  from_on date not null,
  to_on date check (to_on >= from_on),
  primary key (federation_id, enterprise_id, from_on),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id),
  foreign key (federation_id, union_id) references orgs (federation_id, id)
);
comment on table enterprise_unions is 'Which union an enterprise belonged to, from and to (half-open); a joint union covers many. Kept by trigger';
create index enterprise_unions_union on enterprise_unions (federation_id, union_id);
alter table enterprise_unions enable row level security;
create policy enterprise_unions_read on enterprise_unions for select to nuanfeng_app using (federation_id = nf_federation());
grant select on enterprise_unions to nuanfeng_app;

create function nf_enterprise_history() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  since date := coalesce(new.union_since, case when tg_op = 'INSERT' then new.opened_on else (now() at time zone 'Asia/Shanghai')::date end);
begin
  if tg_op = 'INSERT' or new.headcount <> old.headcount or new.headcount_on <> old.headcount_on or new.headcount_source <> old.headcount_source then
    if tg_op = 'UPDATE' then
      update headcounts set next_on = new.headcount_on
        where federation_id = new.federation_id and enterprise_id = new.id and counted_on < new.headcount_on and (next_on is null or next_on > new.headcount_on);
    end if;
    insert into headcounts (federation_id, enterprise_id, counted_on, next_on, headcount, source)
      values (new.federation_id, new.id, new.headcount_on,
        case when tg_op = 'UPDATE' then (select min(counted_on) from headcounts
          where federation_id = new.federation_id and enterprise_id = new.id and counted_on > new.headcount_on) end,
        new.headcount, new.headcount_source)
      on conflict (federation_id, enterprise_id, counted_on) do update set headcount = excluded.headcount, source = excluded.source;
  end if;
  if tg_op = 'UPDATE' and new.union_id is distinct from old.union_id then
    delete from enterprise_unions where federation_id = new.federation_id and enterprise_id = new.id and to_on is null and from_on >= since;
    update enterprise_unions set to_on = since where federation_id = new.federation_id and enterprise_id = new.id and to_on is null;
  end if;
  if new.union_id is not null and (tg_op = 'INSERT' or new.union_id is distinct from old.union_id) then
    insert into enterprise_unions (federation_id, enterprise_id, union_id, from_on) values (new.federation_id, new.id, new.union_id, since);
  end if;
  return null;
end $$;
create trigger enterprises_history after insert or update of headcount, headcount_on, headcount_source, union_id on enterprises
  for each row execute function nf_enterprise_history();
