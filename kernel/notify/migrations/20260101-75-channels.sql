create table contact_channels (
  federation_id text not null,
  person_id uuid not null,
  channel text not null check (channel in ('email')),
  address_sealed text not null,
  verified_at timestamptz,
  refused_at timestamptz,
  code_digest text,
  code_expires_at timestamptz,
  code_tries smallint not null default 0,
  requested_at timestamptz not null,
  requests_on date not null,
  requests smallint not null default 1,
  primary key (federation_id, person_id, channel),
  foreign key (federation_id, person_id) references persons (federation_id, id)
);
comment on table contact_channels is 'Where a person wants to hear that something waits in the inbox; used only after a mailed code has proved the address';
comment on column contact_channels.address_sealed is 'Encrypted; shown masked to its owner, read by nobody else';
comment on column contact_channels.refused_at is 'The other side refused the address for good: nothing is sent until it is proved again';
comment on column contact_channels.code_digest is 'Keyed fingerprint of the code; the code itself exists only in the mail';
comment on column contact_channels.requests is 'Codes asked for on that day';
alter table contact_channels enable row level security;
create policy contact_channels_own on contact_channels to nuanfeng_app
  using (federation_id = nf_federation() and person_id = nf_person())
  with check (federation_id = nf_federation() and person_id = nf_person());
grant select, insert, update, delete on contact_channels to nuanfeng_app;

create index notices_unread on notices (federation_id, recipient_id, at desc, id desc) where read_at is null;

-- The sender may not know who has an address, so the database asks on the sender's behalf, in the same transaction. One waiting job per person is enough.
create function nf_tell() returns trigger language plpgsql security definer set search_path = public as $$
declare
  way record;
begin
  for way in select channel from contact_channels c
    where c.federation_id = new.federation_id and c.person_id = new.recipient_id and c.verified_at is not null and c.refused_at is null
  loop
    insert into jobs_outbox (federation_id, id, job, data, key, start_after, at) values (new.federation_id, gen_random_uuid(), 'notify.' || way.channel,
      jsonb_build_object('personId', new.recipient_id), new.recipient_id::text, new.at, new.at);
  end loop;
  return null;
end $$;
create trigger notices_tell after insert on notices for each row execute function nf_tell();
