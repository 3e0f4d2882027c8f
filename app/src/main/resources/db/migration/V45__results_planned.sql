-- The day an issue is to be published may be moved: each day with who moved it there; the newest holds.
create table results_planned (
    id          bigint generated always as identity primary key,
    issue       bigint not null references results_issue,
    planned     date not null,
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null
);
create index results_planned_of on results_planned (issue);
