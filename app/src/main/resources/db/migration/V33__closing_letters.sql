-- Closing letters: what a patient is told in writing when her pathway has ended. Signed by staff, numbered, and kept in versions: each
-- with its words in every language, as they were signed. Care documentation, so no register's.
create sequence careplan_letter_number;
create table careplan_letter (
    id         bigint generated always as identity primary key,
    number     bigint not null,                  -- the same in every version
    version    int not null check (version > 0),
    person     uuid not null,
    definition text not null,
    start      date not null,
    kind       text not null check (kind in ('dismissed', 'summary')),
    ended      date not null,
    own_words  text not null,                    -- what its signer added; empty for nothing
    unit       text not null,
    at         timestamptz not null,
    by_whom    text not null,
    by_name    text not null,
    unique (number, version),
    unique (person, definition, start, version)
);

create table careplan_letter_words (
    letter   bigint not null references careplan_letter on delete cascade,
    language text not null check (language in ('sv', 'en', 'easy')),
    place    int not null,
    kind     text not null check (kind in ('heading', 'text', 'item', 'own')),
    words    text not null,
    at       timestamptz not null,
    primary key (letter, language, place)
);

select stands_beside('careplan_letter');
select stands_beside('careplan_letter_words', 'at', 'careplan_letter', 'id', 'letter');
