-- What a unit was called and whom it belonged to, from one day to another. The table unit says how it is now, or was last.
create table unit_period (
    unit       text not null,
    valid_from date not null,                    -- -infinity: as long as anything is known of it
    valid_to   date not null,                    -- the last day; infinity: until further notice
    name       text not null,
    kind       text not null default '',
    parent     text not null default '',         -- the unit it is part of
    caregiver  text not null references caregiver,
    region     text not null default '',
    primary key (unit, valid_from),
    check (valid_from <= valid_to)
);
insert into unit_period (unit, valid_from, valid_to, name, kind, caregiver, region)
select id, '-infinity', 'infinity', name, kind, caregiver, region from unit;

-- One file of units that was read in, and every row of it that could not be used, with the words its sender needs.
create table unit_delivery (
    id         bigint generated always as identity primary key,
    file_name  text not null,
    brought_by text not null,
    at         timestamptz not null,
    units      bigint not null,                  -- units that the file told of
    changed    bigint not null                   -- of them, those of which something new was told
);

create table rejected_unit_row (
    delivery    bigint not null references unit_delivery,
    number      bigint not null,
    line        bigint not null,
    column_name text not null,
    value       text not null,
    swedish     text not null,
    english     text not null,
    primary key (delivery, number)
);
