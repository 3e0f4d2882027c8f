-- Indicators that the system has no source for, as they were brought in files: numbers of patients by place and period, nobody's own
-- data. A row is never changed; a later delivery of the same figure takes its place.
create table indicator_delivery (
    id         bigint generated always as identity primary key,
    file_name  text not null,
    brought_by text not null,
    by_name    text not null,
    at         timestamptz not null
);

create table indicator_brought (
    delivery    bigint not null references indicator_delivery,
    line        bigint not null,
    indicator   text not null,
    place       text not null check (place in ('region', 'residence', 'unit')),
    code        text not null,                   -- of the region or the unit
    from_day    date not null,
    to_day      date not null check (to_day >= from_day),
    numerator   bigint not null check (numerator >= 0),
    denominator bigint not null check (denominator >= numerator),
    primary key (delivery, line)
);

create index indicator_brought_by_figure on indicator_brought (indicator, place, from_day);

-- Every row that could not be used, with the reason as a key of the pages' texts.
create table indicator_refused (
    delivery    bigint not null references indicator_delivery,
    number      bigint not null,
    line        bigint not null,
    column_name text not null,
    value       text not null,
    why         text not null,
    primary key (delivery, number)
);
