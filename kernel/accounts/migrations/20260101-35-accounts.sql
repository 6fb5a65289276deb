-- Nobody but the owner's connection reads these tables: row-level security is on, there is no policy and no grant.
create table account_users (
  federation_id text not null references federations (id),
  id uuid not null,
  person_id uuid not null,
  username text check (username ~ '^[a-z][a-z0-9_.]{2,29}$'),
  label text not null,
  phone_index text,
  two_factor_enabled boolean not null default false,
  must_change_password boolean not null default false,
  password_set_at timestamptz,
  failed_attempts smallint not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (federation_id, id),
  unique (federation_id, person_id),
  unique (federation_id, username),
  unique (federation_id, phone_index),
  foreign key (federation_id, person_id) references persons (federation_id, id)
);
comment on table account_users is 'Who may sign in. One account per person, one phone per account';
comment on column account_users.label is 'What an authenticator app shows: the username, else the id';
comment on column account_users.phone_index is 'Blind index of the phone; the number itself is sealed in the registry of persons';
comment on column account_users.failed_attempts is 'Passwords tried since the last right one';
comment on column account_users.locked_until is 'Locked by wrong passwords (GB/T 22239: 5 tries, 30 minutes)';
comment on column account_users.disabled_at is 'Switched off by an administrator';
create index account_users_id on account_users (id);
alter table account_users enable row level security;

create table account_credentials (
  federation_id text not null,
  id uuid not null,
  user_id uuid not null,
  provider text not null,
  subject text not null,
  password_hash text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (federation_id, id),
  unique (federation_id, user_id, provider),
  foreign key (federation_id, user_id) references account_users (federation_id, id) on delete cascade
);
comment on table account_credentials is 'How an account proves itself: its password (argon2id), later other identity providers';
alter table account_credentials enable row level security;

create table account_past_passwords (
  federation_id text not null,
  id uuid not null,
  user_id uuid not null,
  password_hash text not null,
  set_at timestamptz not null,
  primary key (federation_id, id),
  foreign key (federation_id, user_id) references account_users (federation_id, id) on delete cascade
);
comment on table account_past_passwords is 'The last five passwords, which may not be used again';
create index account_past_passwords_user on account_past_passwords (federation_id, user_id, set_at desc);
alter table account_past_passwords enable row level security;

create table account_sessions (
  federation_id text not null,
  id uuid not null,
  user_id uuid not null,
  token text not null,
  method text not null check (method in ('password', 'two_factor', 'phone_code')),
  signed_in_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ip text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (federation_id, id),
  unique (federation_id, token),
  foreign key (federation_id, user_id) references account_users (federation_id, id) on delete cascade
);
comment on table account_sessions is 'Signed-in devices';
comment on column account_sessions.token is 'Worth nothing without the signature in the cookie';
comment on column account_sessions.method is 'How the person proved who they are; office work needs more than a phone code';
comment on column account_sessions.last_seen_at is 'To the minute; officers are signed out when idle';
create index account_sessions_user on account_sessions (federation_id, user_id);
create index account_sessions_expiry on account_sessions (federation_id, expires_at);
alter table account_sessions enable row level security;

create table account_two_factors (
  federation_id text not null,
  id uuid not null,
  user_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verifications integer not null default 0,
  locked_until timestamptz,
  primary key (federation_id, id),
  unique (federation_id, user_id),
  foreign key (federation_id, user_id) references account_users (federation_id, id) on delete cascade
);
comment on table account_two_factors is 'Secrets of authenticator apps and recovery codes, encrypted';
alter table account_two_factors enable row level security;

create table account_verifications (
  federation_id text not null references federations (id),
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (federation_id, id)
);
comment on table account_verifications is 'Codes and challenges on their way, for minutes; phones appear as their blind index';
create index account_verifications_identifier on account_verifications (federation_id, identifier, created_at desc);
create index account_verifications_expiry on account_verifications (federation_id, expires_at);
alter table account_verifications enable row level security;

create table account_rates (
  federation_id text not null references federations (id),
  key text not null,
  count integer not null,
  since timestamptz not null,
  primary key (federation_id, key)
);
comment on table account_rates is 'How often one address or one phone (its blind index) knocked in the present window';
create index account_rates_since on account_rates (federation_id, since);
alter table account_rates enable row level security;
