create table documents (
  federation_id text not null references federations (id),
  id uuid not null,
  line text,
  record_id uuid,
  uploader_id uuid not null,
  name_sealed text not null,
  media_type text not null,
  bytes integer not null check (bytes > 0),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  stored_as text not null,
  purpose text not null check (purpose in ('attachment', 'evidence', 'generated')),
  worker_may_see boolean not null default false,
  created_at timestamptz not null,
  attached_at timestamptz,
  removed_at timestamptz,
  removed_by uuid,
  removed_reason text,
  primary key (federation_id, id),
  unique (federation_id, stored_as),
  foreign key (federation_id, record_id) references cases (federation_id, id) deferrable initially deferred,
  constraint documents_attached check ((record_id is null) = (attached_at is null) and (record_id is null) = (line is null)),
  constraint documents_removed check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_reason is null))
);
comment on table documents is 'Files of matters: what was handed in and what the house has written. The content lies encrypted in the file store';
comment on column documents.record_id is 'NULL until the uploader hands the file in with a matter';
comment on column documents.uploader_id is 'Person, or principal of an anonymous receipt';
comment on column documents.name_sealed is 'Encrypted: people write names and illnesses into file names';
comment on column documents.media_type is 'Found in the content, never taken from the sender';
comment on column documents.bytes is 'Length of the content before encryption';
comment on column documents.digest is 'SHA-256 of the content before encryption, hex';
comment on column documents.stored_as is 'Random name in the file store';
comment on column documents.worker_may_see is 'The one who raised the matter sees it though an officer added it';
comment on column documents.removed_at is 'Out of sight from then on; the content stays until its retention ends';
create index documents_record on documents (federation_id, record_id, attached_at) where record_id is not null;
create index documents_waiting on documents (federation_id, uploader_id, created_at) where record_id is null;
create index documents_stored on documents (stored_as);
alter table documents enable row level security;

-- Who raised the matter sees what he handed in himself and what is meant for him; whoever else sees the card works on it and sees all.
create policy documents_read on documents for select to nuanfeng_app using (
  federation_id = nf_federation() and (
    (record_id is null and uploader_id = nf_person())
    or exists (
      select from cases c where c.federation_id = documents.federation_id and c.id = documents.record_id
        and (documents.worker_may_see or documents.uploader_id = nf_person() or (c.owner_id = nf_person()) is not true))));
create policy documents_add on documents for insert to nuanfeng_app
  with check (federation_id = nf_federation() and uploader_id = nf_person() and record_id is null and removed_at is null);
create policy documents_edit on documents for update to nuanfeng_app using (
  federation_id = nf_federation() and (
    (record_id is null and uploader_id = nf_person())
    or exists (
      select from cases c where c.federation_id = documents.federation_id and c.id = documents.record_id
        and (documents.uploader_id = nf_person() or (c.owner_id = nf_person()) is not true))));
grant select, insert, update (line, record_id, worker_may_see, attached_at, removed_at, removed_by, removed_reason) on documents to nuanfeng_app;
