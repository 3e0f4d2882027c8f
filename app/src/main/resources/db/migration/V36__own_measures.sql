-- What a patient measures at home and writes down herself. Nothing is written over: each correction, and that she took it back, is a
-- version. The numbers also become clinical values of hers. Care documentation, so no register's.
create table careplan_measured (
    id      bigint generated always as identity primary key,
    entry   uuid not null,                       -- the same through its versions
    version int not null check (version > 0),
    person  uuid not null,
    measure text not null,
    day     date not null,
    numbers double precision[] not null check (cardinality(numbers) > 0),
    words   text not null,                       -- her note; empty for none
    gone    boolean not null,                    -- she has taken it back
    unit    text not null,                       -- the care unit that she turns to
    at      timestamptz not null,
    unique (entry, version)
);
create index careplan_measured_of on careplan_measured (person);

-- What staff ask her to follow at home. Asked again, or ended, is a row more: the latest holds.
create table careplan_followed (
    id      bigint generated always as identity primary key,
    person  uuid not null,
    measure text not null,
    words   text not null,                       -- how often, in the unit's own words
    ended   boolean not null,
    unit    text not null,
    at      timestamptz not null,
    by_whom text not null,
    by_name text not null
);
create index careplan_followed_of on careplan_followed (person);

select stands_beside('careplan_measured');
select stands_beside('careplan_followed');
