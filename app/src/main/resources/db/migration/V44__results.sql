-- The results reports of a healthcare region: drafted, commented, reviewed, frozen and published. Figures over many; nothing of one
-- patient. What was written stays, and what is frozen takes nothing more but errata.

create table results_issue (
    id          bigint generated always as identity primary key,
    healthcare_region text not null,
    name        text not null,
    from_day    date not null,
    to_day      date not null check (to_day > from_day),
    known_at    timestamptz not null,              -- nothing learnt later is in it
    change_no   bigint not null,                   -- the last change of the log that is in it
    planned     date not null,                     -- the day it is to be published
    others      text not null,                     -- canonical JSON: indicators counted when drafted, which cannot be counted again
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null
);

create table results_step (
    id          bigint generated always as identity primary key,
    issue       bigint not null references results_issue,
    step        text not null check (step in ('drafted', 'commenting', 'review', 'frozen', 'published', 'dropped')),
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null
);
create index results_step_of on results_step (issue);
create unique index results_step_once on results_step (issue, step) where step in ('drafted', 'frozen', 'published', 'dropped');

-- What a process leader says of a figure; the newest holds.
create table results_comment (
    id          bigint generated always as identity primary key,
    issue       bigint not null references results_issue,
    figure      text not null,                     -- the pathway; empty for all together
    reason      text not null,
    doing       text not null,                     -- what is being done
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null
);
create index results_comment_of on results_comment (issue);

create table results_frozen (
    id          bigint generated always as identity primary key,
    issue       bigint not null unique references results_issue,
    healthcare_region text not null,
    number      int not null check (number > 0),   -- gapless within the healthcare region
    content     text not null,                     -- canonical JSON
    sha256      text not null,                     -- of content, definitions, program and moment
    program     text not null,
    definitions text not null,                     -- fingerprint of the definitions and the expected cases
    known_at    timestamptz not null,
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null,
    unique (healthcare_region, number)
);

create table results_erratum (
    id          bigint generated always as identity primary key,
    issue       bigint not null references results_frozen (issue),
    number      int not null check (number > 0),
    words       text not null,
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null,
    unique (issue, number)
);

create function refuse_comment_on_frozen() returns trigger language plpgsql as $$
begin
    if exists (select 1 from results_frozen where issue = new.issue) then
        raise exception 'Issue % is frozen: its comments stay as they are', new.issue;
    end if;
    return new;
end
$$;
create trigger results_comment_before_freezing before insert on results_comment
    for each row execute function refuse_comment_on_frozen();

create trigger results_issue_only_grows before update or delete or truncate on results_issue
    for each statement execute function refuse_change();
create trigger results_step_only_grows before update or delete or truncate on results_step
    for each statement execute function refuse_change();
create trigger results_comment_only_grows before update or delete or truncate on results_comment
    for each statement execute function refuse_change();
create trigger results_frozen_only_grows before update or delete or truncate on results_frozen
    for each statement execute function refuse_change();
create trigger results_erratum_only_grows before update or delete or truncate on results_erratum
    for each statement execute function refuse_change();
