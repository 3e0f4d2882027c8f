-- The plan of a healthcare region: vision, promises, development areas and goals, and plans of a period with their activities. Nothing of
-- patients. What was written stays: a new wording is a row after the old one.

-- The vision, a promise, a development area, or a goal that belongs to a promise.
create table strategy_statement (
    id          bigint generated always as identity primary key,
    statement   uuid not null,                     -- the same in every wording of it
    healthcare_region text not null,
    kind        text not null check (kind in ('vision', 'promise', 'area', 'goal')),
    number      int not null,
    name        text not null,
    words       text not null,
    promise     uuid,                              -- of a goal, what it belongs to
    indicator   text not null,                     -- of a goal, the key of what shows it; empty where nothing does
    source      text not null,
    gone        boolean not null default false,    -- holds no longer
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null
);
create index strategy_statement_of on strategy_statement (healthcare_region, kind);

create table strategy_plan (
    id          bigint generated always as identity primary key,
    healthcare_region text not null,
    name        text not null,
    from_day    date not null,
    to_day      date not null check (to_day >= from_day),
    source      text not null,
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null
);

create table strategy_activity (
    id           bigint generated always as identity primary key,
    plan         bigint not null references strategy_plan,
    carried_from bigint references strategy_activity, -- the same in an earlier plan
    source       text not null,
    at           timestamptz not null,
    by_whom      text not null,
    by_name      text not null
);
create index strategy_activity_of on strategy_activity (plan);
create unique index strategy_activity_carried on strategy_activity (carried_from, plan);

-- What an activity is, in versions; the latest holds.
create table strategy_activity_version (
    id          bigint generated always as identity primary key,
    activity    bigint not null references strategy_activity,
    area        text not null,                     -- improvement area, as the first column of the plan says it
    title       text not null,
    details     text not null,
    promise     uuid,
    development uuid,
    owner       text not null,
    regions     text not null,                     -- county codes with commas
    from_day    date,
    to_day      date,
    indicator   text not null,                     -- what it is to move; empty for nothing named
    svf         text not null,                     -- the pathway of that, and of the step
    step        text not null,                     -- the bottleneck it is to move, as links write a step
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null
);
create index strategy_activity_version_of on strategy_activity_version (activity);

-- How an activity stands, as somebody said on a day. None said is unknown.
create table strategy_status (
    id          bigint generated always as identity primary key,
    activity    bigint not null references strategy_activity,
    status      text not null check (status in ('planned', 'under-way', 'done', 'late', 'paused', 'dropped')),
    words       text not null,
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null
);
create index strategy_status_of on strategy_status (activity);

create table strategy_note (
    id          bigint generated always as identity primary key,
    activity    bigint not null references strategy_activity,
    kind        text not null check (kind in ('comment', 'decision')),
    day         date not null,                     -- of a decision, when it was made
    words       text not null,
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null
);
create index strategy_note_of on strategy_note (activity);

create trigger strategy_statement_only_grows before update or delete or truncate on strategy_statement
    for each statement execute function refuse_change();
create trigger strategy_plan_only_grows before update or delete or truncate on strategy_plan
    for each statement execute function refuse_change();
create trigger strategy_activity_only_grows before update or delete or truncate on strategy_activity
    for each statement execute function refuse_change();
create trigger strategy_activity_version_only_grows before update or delete or truncate on strategy_activity_version
    for each statement execute function refuse_change();
create trigger strategy_status_only_grows before update or delete or truncate on strategy_status
    for each statement execute function refuse_change();
create trigger strategy_note_only_grows before update or delete or truncate on strategy_note
    for each statement execute function refuse_change();
