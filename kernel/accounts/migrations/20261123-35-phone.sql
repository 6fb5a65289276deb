-- Operators give numbers out again. Whoever releases one must reach the person; the account stays, without the phone and without the sessions it opened.
create function nf_release_phone(p_person uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update persons set phone_sealed = null, phone_index = null
    where federation_id = nf_federation() and id = p_person and org_path >= nf_scope() and org_path < nf_scope_end();
  if not found then raise exception 'out of reach' using errcode = 'insufficient_privilege'; end if;
  delete from account_sessions s using account_users u
    where u.federation_id = nf_federation() and u.person_id = p_person and s.federation_id = u.federation_id and s.user_id = u.id and s.method = 'phone_code';
  update account_users set phone_index = null where federation_id = nf_federation() and person_id = p_person;
end $$;
comment on function nf_release_phone is 'Takes the phone off a person and the account; sessions opened by a code to that phone end';
revoke execute on function nf_release_phone from public;
grant execute on function nf_release_phone to nuanfeng_app;
