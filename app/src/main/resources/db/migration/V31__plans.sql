-- The plan of Min vårdplan: made by staff together with the patient, numbered, and kept in versions that never change. What each section
-- was called is kept with it, for the structure is data that may change. Care documentation, so no register's.
create sequence careplan_plan_number;
create table careplan_plan (
    id         bigint generated always as identity primary key,
    number     bigint not null,                  -- the same in every version of a patient's plan
    version    int not null check (version > 0),
    person     uuid not null,
    definition text not null,                    -- the pathway it was made for, and its start
    start      date not null,
    stage      text not null check (stage in ('investigation', 'treatment', 'rehabilitation', 'follow-up', 'palliative')),
    diagnosis  text not null,                    -- the version of the structure; empty: the generic one
    unit       text not null,
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null,
    unique (person, version)
);

create table careplan_plan_part (
    plan    bigint not null references careplan_plan on delete cascade,
    place   int not null,
    section text not null,
    sv      text not null,                       -- what the section was called
    easy    text not null,
    en      text not null,
    words   text not null,                       -- empty: not settled
    at      timestamptz not null,
    primary key (plan, place)
);

-- She has read a version and says so, or it was given to her on paper.
create table careplan_plan_seen (
    id      bigint generated always as identity primary key,
    plan    bigint not null references careplan_plan on delete cascade,
    how     text not null check (how in ('read', 'paper')),
    at      timestamptz not null,
    by_whom text not null,                       -- empty: the patient herself
    by_name text not null,
    unique (plan, how)
);

select stands_beside('careplan_plan');
select stands_beside('careplan_plan_part', 'at', 'careplan_plan', 'id', 'plan');
select stands_beside('careplan_plan_seen', 'at', 'careplan_plan', 'id', 'plan');
