-- The event log and what surrounds it. Nothing here is ever overwritten: what happened is added, a correction is a new version,
-- and everything that can be computed from the log (pathways, lead times, findings) is computed, not stored.

-- One row: which key the pseudonyms of this database were made with. The key itself lies in a file outside the database; its
-- fingerprint tells at start when the two do not belong together.
create table installation (
    only_row        boolean primary key default true check (only_row),
    key_fingerprint text not null,
    made            timestamptz not null default now()
);

-- A caregiver (vårdgivare) is who answers for the care in law: the lines of secrecy are drawn between caregivers and between units.
create table caregiver (
    id     text primary key,
    name   text not null,
    region text not null default ''
);

create table unit (
    id        text primary key,                  -- HSA-id or the code that the sending system uses
    name      text not null,
    kind      text not null default '',
    caregiver text not null references caregiver,
    region    text not null default ''           -- county code
);

-- One file that was read in. A run that a sudden death ended stays 'running' until the next start marks it 'interrupted'.
create table import_run (
    id          bigint generated always as identity primary key,
    file_name   text not null,
    checksum    text,                            -- SHA-256 of the file as it came
    complete    boolean not null default false,  -- the delivery was said to be complete: what it lacks is withdrawn
    started_by  text not null,
    started     timestamptz not null,
    ended       timestamptz,
    state       text not null check (state in ('running', 'done', 'failed', 'interrupted')),
    rows_read   bigint not null default 0,
    accepted    bigint not null default 0,       -- rows that became a new version in the log
    duplicates  bigint not null default 0,       -- rows that the log already had
    rejected    bigint not null default 0,
    withdrawn   bigint not null default 0,       -- versions that a complete delivery withdrew
    swedish     text not null default '',        -- what happened, in one sentence
    english     text not null default ''
);

-- Every row that could not be used, with the words its sender needs. The person's id is never written here.
create table reject (
    import_run   bigint not null references import_run,
    number       bigint not null,                -- order in the run
    line         bigint not null,
    column_name  text not null,
    masked_value text not null,
    swedish      text not null,
    english      text not null,
    primary key (import_run, number)
);

-- Every change of what the figures rest on has a number. Numbers are given under one advisory lock, so they become visible in
-- their own order: whoever has read up to n has read all of 1..n. NOTIFY only wakes those who wait; they also ask by themselves.
create table change (
    number     bigint primary key,
    at         timestamptz not null,
    import_run bigint references import_run
);

-- The log. A row is one version of one event; of an event, the highest version is the current one.
create table care_event (
    version     bigint primary key,              -- one rising number for the whole log: the order of arrival
    event       uuid not null,                   -- which event: a keyed hash of (source, id), or of the row's facts where no id is given
    content     uuid not null,                   -- a keyed hash of all that the row says: equal rows are not added again
    person      uuid not null,                   -- keyed pseudonym: 128 bits of HMAC-SHA-256 of the person's id
    code        text not null,
    day         date not null,                   -- the date in Europe/Stockholm: lead times are counted on it
    unit        text not null,
    region      text not null,                   -- county code of the region that reports
    caregiver   text not null,                   -- from the unit when it is known, otherwise the region
    home_region text not null,
    sex         text not null,
    born        smallint,                        -- year
    pathway     text not null,                   -- prefix that a sub-process point names
    source      text not null,
    source_id   text not null,
    status      text not null check (status in ('done', 'planned', 'withdrawn')),
    ref         text not null,                   -- referral or specimen number that pairs sub-process points
    registered  timestamptz,                     -- when the source knew, if it says so
    learnt      timestamptz not null,            -- when it counts as known: registered, otherwise when it was read in
    import_run  bigint not null references import_run,
    change_no   bigint not null references change (number)
);
create index care_event_of on care_event (event, version);
create index care_event_of_person on care_event (person);
create index care_event_since on care_event (change_no);

-- The versions that a newer one of the same event has replaced. Current is what is not here; also this table only grows.
create table superseded (
    version bigint primary key references care_event,
    by      bigint not null references care_event
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The event log only grows: % on % is not allowed', tg_op, tg_table_name;
end
$$;
create trigger care_event_only_grows before update or delete on care_event
    for each statement execute function refuse_change();
create trigger care_event_is_not_emptied before truncate on care_event
    for each statement execute function refuse_change();
create trigger superseded_only_grows before update or delete on superseded
    for each statement execute function refuse_change();
create trigger superseded_is_not_emptied before truncate on superseded
    for each statement execute function refuse_change();
create trigger change_only_grows before update or delete or truncate on change
    for each statement execute function refuse_change();
