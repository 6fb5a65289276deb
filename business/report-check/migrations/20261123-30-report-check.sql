create table report_checks (
  federation_id text not null references federations (id),
  id uuid not null,
  owner_id uuid not null,
  org_path text collate "C" not null,
  year integer check (year between 2000 and 2100),
  source text not null check (source in ('text', 'word', 'pdf')),
  pages integer check (pages > 0),
  title_sealed text not null,
  text_sealed text not null,
  findings_sealed text not null,
  agrees integer not null check (agrees >= 0),
  differs integer not null check (differs >= 0),
  targets integer not null check (targets >= 0),
  unrecorded integer not null check (unrecorded >= 0),
  defects integer not null check (defects >= 0),
  created_at timestamptz not null,
  kept_until date not null,
  primary key (federation_id, id)
);
comment on table report_checks is '数据核验: a report somebody had checked, with what was found; for its owner alone, deleted when its days are over';
comment on column report_checks.org_path is 'Union whose records the numbers were held against';
comment on column report_checks.year is 'Year of those records; NULL when neither the text nor the sender named one, and nothing was compared';
comment on column report_checks.title_sealed is 'First line of the report or its file name, encrypted';
comment on column report_checks.text_sealed is 'The text as it came, encrypted';
comment on column report_checks.findings_sealed is 'Claims with their verdicts and defects of form as JSON, encrypted: quotes of the text';
comment on column report_checks.unrecorded is 'Claims that no record of the house can confirm or deny';
comment on column report_checks.kept_until is 'Last day on which it is kept';
create index report_checks_owner on report_checks (federation_id, owner_id, created_at desc, id desc);
create index report_checks_kept on report_checks (federation_id, kept_until);
alter table report_checks enable row level security;
-- A draft is nobody else's business: not of the union above, not of a colleague.
create policy report_checks_own on report_checks to nuanfeng_app
  using (federation_id = nf_federation() and owner_id = nf_person())
  with check (federation_id = nf_federation() and owner_id = nf_person());
grant select, insert, delete on report_checks to nuanfeng_app;

-- The nightly job sees no draft either: it only lets those go whose last day is over, by its own day and by the database's.
create function nf_forget_report_checks(today date) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare gone integer;
begin
  delete from report_checks
    where federation_id = nf_federation() and kept_until < least(today, (now() at time zone 'Asia/Shanghai')::date);
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function nf_forget_report_checks(date) is 'Deletes the checks whose last day is over; returns how many';
revoke execute on function nf_forget_report_checks(date) from public;
grant execute on function nf_forget_report_checks(date) to nuanfeng_app;
