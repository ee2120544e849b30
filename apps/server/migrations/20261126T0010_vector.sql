-- How far each client comes in a row that was made of many: whoever opens the text need not read through it to know.
alter table document_log add column vector bytea;
