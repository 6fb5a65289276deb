create table notices (
  federation_id text not null references federations (id),
  id uuid not null,
  recipient_id uuid not null,
  line text not null,
  record_id uuid,
  title text not null,
  body text not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (federation_id, id)
);
comment on table notices is 'Messages to one person: the inbox comes first, e-mail and SMS repeat it without its content';
create index notices_recipient on notices (federation_id, recipient_id, at desc);
alter table notices enable row level security;
create policy notices_own on notices for select to nuanfeng_app using (federation_id = nf_federation() and recipient_id = nf_person());
create policy notices_send on notices for insert to nuanfeng_app with check (federation_id = nf_federation());
create policy notices_mark on notices for update to nuanfeng_app using (federation_id = nf_federation() and recipient_id = nf_person());
grant select, insert, update (read_at) on notices to nuanfeng_app;
