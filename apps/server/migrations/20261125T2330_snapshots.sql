-- The text as it was compacted last, to be fetched in one go before the socket brings the rest.
create table snapshots (
  room text collate "C" primary key references rooms (id) on delete cascade,
  seq bigint not null,
  gzip bytea not null
);
alter table snapshots alter column gzip set storage external;
