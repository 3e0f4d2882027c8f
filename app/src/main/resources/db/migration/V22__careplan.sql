-- Min vårdplan: how patients reach a care unit, as the unit itself says; the latest row holds.
create table careplan_unit (
    id          bigint generated always as identity primary key,
    unit        text not null,
    telephone   text not null,
    hours       text not null,                   -- when somebody answers, in the unit's own words
    answer_days int not null check (answer_days between 1 and 10),
    at          timestamptz not null,
    by_whom     text not null,
    by_name     text not null
);
create index careplan_unit_of on careplan_unit (unit);
create trigger careplan_unit_only_grows before update or delete or truncate on careplan_unit
    for each statement execute function refuse_change();
