-- Every national return that was made: what it was made from, so that it can be made again from the log, and the seal of its file.
-- Rows are only added.
create table national_return (
    id          bigint generated always as identity primary key,
    region      text not null,                   -- county code of the region that reports
    month       date not null,                   -- first day of the month it is about
    first_month date not null,                   -- what the region has reported with it and those before it
    last_month  date not null,
    known_at    timestamptz not null,            -- the moment of extraction: nothing learnt later is in it
    change_no   bigint not null,                 -- the last change of the log that is in it
    since       bigint references national_return, -- the return its differences are from
    definitions text not null,                   -- hash of the definitions
    lines       bigint not null,
    added       bigint not null,
    changed     bigint not null,
    withdrawn   bigint not null,
    sha256      text not null,                   -- of the CSV file
    by_whom     text not null,
    at          timestamptz not null,
    unique nulls not distinct (region, month, known_at, since)
);
create trigger national_return_only_grows before update or delete on national_return
    for each statement execute function refuse_change();
create trigger national_return_is_not_emptied before truncate on national_return
    for each statement execute function refuse_change();
