-- Figures of a group of workers took two look-ups for each of a quarter of a million people. The walk over a place now tells the kind of worker too.
drop index persons_place;
create index persons_place on persons (federation_id, org_path) include (collected_on, verified_on, joined_on, merged_into, id, is_new_form, enterprise_id);
create or replace view person_days with (security_barrier) as
  select p.federation_id, p.id, p.org_path, p.collected_on, p.verified_on, p.joined_on, p.is_new_form, e.industry
  from persons p left join enterprises e on e.federation_id = p.federation_id and e.id = p.enterprise_id
  where p.federation_id = nf_federation() and p.org_path >= nf_scope() and p.org_path < nf_scope_end() and p.merged_into is null;
comment on view person_days is 'The funnel of each person within reach, and what kind of worker it is, for counting; the own row of somebody outside it is not among them';

-- Few have a skill level on record: who among the officers is a technical worker is asked of those few, not of everybody.
create index persons_skilled on persons (federation_id, skill_level) include (id) where skill_level <> '' and skill_level <> 'none';
