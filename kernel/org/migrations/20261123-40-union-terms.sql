-- A standing asked for a past day needs to know until when a certificate held.
alter table union_certificates add column ended_on date check (ended_on >= issued_on);
comment on column union_certificates.ended_on is 'First day on which it no longer held: replaced, lost or cancelled before it expired';
alter table union_certificates add check ((state = 'valid') = (ended_on is null));

create unique index union_officers_one_chair on union_officers (federation_id, org_id) where duty = 'chair' and to_on is null;
create index union_officers_path on union_officers (federation_id, org_path, duty) where to_on is null;

-- One committee at a time: the spans [from_on, ended_on) of a union never overlap.
create function nf_no_two_terms() returns trigger language plpgsql as $$
begin
  if new.ended_on is distinct from new.from_on and exists (select from union_terms t
    where t.federation_id = new.federation_id and t.org_id = new.org_id and t.id <> new.id and t.ended_on is distinct from t.from_on
      and t.from_on < coalesce(new.ended_on, 'infinity'::date) and coalesce(t.ended_on, 'infinity'::date) > new.from_on) then
    raise exception 'two terms of one union on one day' using errcode = 'exclusion_violation';
  end if;
  return null;
end $$;
comment on function nf_no_two_terms is 'Keeps the terms of one union from overlapping';
alter table union_terms drop constraint if exists union_terms_ended_on_check, add check (ended_on >= from_on);
create constraint trigger union_terms_one after insert or update of org_id, from_on, ended_on on union_terms deferrable initially immediate
  for each row execute function nf_no_two_terms();
