-- A finding across two streets is seen by both, each with its own side. It is counted once, where its first record lies, whoever asks: so the place is taken
-- from all its records, past the walls of the one who asks, and nothing else of them is told.
create view clean_up_places with (security_barrier) as
  select federation_id, finding_id, min(org_path) as org_path from clean_up_subjects
  where federation_id = nf_federation() and nf_scope() is not null
  group by federation_id, finding_id;
comment on view clean_up_places is 'Where a finding of the register counts: the place of its first record';
grant select on clean_up_places to nuanfeng_app;
