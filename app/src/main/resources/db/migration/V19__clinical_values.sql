-- Clinical values (laboratory values, drugs, imaging, status of the disease …): what the overview of one patient draws. They lie beside
-- the event log and not in it, for no lead time may follow from them. As there, a row is one version and the highest is the current one.
create table clinical_value (
    version   bigint generated always as identity primary key,
    value     uuid not null,                     -- which value: a keyed hash of (source, source_id)
    content   uuid not null,                     -- a hash of all that the row says: equal rows are not added again
    person    uuid not null,
    kind      text not null check (kind in ('status', 'performance', 'laboratory', 'treatment', 'radiotherapy', 'surgery',
                                            'imaging', 'pathology', 'patient-reported')),
    item      text not null check (item <> ''),  -- what was measured or given, as the contents of the overview name it
    day       date not null,
    until     date,                              -- the last day of what lasts; none while it goes on
    number    double precision,
    text      text not null,
    measure   text not null,                     -- the unit that the number is counted in
    low       double precision,                  -- reference range, as the sender gave it
    high      double precision,
    part      int not null,                      -- fractions, or the line of treatment; 0 where there is none
    reason    text not null,                     -- why a treatment stopped; what an image says of the disease
    state     text not null check (state in ('done', 'awaited', 'withdrawn')),
    unit      text not null,
    caregiver text not null,
    origin    text not null check (origin in ('feed', 'typed', 'register', 'patient')),
    source    text not null,
    source_id text not null,
    learnt    timestamptz not null
);
create index clinical_value_of_person on clinical_value (person);
create index clinical_value_of on clinical_value (value, version);

create trigger clinical_value_only_grows before update or truncate on clinical_value
    for each statement execute function refuse_change();
create trigger clinical_value_goes_with_its_protocol before delete on clinical_value
    for each statement execute function refuse_without_protocol();

-- Values go with the same rules as events: disposal by age and source, and erasure from a register.
create or replace function dispose_by_rule(rule_id bigint, today date, who text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    r retention_rule;
    before date;
    number bigint;
begin
    select * into r from retention_rule where id = rule_id and ended is null and what = 'care-events';
    if not found then
        raise exception 'No rule for care events that holds has the number %', rule_id;
    end if;
    before := today - make_interval(years => r.keep_years);
    create temporary table doomed on commit drop as select * from doomed_by_age(r.source, before);
    number := take_away('retention', r.what, r.id, r.ground, before, who);
    delete from clinical_value v
        where coalesce(v.until, v.day) < before and (r.source = '' or v.source = r.source)
          and not exists (select 1 from clinical_value o where o.value = v.value and coalesce(o.until, o.day) >= before);
    return number;
end
$$;

create or replace function erase_from_register(of_register text, whom uuid, who text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    number bigint;
begin
    if not exists (select 1 from register_opt_out where register = of_register and person = whom) then
        raise exception 'The person has not opted out of the register';
    end if;
    create temporary table doomed on commit drop as select * from doomed_in_register(of_register, whom);
    number := take_away('register-erasure', of_register, null, 'opt-out', null, who);
    delete from clinical_value v using register_source r
        where v.person = whom and r.source = v.source and r.register = of_register;
    return number;
end
$$;

-- Who uses the overview: for each unit and content the patients opened with it, and how much of what the next decision needs was there
-- the last time. Counted only, never listed.
create table overview_use (
    unit         text not null,
    content      text not null,
    person       uuid not null,
    first_opened timestamptz not null,
    last_opened  timestamptz not null,
    present      int not null,
    needed       int not null,
    primary key (unit, content, person)
);
