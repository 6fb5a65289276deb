-- One walk over a place counts who was collected, verified and joined there, in this year and the last, without reading the wide rows. The walls of persons let
-- a person see the own row anywhere, an OR that no index serves: these views are the same walls without it, and run with the rights of the owner.
create index persons_place on persons (federation_id, org_path) include (collected_on, verified_on, joined_on, merged_into, id);
drop index persons_path, persons_collected, persons_verified, persons_joined;

create view person_days with (security_barrier) as
  select federation_id, id, org_path, collected_on, verified_on, joined_on from persons
  where federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end() and merged_into is null;
comment on view person_days is 'The funnel of each person within reach, for counting; the own row of somebody outside it is not among them';
grant select on person_days to nuanfeng_app;

-- Whose matter it was decides the group a matter counts in, also when that person has moved out of reach since: otherwise a street and its district would
-- count differently. Nothing in it tells who the person is. No barrier: it would keep the planner from looking up the few persons of a figure one by one.
create index persons_new_form on persons (federation_id, id) where is_new_form;
create view person_groups as
  select p.federation_id, p.id, p.is_new_form, e.industry, p.skill_level
  from persons p left join enterprises e on e.federation_id = p.federation_id and e.id = p.enterprise_id
  where p.federation_id = nf_federation() and nf_scope() is not null;
comment on view person_groups is 'What kind of worker a person of the federation is, by the id alone';
grant select on person_groups to nuanfeng_app;
