-- Coordination: who is named for a pathway, what has been noted of it, and where it is handed over. A pathway is who walks it, by
-- which definition, and the day it started; how it stands is never kept here, for that is traced from the event log.
-- What happened is added; the latest row holds.

-- Who coordinates a pathway, or is its contact nurse, from a day and perhaps to one. Nobody (who is empty) ends it.
create table coordination_named (
    id         bigint generated always as identity primary key,
    person     uuid not null,
    definition text not null,
    start      date not null,
    task       text not null check (task in ('coordinator', 'contact-nurse')),
    who        text not null,
    name       text not null,
    unit       text not null,
    from_day   date not null,
    to_day     date,
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null
);
create index coordination_named_of on coordination_named (person);
create index coordination_named_who on coordination_named (who);

-- Who stands in for whom at a unit, both days included. A row with void takes back the row it names.
create table coordination_cover (
    id       bigint generated always as identity primary key,
    unit     text not null,
    who      text not null,
    name     text not null,
    by_cover text not null,
    cover    text not null,
    from_day date not null,
    to_day   date not null,
    void     bigint references coordination_cover,
    at       timestamptz not null,
    by_whom  text not null,
    by_name  text not null
);
create index coordination_cover_of on coordination_cover (unit);

-- A note on a pathway, signed and dated.
create table coordination_note (
    id         bigint generated always as identity primary key,
    person     uuid not null,
    definition text not null,
    start      date not null,
    unit       text not null,
    words      text not null,
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null,
    by_role    text not null
);
create index coordination_note_of on coordination_note (person);

-- A pathway that one unit hands over to another. It is the sender's until the receiver has answered.
create table coordination_handover (
    id         bigint generated always as identity primary key,
    person     uuid not null,
    definition text not null,
    start      date not null,
    from_unit  text not null,
    to_unit    text not null,
    words      text not null,
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null
);
create index coordination_handover_of on coordination_handover (person);
create index coordination_handover_to on coordination_handover (to_unit);
create index coordination_handover_from on coordination_handover (from_unit);

-- The receipt: received, or refused with the reason.
create table coordination_receipt (
    handover bigint primary key references coordination_handover,
    received boolean not null,
    words    text not null,
    at       timestamptz not null,
    by_whom  text not null,
    by_name  text not null
);

-- Why a limit was passed: asked once.
create table coordination_reason (
    id         bigint generated always as identity primary key,
    person     uuid not null,
    definition text not null,
    start      date not null,
    reason     text not null check (reason in ('patient', 'medical', 'capacity', 'other')),
    step       text not null,                    -- the point whose step lacked capacity; empty for other reasons
    words      text not null,
    unit       text not null,
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null
);
create index coordination_reason_of on coordination_reason (person);

-- What a contact nurse has done of her duties for a patient.
create table coordination_duty (
    id         bigint generated always as identity primary key,
    person     uuid not null,
    definition text not null,
    start      date not null,
    duty       text not null check (duty in ('presented', 'needs', 'follow-up', 'lead-time', 'plan')),
    day        date not null,
    unit       text not null,
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null
);
create index coordination_duty_of on coordination_duty (person);

-- A choice of the worklist that somebody comes back to. It is hers, and she takes it away.
create table coordination_view (
    id         bigint generated always as identity primary key,
    who        text not null,
    assignment text not null,
    name       text not null,
    choice     text not null,
    at         timestamptz not null,
    unique (who, assignment, name)
);

create trigger coordination_named_only_grows before update or delete or truncate on coordination_named
    for each statement execute function refuse_change();
create trigger coordination_cover_only_grows before update or delete or truncate on coordination_cover
    for each statement execute function refuse_change();
create trigger coordination_note_only_grows before update or delete or truncate on coordination_note
    for each statement execute function refuse_change();
create trigger coordination_handover_only_grows before update or delete or truncate on coordination_handover
    for each statement execute function refuse_change();
create trigger coordination_receipt_only_grows before update or delete or truncate on coordination_receipt
    for each statement execute function refuse_change();
create trigger coordination_reason_only_grows before update or delete or truncate on coordination_reason
    for each statement execute function refuse_change();
create trigger coordination_duty_only_grows before update or delete or truncate on coordination_duty
    for each statement execute function refuse_change();
