-- What matters to the patient, in her own words. What she has written stays with its day; what has become of it is added. Care
-- documentation, so no register's.
create table careplan_goal (
    id     bigint generated always as identity primary key,
    goal   uuid not null unique,
    person uuid not null,
    words  text not null,
    at     timestamptz not null
);
create index careplan_goal_of on careplan_goal (person);

-- What has become of it, as she says herself; the latest row holds.
create table careplan_goal_state (
    id    bigint generated always as identity primary key,
    goal  uuid not null references careplan_goal (goal) on delete cascade,
    state text not null check (state in ('alive', 'reached', 'aside')),
    at    timestamptz not null
);
create index careplan_goal_state_of on careplan_goal_state (goal);

select stands_beside('careplan_goal');
select stands_beside('careplan_goal_state', 'at', 'careplan_goal', 'goal', 'goal');
