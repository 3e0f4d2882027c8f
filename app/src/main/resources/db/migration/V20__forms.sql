-- Forms: who is asked to answer which one and from what day, what she has begun, and every answer that was sent in. A form itself is a
-- resource of the program. What happened is added; only a draft is written over, and goes when the answer is sent in.

create table form_assignment (
    id         uuid primary key,
    person     uuid not null,
    form       text not null,
    occasion   text not null check (occasion in ('once', 'open', 'before', 'months-3', 'months-12', 'months-36', 'prem')),
    due        date not null,                    -- the first day it is hers to answer
    until      date,                             -- the last; none while it may be answered any day
    definition text not null,                    -- the pathway that it follows on, and its start; empty and none without
    start      date,
    unit       text not null,                    -- the care unit that asks
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null
);
create index form_assignment_of on form_assignment (person);
create index form_assignment_at on form_assignment (unit, form);

-- It is not asked for any more.
create table form_withdrawn (
    assignment uuid primary key references form_assignment,
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null
);

-- What has been typed and not sent in, field by field as it stands in the form.
create table form_draft (
    assignment uuid primary key references form_assignment,
    version    text not null,
    fields     jsonb not null,
    saved      timestamptz not null
);

-- An answer: a QuestionnaireResponse, by whom. A patient is named by her assignment alone.
create table form_answer (
    id         bigint generated always as identity primary key,
    assignment uuid not null references form_assignment,
    number     int not null,                     -- the first, second … answer to the same assignment
    version    text not null,                    -- of the form
    response   text not null,
    at         timestamptz not null,
    by_whom    text not null,                    -- empty: the patient herself
    by_name    text not null,
    by_role    text not null,
    unique (assignment, number)
);

-- What an answer counts: each question whose options are worth something, and each score.
create table form_score (
    answer bigint not null references form_answer,
    item   text not null,
    number double precision not null,
    primary key (answer, item)
);

-- She was reminded.
create table form_reminder (
    id         bigint generated always as identity primary key,
    assignment uuid not null references form_assignment,
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null
);
create index form_reminder_of on form_reminder (assignment);

create trigger form_assignment_only_grows before update or delete or truncate on form_assignment
    for each statement execute function refuse_change();
create trigger form_withdrawn_only_grows before update or delete or truncate on form_withdrawn
    for each statement execute function refuse_change();
create trigger form_answer_only_grows before update or delete or truncate on form_answer
    for each statement execute function refuse_change();
create trigger form_score_only_grows before update or delete or truncate on form_score
    for each statement execute function refuse_change();
create trigger form_reminder_only_grows before update or delete or truncate on form_reminder
    for each statement execute function refuse_change();
