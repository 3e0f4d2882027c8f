-- Who the pseudonyms are, apart from everything else: the number and the name, each encrypted (AES-256-GCM, a fresh nonce each time,
-- the pseudonym as associated data, so that no row can take another's place). The keys lie outside the database.

-- The keys that rows here may be encrypted with, by fingerprint. A start without one of them says so at once.
create table identity_key (
    id   text primary key,
    made timestamptz not null default now()
);

create table person_identity (
    person     uuid primary key,                 -- keyed pseudonym, as in the log
    key_id     text not null,                    -- which key the row is encrypted with
    number     bytea not null,                   -- nonce, cipher text and tag of the canonical number
    name       bytea,                            -- the same of the name, where one was told
    protection text not null default 'none'
        check (protection in ('none', 'confidentiality-mark', 'protected-registration')),
    kept       timestamptz not null default now()
);
create index person_identity_of_key on person_identity (key_id);
