-- Retention and disposal (gallring), and opt-out from quality registers. The log only grows, with one exception: what is disposed of
-- by a rule, or erased from a register, goes by the functions below, which write the protocol of it in the same transaction.

-- How long what is kept, on which ground. None is shipped: who runs the system decides, and says on which ground.
create table retention_rule (
    id         bigint generated always as identity primary key,
    what       text not null check (what in ('care-events', 'rejected-rows')),
    source     text not null default '',         -- only events of this source; empty: of every one
    keep_years int not null check (keep_years between 1 and 200),
    ground     text not null check (ground <> ''),
    made_by    text not null,
    made       timestamptz not null,
    ended      timestamptz                       -- a rule is never changed: it ends, and another begins
);

-- Which register the events of a source belong to. Events of a source that is not here are care documentation.
create table register_source (
    source   text primary key,
    register text not null check (register <> ''),
    made_by  text not null,
    made     timestamptz not null
);

-- Who does not want to be in a register: nothing of the person comes into it again.
create table register_opt_out (
    register text not null,
    person   uuid not null,
    by_whom  text not null,
    at       timestamptz not null,
    primary key (register, person)
);

-- What was done where when somebody was erased from a register.
create table erasure_receipt (
    id       bigint generated always as identity primary key,
    register text not null,
    person   uuid not null,
    by_whom  text not null,
    at       timestamptz not null
);
create table erasure_receipt_line (
    receipt bigint not null references erasure_receipt,
    number  int not null,
    holder  text not null,
    amount  bigint not null,
    swedish text not null,
    english text not null,
    primary key (receipt, number)
);

-- What went, by which rule, by whom, when. Rows are only added.
create table disposal_protocol (
    number     bigint primary key,
    at         timestamptz not null,
    by_whom    text not null,
    kind       text not null check (kind in ('retention', 'register-erasure')),
    what       text not null,
    rule       bigint references retention_rule,
    ground     text not null,
    before_day date,                             -- retention: all of it was from before this day
    events     bigint not null,
    versions   bigint not null,
    persons    bigint not null,
    rows       bigint not null,                  -- rejected rows
    sha256     text not null,                    -- of the numbers, events and contents of what went, in order
    change_no  bigint not null references change
);
create trigger disposal_protocol_only_grows before update or delete on disposal_protocol
    for each statement execute function refuse_change();
create trigger disposal_protocol_is_not_emptied before truncate on disposal_protocol
    for each statement execute function refuse_change();

-- Nothing goes out of the log unless the transaction that takes it away has written its protocol.
create function refuse_without_protocol() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from disposal_protocol where xmin = pg_current_xact_id()::xid) then
        raise exception 'The event log only grows: % on % is not allowed without a protocol', tg_op, tg_table_name;
    end if;
    return null;
end
$$;
drop trigger care_event_only_grows on care_event;
create trigger care_event_only_grows before update on care_event
    for each statement execute function refuse_change();
create trigger care_event_goes_with_its_protocol before delete on care_event
    for each statement execute function refuse_without_protocol();
drop trigger superseded_only_grows on superseded;
create trigger superseded_only_grows before update on superseded
    for each statement execute function refuse_change();
create trigger superseded_goes_with_its_protocol before delete on superseded
    for each statement execute function refuse_without_protocol();

-- The versions of events that lie wholly before a day, of one source or of every one.
create function doomed_by_age(of_source text, before date)
    returns table (version bigint, event uuid, person uuid, content uuid, day date) language sql stable as $$
    select e.version, e.event, e.person, e.content, e.day from care_event e
    where e.day < before and (of_source = '' or e.source = of_source)
      and not exists (select 1 from care_event o
                      where o.event = e.event and (o.day >= before or (of_source <> '' and o.source <> of_source)))
$$;

-- The versions of a person's events that belong to a register.
create function doomed_in_register(of_register text, whom uuid)
    returns table (version bigint, event uuid, person uuid, content uuid, day date) language sql stable as $$
    select e.version, e.event, e.person, e.content, e.day from care_event e
    join register_source r on r.source = e.source and r.register = of_register
    where e.person = whom
$$;

