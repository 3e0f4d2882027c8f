-- Whom a patient lets see a part of her plan, until a day. She makes a permission and gets a code, which her relative takes it with; it
-- ends when she takes it back. Care documentation, so no register's.
create table careplan_family (
    id         bigint generated always as identity primary key,
    permission uuid not null unique,
    person     uuid not null,
    name       text not null,                    -- whom she means, in her own words
    parts      text[] not null check (cardinality(parts) > 0 and parts <@ array['way', 'visits', 'people']),
    until_day  date not null,                    -- the last day
    code       text not null unique,             -- SHA-256 of the code
    at         timestamptz not null
);
create index careplan_family_of on careplan_family (person);

-- Who took it, by account: once and for all.
create table careplan_family_taken (
    permission uuid primary key references careplan_family (permission) on delete cascade,
    who        text not null,
    name       text not null,
    at         timestamptz not null
);
create index careplan_family_taken_by on careplan_family_taken (who);

-- She has taken it back.
create table careplan_family_ended (
    permission uuid primary key references careplan_family (permission) on delete cascade,
    at         timestamptz not null
);

select stands_beside('careplan_family');
select stands_beside('careplan_family_taken', 'at', 'careplan_family', 'permission', 'permission');
select stands_beside('careplan_family_ended', 'at', 'careplan_family', 'permission', 'permission');
