-- Rules by which a unit asks its patients to answer a form, so that nobody has to remember. A rule is never changed: it is ended, and
-- another is set. It names no patient.
create table form_rule (
    id           bigint generated always as identity primary key,
    unit         text not null,                  -- the care unit that asks
    form         text not null,
    occasion     text not null check (occasion in ('once', 'before', 'months-3', 'months-12', 'months-36', 'prem')),
    counted_from text not null check (counted_from in ('suspicion', 'first-visit', 'informed', 'decision', 'treatment', 'closed')),
    definitions  text[] not null,                -- the pathways it is for; none: every one
    from_day     date not null,
    to_day       date,                           -- the last day it holds; none: until it is ended
    remind_after int check (remind_after between 1 and 90),
    at           timestamptz not null,
    by_whom      text not null,
    by_name      text not null,
    check (to_day >= from_day)
);
create index form_rule_at on form_rule (unit);

create table form_rule_ended (
    rule    bigint primary key references form_rule,
    at      timestamptz not null,
    by_whom text not null,
    by_name text not null
);

create trigger form_rule_only_grows before update or delete or truncate on form_rule
    for each statement execute function refuse_change();
create trigger form_rule_ended_only_grows before update or delete or truncate on form_rule_ended
    for each statement execute function refuse_change();

-- What was asked by a rule, and what a form was counted from: the code of an event, or a point of a rule; empty where a day was typed.
alter table form_assignment add column rule bigint references form_rule;
alter table form_assignment add column counted_from text not null default '';
alter table form_assignment add column counted_day date;

-- However many servers ask at once, a rule asks once for each pathway and occasion, and reminds once.
create unique index form_assignment_once on form_assignment (person, form, definition, start, occasion) where rule is not null;
alter table form_reminder add column rule bigint references form_rule;
create unique index form_reminder_once on form_reminder (assignment) where rule is not null;
