-- Messages between a patient and her contact nurse, and comments on a page. Kept, never changed; care documentation, so no register's.
create table careplan_message (
    id           bigint generated always as identity primary key,
    message      uuid not null unique,
    person       uuid not null,
    unit         text not null,
    from_patient boolean not null,
    about        text not null,                  -- the page of the plan it is a comment on; empty for none
    words        text not null,
    promised     date,                           -- the last day to answer; none of an answer
    answers      uuid references careplan_message (message),
    at           timestamptz not null,
    by_whom      text not null,                  -- empty: the patient herself
    by_name      text not null
);
create index careplan_message_of on careplan_message (person);
create index careplan_message_at on careplan_message (unit);

-- The other side has opened it; the first time counts.
create table careplan_read (
    message uuid primary key references careplan_message (message),
    at      timestamptz not null,
    by_name text not null
);
create trigger careplan_message_only_grows before update or delete or truncate on careplan_message
    for each statement execute function refuse_change();
create trigger careplan_read_only_grows before update or delete or truncate on careplan_read
    for each statement execute function refuse_change();
