-- Figures that a region has counted itself, to be laid beside ours. They are never mixed with what is computed from the log.
create table figure_delivery (
    id         bigint generated always as identity primary key,
    file_name  text not null,
    brought_by text not null,
    at         timestamptz not null
);

create table delivered_figure (
    delivery bigint not null references figure_delivery,
    line     bigint not null,
    svf      text not null,                      -- empty: all pathways
    region   text not null,                      -- county code; empty: the whole country
    from_day date not null,
    to_day   date not null,
    n        bigint not null,                    -- how many started treatment
    within   bigint,                             -- how many of them within the limit, where that was said
    primary key (delivery, line)
);

-- Every row that could not be used, with the words its sender needs.
create table rejected_figure (
    delivery    bigint not null references figure_delivery,
    number      bigint not null,
    line        bigint not null,
    column_name text not null,
    value       text not null,
    swedish     text not null,
    english     text not null,
    primary key (delivery, number)
);
