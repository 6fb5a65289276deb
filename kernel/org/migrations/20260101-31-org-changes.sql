-- Renaming keeps the former name, moving carries the posts along; both only within the reach of whoever does it.
create policy org_codes_add on org_codes for insert to nuanfeng_app with check (federation_id = nf_federation()
  and exists (select from orgs o where o.federation_id = org_codes.federation_id and o.id = org_codes.org_id and o.path >= nf_scope() and o.path < nf_scope_end()));
grant insert on org_codes to nuanfeng_app;
create policy posts_move on posts for update to nuanfeng_app
  using (federation_id = nf_federation() and org_path >= nf_scope() and org_path < nf_scope_end());
grant update (org_id, org_path) on posts to nuanfeng_app;
