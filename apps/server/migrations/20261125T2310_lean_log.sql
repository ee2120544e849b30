-- One index instead of two, and no look at the room for each row: the insert joins the room anyway, and rooms are deleted after their log.
alter table document_log drop constraint document_log_room_fkey;
alter table document_log drop constraint document_log_pkey;
drop index document_log_room_seq_idx;
alter table document_log add primary key (room, seq);
