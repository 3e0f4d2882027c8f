-- Projects that pseudonymised data are handed out to. Persons have other pseudonyms in each: they are made with a key that comes
-- from the salt here and the key outside the database, so nobody joins two projects with either alone.
create table export_project (
    id      bigint generated always as identity primary key,
    name    text not null unique,
    salt    bytea not null,
    made_by text not null,
    made    timestamptz not null
);

-- What was handed out, to which project, by whom, when. Rows are only added.
create table export_done (
    id       bigint generated always as identity primary key,
    project  bigint not null references export_project,
    what     text not null check (what in ('events', 'pathways')),
    from_day date not null,
    to_day   date not null,
    lines    bigint not null,
    persons  bigint not null,
    sha256   text not null,                      -- of the file as it was handed out
    by_whom  text not null,
    at       timestamptz not null
);
create trigger export_done_only_grows before update or delete on export_done
    for each statement execute function refuse_change();
create trigger export_done_is_not_emptied before truncate on export_done
    for each statement execute function refuse_change();
