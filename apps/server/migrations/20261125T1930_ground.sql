-- Events: what is decided. One hash-chained stream per statement, dossier and organisation; data and salt can be erased, the rest never changes.
create table events (
  seq bigint generated always as identity unique,
  stream text collate "C" not null,
  revision integer not null,
  type text collate "C" not null,
  v integer not null,
  at timestamptz(3) not null,
  by jsonb not null,
  reads jsonb not null,
  data jsonb,
  salt bytea,
  data_hash text collate "C" not null,
  previous text collate "C",
  hash text collate "C" not null,
  primary key (stream, revision)
);

-- The fold of every stream, written in the same transaction as the event: what the law reads.
create table states (
  stream text collate "C" primary key,
  revision integer not null,
  state jsonb not null
);

-- Lists that must be fast; rebuilt from the events by one command.
create table organisation_list (
  id uuid primary key,
  name text not null,
  folded text collate "C" not null,
  kind text collate "C" not null,
  number text collate "C"
);
create table dossier_list (
  id uuid primary key,
  title text not null,
  folded text collate "C" not null,
  theme text collate "C" not null,
  archived boolean not null
);
create table statement_list (
  id uuid primary key,
  dossier_id uuid not null,
  slug text collate "C" not null unique,
  type text collate "C" not null,
  title text not null,
  folded text collate "C" not null,
  stage text collate "C" not null,
  archived boolean not null,
  changed_at timestamptz(3) not null
);
create index on statement_list (dossier_id);
-- Which organisation takes part in which dossier, and which person belongs to which organisation.
create table dossier_partners (
  dossier_id uuid not null,
  organisation_id uuid not null,
  primary key (dossier_id, organisation_id)
);
create table organisation_people (
  organisation_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, person_id)
);
create index on organisation_people (person_id);

-- The only place with names and addresses of people; a row can be blanked and the chain still checks.
create table persons (
  id uuid primary key,
  email text,
  name text not null,
  function text not null default '',
  language text collate "C" not null default 'nl',
  administrator boolean not null default false,
  created_at timestamptz(3) not null,
  erased_at timestamptz(3)
);
create unique index persons_email on persons (lower(email));

-- Files named by their hash: versions, editions, logos.
create table files (
  hash text collate "C" primary key,
  media_type text collate "C" not null,
  bytes bytea not null,
  created_at timestamptz(3) not null default now()
);
alter table files alter column bytes set storage external;

-- The living text: an append-only log per room. Every flush inserts only while the room is writable and its epoch is the one the writer joined.
create table rooms (
  id text collate "C" primary key,
  statement_id uuid not null,
  organisation_id uuid,
  writable boolean not null,
  epoch integer not null,
  schema integer not null
);
create table document_log (
  seq bigint generated always as identity primary key,
  room text collate "C" not null references rooms (id),
  epoch integer not null,
  frames bytea not null,
  at timestamptz(3) not null default now()
);
create index on document_log (room, seq);
alter table document_log alter column frames set storage external;
-- A passage that is no longer in the text, as it last stood, so that any writer can bring it back.
create table deleted_passages (
  room text collate "C" not null references rooms (id),
  passage_id text collate "C" not null,
  passage jsonb not null,
  after_id text collate "C",
  deleted_at timestamptz(3) not null,
  primary key (room, passage_id)
);
create table room_clients (
  room text collate "C" not null references rooms (id),
  client_id bigint not null,
  person_id uuid not null,
  organisation_id uuid not null,
  primary key (room, client_id)
);

-- Who is signed in. Only hashes of tokens and codes are kept.
create table sessions (
  hash text collate "C" primary key,
  id uuid not null unique,
  person_id uuid not null references persons (id),
  organisation_id uuid,
  device text not null,
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index on sessions (person_id);
create table sign_ins (
  id uuid primary key,
  email text not null,
  person_id uuid references persons (id),
  new_email_for uuid references persons (id),
  code_hash text collate "C" not null,
  link_hash text collate "C" not null unique,
  browser_hash text collate "C" not null,
  attempts integer not null default 0,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create table api_tokens (
  hash text collate "C" primary key,
  id uuid not null unique,
  person_id uuid not null references persons (id),
  organisation_id uuid,
  name text not null,
  created_at timestamptz(3) not null,
  used_at timestamptz(3),
  revoked_at timestamptz(3)
);
-- A one-time link printed on a terminal (set-up, demo, `draagvlak link`).
create table terminal_links (
  hash text collate "C" primary key,
  person_id uuid references persons (id),
  purpose text collate "C" not null,
  reusable boolean not null default false,
  expires_at timestamptz(3),
  used_at timestamptz(3)
);
-- The personal link of one person for one round; the token itself is derived from the id and the secret.
create table personal_links (
  id uuid primary key,
  statement_id uuid not null,
  round_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null references persons (id),
  purpose text collate "C" not null,
  created_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);
create index on personal_links (statement_id);
create table link_codes (
  id uuid primary key,
  link_id uuid not null references personal_links (id),
  code_hash text collate "C" not null,
  attempts integer not null default 0,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create table link_sessions (
  hash text collate "C" primary key,
  link_id uuid not null references personal_links (id),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create table sync_tickets (
  hash text collate "C" primary key,
  room text collate "C" not null references rooms (id),
  person_id uuid not null references persons (id),
  organisation_id uuid not null,
  session_id uuid,
  token_id uuid,
  expires_at timestamptz(3) not null
);
-- Counted per address and per person, on every node.
create table attempts (
  key text collate "C" not null,
  at timestamptz(3) not null
);
create index on attempts (key, at);

-- Mail is written in the transaction of the act that causes it and sent afterwards.
create table outbox (
  id uuid primary key,
  person_id uuid references persons (id),
  address text,
  subject text,
  body_text text,
  body_html text,
  kind text collate "C" not null,
  statement_id uuid,
  organisation_id uuid,
  secret boolean not null,
  created_at timestamptz(3) not null,
  send_after timestamptz(3) not null,
  attempts integer not null default 0,
  sent_at timestamptz(3),
  failed text,
  blanked_at timestamptz(3)
);
create index on outbox (send_after) where sent_at is null and blanked_at is null;

-- The same key twice is one act.
create table idempotency (
  person_id uuid not null,
  key text collate "C" not null,
  route text collate "C" not null,
  body_hash text collate "C" not null,
  status integer,
  answer bytea,
  media_type text,
  created_at timestamptz(3) not null,
  primary key (person_id, key)
);
create table settings (
  name text collate "C" primary key,
  value jsonb not null
);
