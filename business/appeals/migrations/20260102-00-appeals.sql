create table appeals (
  federation_id text not null references federations (id),
  id uuid not null,
  number text not null,
  title text not null,
  summary text not null default '',
  source text not null default '',
  state text not null check (state in ('received', 'accepted', 'declined', 'classified', 'assigned', 'signed', 'handling', 'suspended', 'answered',
    'followed_up', 'closed', 'merged', 'withdrawn')),
  org_path text collate "C" not null,
  unit_path text collate "C" not null,
  owner_id uuid,
  assignee_id uuid,
  dispute_id uuid not null,
  channel text not null check (channel in ('hall', 'window', '12351', '12345', 'shenigong', 'wechat', 'visit', 'informant', 'federation', 'station', 'court',
    'superior')),
  outside_number text,
  is_anonymous boolean not null default false,
  person_id uuid,
  story_sealed text not null,
  contact_name_sealed text,
  contact_phone_sealed text,
  contact_phone_index text,
  enterprise_id uuid,
  enterprise_name text not null default '',
  headcount integer not null default 1 check (headcount between 1 and 100000),
  is_group boolean not null generated always as (headcount >= 10) stored,
  claim_fen bigint check (claim_fen >= 0),
  category text not null check (category in ('wages', 'social_insurance', 'overtime', 'dismissal', 'injury', 'women', 'dispatch', 'other')),
  difficulty text not null default 'general' check (difficulty in ('general', 'difficult', 'complex')),
  urgency text not null default 'normal' check (urgency in ('normal', 'urgent')),
  decline_reason text,
  answer_sealed text,
  answer_outcome text check (answer_outcome in ('settled', 'paid', 'advised', 'referred', 'not_supported')),
  recovered_fen bigint not null default 0 check (recovered_fen >= 0),
  recovered_basis text check (recovered_basis in ('agreement', 'judgment', 'award', 'payment')),
  satisfaction text check (satisfaction in ('satisfied', 'basically', 'dissatisfied', 'unreachable')),
  rating_sealed text,
  merged_into uuid,
  suspended_for text,
  escalated_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, dispute_id) references disputes (federation_id, id),
  foreign key (federation_id, enterprise_id) references enterprises (federation_id, id),
  foreign key (federation_id, merged_into) references appeals (federation_id, id)
);
comment on table appeals is '职工诉求: what a worker asks the union to help with, from the first word to the answer';
comment on column appeals.title is 'Made from category and headcount; holds no personal data';
comment on column appeals.owner_id is 'The person who appealed, or the principal of an anonymous receipt';
comment on column appeals.person_id is 'The same person in the registry, when known';
comment on column appeals.outside_number is 'Number in the system that transferred it (12345, 12351)';
comment on column appeals.is_group is 'Ten or more with a common claim may elect representatives (调解仲裁法 7)';
comment on column appeals.recovered_fen is 'What the answer says was won; booked on the dispute when the appeal closes';
create index appeals_recent on appeals (federation_id, created_at desc, id desc);
create index appeals_place on appeals (federation_id, org_path, created_at desc);
create index appeals_state on appeals (federation_id, state, org_path);
create index appeals_enterprise on appeals (federation_id, enterprise_id, category, created_at desc) where enterprise_id is not null;
create index appeals_owner on appeals (federation_id, owner_id) where owner_id is not null;
create index appeals_phone on appeals (federation_id, contact_phone_index) where contact_phone_index is not null;
create index appeals_assignee on appeals (federation_id, assignee_id) where assignee_id is not null;
create index appeals_closed on appeals (federation_id, closed_at) where state = 'closed';
alter table appeals enable row level security;
create policy appeals_read on appeals for select to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person()));
create policy appeals_edit on appeals for update to nuanfeng_app using (
  federation_id = nf_federation() and ((org_path >= nf_scope() and org_path < nf_scope_end()) or (unit_path >= nf_scope() and unit_path < nf_scope_end())
    or owner_id = nf_person() or assignee_id = nf_person())) with check (federation_id = nf_federation());
create policy appeals_add on appeals for insert to nuanfeng_app with check (federation_id = nf_federation());
grant select, insert, update on appeals to nuanfeng_app;
create trigger appeals_card after insert or update on appeals for each row execute function nf_card('appeals');

create table appeal_referrals (
  federation_id text not null,
  id uuid not null,
  appeal_id uuid not null,
  number text not null,
  target text not null check (target in ('mediation', 'legal_aid', 'supervision', 'labour_bureau', 'petition')),
  reason text not null,
  at timestamptz not null,
  reply text,
  replied_at timestamptz,
  primary key (federation_id, id),
  unique (federation_id, number),
  foreign key (federation_id, appeal_id) references appeals (federation_id, id)
);
comment on table appeal_referrals is 'An appeal handed to mediation, legal aid, a supervision letter, the labour bureau or the petition office; the dispute stays its parent';
create index appeal_referrals_appeal on appeal_referrals (federation_id, appeal_id);
alter table appeal_referrals enable row level security;
create policy appeal_referrals_read on appeal_referrals for select to nuanfeng_app
  using (federation_id = nf_federation() and exists (select from appeals a where a.federation_id = appeal_referrals.federation_id and a.id = appeal_referrals.appeal_id));
create policy appeal_referrals_add on appeal_referrals for insert to nuanfeng_app with check (federation_id = nf_federation());
create policy appeal_referrals_edit on appeal_referrals for update to nuanfeng_app
  using (federation_id = nf_federation() and exists (select from appeals a where a.federation_id = appeal_referrals.federation_id and a.id = appeal_referrals.appeal_id));
grant select, insert, update on appeal_referrals to nuanfeng_app;
