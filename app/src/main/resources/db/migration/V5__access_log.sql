-- Who looked at what, as what, why, which patient's, which unit's, when and from where: looks, changes, prints, exports and
-- tries that were refused. Rows are only added, one number after the other without a gap, and each carries a seal over itself
-- and the seal before it, made with a key outside the database: who changes or takes away a row breaks the chain there.
create table access_log (
    number    bigint primary key,
    at        timestamptz not null,
    who       text not null,           -- username, or the subject that an identity provider gave
    name      text not null,
    acted_as  text not null,           -- role; empty when nobody was signed in
    place     text not null,           -- unit, region or caregiver of the assignment
    action    text not null check (action in
        ('look', 'change', 'print', 'export', 'sign-in', 'sign-out', 'assignment', 'choice', 'emergency')),
    what      text not null,           -- method and pattern of the address: never the address itself
    why       text not null,
    person    uuid,                    -- pseudonym of the patient, where one patient was looked at
    unit      text not null,           -- whose data they were; empty where not one unit's
    origin    text not null,           -- address of the machine that asked
    allowed   boolean not null,
    seal      text not null            -- hexadecimal
);
create index access_log_at on access_log (at);
create index access_log_who on access_log (who, at);
create index access_log_person on access_log (person, at) where person is not null;

create trigger access_log_only_grows before update or delete on access_log
    for each statement execute function refuse_change();
create trigger access_log_is_not_emptied before truncate on access_log
    for each statement execute function refuse_change();

-- A review of the log: what was selected, by rule and by chance, who is to look at it, and what was found.
create table log_review (
    id          bigint generated always as identity primary key,
    made        timestamptz not null,
    made_by     text not null,
    unit        text not null,         -- whose staff and data it is about; empty: everybody's
    from_day    date not null,
    to_day      date not null,
    assigned_to text not null,
    signed      timestamptz,
    signed_by   text not null default '',
    finding     text not null default ''
);

create table log_review_entry (
    review bigint not null references log_review,
    number bigint not null references access_log,
    reason text not null,              -- the rule that selected it, or chance
    primary key (review, number)
);
