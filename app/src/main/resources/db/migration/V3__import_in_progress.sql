-- Which program reads a file in, as long as it does: the program holds an advisory lock on this number for as long as it lives.
-- A run that is 'running' while nobody holds the lock of its number was interrupted by a sudden death.
alter table import_run add column program int;
