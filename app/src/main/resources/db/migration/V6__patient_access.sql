-- A block (spärr): the patient has closed what a unit, or a whole caregiver, has noted about her to all others. Only the patient
-- herself may; a guardian may not block for a child.
create table access_block (
    id        bigint generated always as identity primary key,
    person    uuid not null,
    unit      text not null,           -- HSA-id; empty: all units of the caregiver
    caregiver text not null,
    made      timestamptz not null,
    made_by   text not null
);
create index access_block_of on access_block (person);

-- The end of a block: lifted for good at the patient's wish, or void because it was entered by mistake.
create table access_block_end (
    block bigint primary key references access_block,
    at    timestamptz not null,
    by    text not null,
    kind  text not null check (kind in ('lifted', 'void'))
);

-- A door that somebody has opened for herself to one patient's data, for some hours: an active choice to go beyond the own unit,
-- data of other caregivers with the patient's consent, a block lifted for a while with her consent, or an emergency.
create table access_opening (
    id     bigint generated always as identity primary key,
    person uuid not null,
    who    text not null,
    place  text not null,              -- the unit of the assignment: in another assignment the door is closed
    kind   text not null check (kind in ('choice', 'shared', 'lift', 'emergency')),
    why    text not null,
    at     timestamptz not null,
    until  timestamptz not null
);
create index access_opening_of on access_opening (person, who);

create trigger access_block_only_grows before update or delete or truncate on access_block
    for each statement execute function refuse_change();
create trigger access_block_end_only_grows before update or delete or truncate on access_block_end
    for each statement execute function refuse_change();
create trigger access_opening_only_grows before update or delete or truncate on access_opening
    for each statement execute function refuse_change();
