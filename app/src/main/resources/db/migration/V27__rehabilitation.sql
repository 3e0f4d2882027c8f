-- Cancer rehabilitation of one patient: her needs as they were assessed in a talk, whether a plan holds rehabilitation, which professions
-- are involved, and what minor children in her family were offered (never who they are). Each entry is signed and stays; one that was
-- wrong is taken back by another. Care documentation, so no register's.
create table rehabilitation_entry (
    id        bigint generated always as identity primary key,
    person    uuid not null,
    what      text not null check (what in ('need', 'plan', 'profession', 'children', 'information', 'advice', 'support')),
    item      text not null,                     -- of a need its dimension, of a profession which one; else empty
    answer    text not null,                     -- a level, or yes, no, not-asked; empty of one that takes another back
    day       date not null,
    takes_back bigint references rehabilitation_entry,
    unit      text not null,
    at        timestamptz not null,
    by_whom   text not null,
    by_name   text not null
);
create index rehabilitation_entry_of on rehabilitation_entry (person);
create unique index rehabilitation_entry_taken_back_once on rehabilitation_entry (takes_back);

select stands_beside('rehabilitation_entry');
