-- The text of a room as it was before a command changed more than one passage of it: seq is the last row of the log that is in it.
create table kept_texts (
  id bigint generated always as identity primary key,
  room text collate "C" not null references rooms (id) on delete cascade,
  because text collate "C" not null,
  schema integer not null,
  seq bigint not null,
  gzip bytea not null,
  at timestamptz(3) not null
);
create index on kept_texts (room, seq);
alter table kept_texts alter column gzip set storage external;
-- Under which schema a passage stood when it was deleted.
alter table deleted_passages add column schema integer not null default 1;