-- Writes the protocol and takes away what stands in the table doomed: both or neither. Used by the two functions below only.
create function take_away(of_kind text, of_what text, of_rule bigint, on_ground text, before date, who text)
    returns bigint language plpgsql as $$
declare
    next_number bigint;
    next_change bigint;
    gone bigint;
    counted disposal_protocol;
begin
    perform pg_advisory_xact_lock(6224381961295913319);
    select count(distinct event), count(*), count(distinct person),
           encode(sha256(convert_to(coalesce(
               string_agg(version || ' ' || event || ' ' || content, chr(10) order by version), ''), 'UTF8')), 'hex')
      into counted.events, counted.versions, counted.persons, counted.sha256 from doomed;
    select coalesce(max(number), 0) + 1 into next_change from change;
    insert into change (number, at)
        select next_change, greatest(clock_timestamp(), max(at) + interval '1 microsecond') from change;
    select coalesce(max(number), 0) + 1 into next_number from disposal_protocol;
    insert into disposal_protocol values (next_number, clock_timestamp(), who, of_kind, of_what, of_rule, on_ground, before,
        counted.events, counted.versions, counted.persons, 0, counted.sha256, next_change);
    delete from superseded s using doomed d where s.version = d.version or s.by = d.version;
    delete from care_event e using doomed d where e.version = d.version;
    get diagnostics gone = row_count;
    if gone <> counted.versions then
        raise exception 'Of % versions % were taken away', counted.versions, gone;
    end if;
    delete from person_identity p using (select distinct person from doomed) d
        where p.person = d.person and not exists (select 1 from care_event e where e.person = p.person);
    perform pg_notify('varjedag_change', next_change::text);
    return next_number;
end
$$;

-- Disposes of events by a rule that holds. The only way out of the log but for the next function.
create function dispose_by_rule(rule_id bigint, today date, who text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    r retention_rule;
    before date;
begin
    select * into r from retention_rule where id = rule_id and ended is null and what = 'care-events';
    if not found then
        raise exception 'No rule for care events that holds has the number %', rule_id;
    end if;
    before := today - make_interval(years => r.keep_years);
    create temporary table doomed on commit drop as select * from doomed_by_age(r.source, before);
    return take_away('retention', r.what, r.id, r.ground, before, who);
end
$$;

-- Erases a person from a register: its events only, never care documentation.
create function erase_from_register(of_register text, whom uuid, who text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not exists (select 1 from register_opt_out where register = of_register and person = whom) then
        raise exception 'The person has not opted out of the register';
    end if;
    create temporary table doomed on commit drop as select * from doomed_in_register(of_register, whom);
    return take_away('register-erasure', of_register, null, 'opt-out', null, who);
end
$$;

-- Disposes of rejected rows of imports that ended before a day, with their protocol.
create function dispose_rejected_rows(rule_id bigint, today date, who text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    r retention_rule;
    before date;
    next_number bigint;
    known bigint;
begin
    select * into r from retention_rule where id = rule_id and ended is null and what = 'rejected-rows';
    if not found then
        raise exception 'No rule for rejected rows that holds has the number %', rule_id;
    end if;
    perform pg_advisory_xact_lock(6224381961295913319);
    before := today - make_interval(years => r.keep_years);
    select coalesce(max(number), 0) into known from change;
    if known = 0 then
        known := 1;
        insert into change (number, at) values (1, clock_timestamp());
    end if;
    select coalesce(max(number), 0) + 1 into next_number from disposal_protocol;
    insert into disposal_protocol
        select next_number, clock_timestamp(), who, 'retention', r.what, r.id, r.ground, before, 0, 0, 0, count(*),
            encode(sha256(convert_to(coalesce(
                string_agg(j.import_run || ' ' || j.number, chr(10) order by j.import_run, j.number), ''), 'UTF8')), 'hex'),
            known
        from reject j join import_run i on i.id = j.import_run where i.started < before;
    delete from reject j using import_run i where i.id = j.import_run and i.started < before;
    return next_number;
end
$$;

revoke all on function dispose_by_rule(bigint, date, text) from public;
revoke all on function erase_from_register(text, uuid, text) from public;
revoke all on function dispose_rejected_rows(bigint, date, text) from public;
revoke all on function take_away(text, text, bigint, text, date, text) from public;
