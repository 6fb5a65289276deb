create table audit_log (
  federation_id text not null,
  lane smallint not null,
  seq bigint not null,
  at timestamptz not null,
  account_id uuid,
  person_id uuid,
  post_id uuid,
  actor text not null,
  action text not null,
  line text not null default '',
  record_id uuid,
  outcome text not null check (outcome in ('done', 'refused')),
  reason text not null default '',
  ip text not null default '',
  digest text not null,
  hash text not null,
  primary key (federation_id, lane, seq)
);
comment on table audit_log is 'One line per action and per reveal. Append-only; each line carries the hash of the one before it in its lane';
comment on column audit_log.lane is 'Sixteen parallel chains, so that writers do not wait for one another';
comment on column audit_log.digest is 'SHA-256 of the line''s own content';
comment on column audit_log.hash is 'SHA-256 of the previous hash and the digest';
create index audit_log_at on audit_log (federation_id, at desc);
create index audit_log_record on audit_log (federation_id, record_id) where record_id is not null;
alter table audit_log enable row level security;
create policy audit_log_read on audit_log for select to nuanfeng_app
  using (federation_id = nf_federation() and nullif(current_setting('nf.audit', true), '') = 'read');
grant select on audit_log to nuanfeng_app;

create table audit_heads (
  federation_id text not null,
  lane smallint not null,
  seq bigint not null,
  hash text not null,
  primary key (federation_id, lane)
);
comment on table audit_heads is 'The last link of each chain: a removed tail shows';
alter table audit_heads enable row level security;

-- The only way in: the application role may call it, but may neither change nor remove a line.
create function nf_audit(p_lane smallint, p_at timestamptz, p_account uuid, p_person uuid, p_post uuid, p_actor text, p_action text, p_line text, p_record uuid,
  p_outcome text, p_reason text, p_ip text, p_digest text) returns void language plpgsql security definer set search_path = public as $$
declare
  fed text := nf_federation();
  head audit_heads;
begin
  if fed is null then raise exception 'audit without a federation'; end if;
  insert into audit_heads as h values (fed, p_lane, 1, encode(sha256(convert_to(p_digest, 'UTF8')), 'hex'))
  on conflict (federation_id, lane) do update set seq = h.seq + 1, hash = encode(sha256(convert_to(h.hash || p_digest, 'UTF8')), 'hex')
  returning * into head;
  insert into audit_log values (fed, p_lane, head.seq, p_at, p_account, p_person, p_post, p_actor, p_action, p_line, p_record, p_outcome, p_reason, p_ip, p_digest,
    head.hash);
end $$;
revoke all on function nf_audit from public;
grant execute on function nf_audit to nuanfeng_app;
