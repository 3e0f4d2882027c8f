-- Disposal reaches what stands beside the event log: who was named, notes, handovers, forms and their answers, messages. None of it is of
-- use without the events, so all of a person's goes when the last of her events has gone by a rule for every source and the latest of it
-- is itself older than the rule keeps. The protocol counts it, and the clinical values, which until now went uncounted.

-- The tables that stand beside the log. A table whose rows belong to those of another (an answer to its form) names that one, and its
-- rows go with it; every other has a column person.
create table beside_events (
    holder     text primary key,
    moment     text not null,                    -- the column that says when a row was written
    parent     text not null,                    -- the table its rows belong to; empty for none
    parent_key text not null,
    child_key  text not null
);

-- Says that a table stands beside the log: it only grows but for disposal, which needs its protocol.
create function stands_beside(of_holder text, of_moment text default 'at', of_parent text default '',
                              of_parent_key text default '', of_child_key text default '') returns void language plpgsql as $$
begin
    insert into beside_events values (of_holder, of_moment, of_parent, of_parent_key, of_child_key);
    execute format('drop trigger if exists %I on %I', of_holder || '_only_grows', of_holder);
    execute format('create trigger %I before update or truncate on %I for each statement execute function refuse_change()',
                   of_holder || '_only_grows', of_holder);
    execute format('create trigger %I before delete on %I for each statement execute function refuse_without_protocol()',
                   of_holder || '_goes_with_its_protocol', of_holder);
end
$$;

alter table coordination_receipt drop constraint coordination_receipt_handover_fkey,
    add foreign key (handover) references coordination_handover on delete cascade;
alter table form_withdrawn drop constraint form_withdrawn_assignment_fkey,
    add foreign key (assignment) references form_assignment on delete cascade;
alter table form_draft drop constraint form_draft_assignment_fkey,
    add foreign key (assignment) references form_assignment on delete cascade;
alter table form_answer drop constraint form_answer_assignment_fkey,
    add foreign key (assignment) references form_assignment on delete cascade;
alter table form_score drop constraint form_score_answer_fkey,
    add foreign key (answer) references form_answer on delete cascade;
alter table form_reminder drop constraint form_reminder_assignment_fkey,
    add foreign key (assignment) references form_assignment on delete cascade;
alter table careplan_read drop constraint careplan_read_message_fkey,
    add foreign key (message) references careplan_message (message) on delete cascade;

select stands_beside('coordination_named');
select stands_beside('coordination_note');
select stands_beside('coordination_handover');
select stands_beside('coordination_receipt', 'at', 'coordination_handover', 'id', 'handover');
select stands_beside('coordination_reason');
select stands_beside('coordination_duty');
select stands_beside('form_assignment');
select stands_beside('form_withdrawn', 'at', 'form_assignment', 'id', 'assignment');
select stands_beside('form_answer', 'at', 'form_assignment', 'id', 'assignment');
select stands_beside('form_reminder', 'at', 'form_assignment', 'id', 'assignment');
select stands_beside('careplan_message');
select stands_beside('careplan_read', 'at', 'careplan_message', 'message', 'message');
-- Rows without a moment of their own, or written over while they live: a draft and a score go with what they belong to, and a use is
-- counted anew each time.
drop trigger form_score_only_grows on form_score;
create trigger form_score_only_grows before update or truncate on form_score
    for each statement execute function refuse_change();
create trigger form_score_goes_with_its_protocol before delete on form_score
    for each statement execute function refuse_without_protocol();
insert into beside_events values
    ('form_draft', 'saved', 'form_assignment', 'id', 'assignment'),
    ('overview_use', 'last_opened', '', '', '');

-- Every row that stands beside the log: in which table, of whom, written when.
create function rows_beside() returns table (holder text, person uuid, at timestamptz) language plpgsql stable as $$
begin
    return query execute (
        select string_agg(
            case when parent = ''
                then format('select %L::text, person, %I from %I', b.holder, b.moment, b.holder)
                else format('select %L::text, p.person, c.%I from %I c join %I p on p.%I = c.%I',
                            b.holder, b.moment, b.holder, b.parent, b.parent_key, b.child_key) end,
            ' union all ')
        from beside_events b);
end
$$;

-- The versions of clinical values that lie wholly before a day, of one source or of every one.
create function doomed_values(of_source text, before date)
    returns table (version bigint, value uuid, person uuid, content uuid, day date) language sql stable as $$
    select v.version, v.value, v.person, v.content, v.day from clinical_value v
    where coalesce(v.until, v.day) < before and (of_source = '' or v.source = of_source)
      and not exists (select 1 from clinical_value o where o.value = v.value
                      and (coalesce(o.until, o.day) >= before or (of_source <> '' and o.source <> of_source)))
$$;

-- What goes from beside the log together with a person's last events: nothing of hers is as late as the day.
create function doomed_beside(before date)
    returns table (holder text, person uuid, at timestamptz) language sql stable as $$
    with beside as materialized (select * from rows_beside()),
    old as (select b.person from beside b group by b.person having max(b.at) < before),
    going as materialized (select d.version from doomed_by_age('', before) d),
    going_values as materialized (select d.version from doomed_values('', before) d),
    staying as (
        select e.person from care_event e where not exists (select 1 from going g where g.version = e.version)
        union
        select v.person from clinical_value v where not exists (select 1 from going_values g where g.version = v.version)
    )
    select b.* from beside b join old o on o.person = b.person
    where not exists (select 1 from staying s where s.person = b.person)
$$;

alter table disposal_protocol add column of_values bigint not null default 0;  -- versions of clinical values
alter table disposal_protocol add column beside bigint not null default 0;     -- rows that stood beside the log

-- As before, and with what stands in doomed_value and doomed_row. Who has nothing left is not known by number any more.
create or replace function take_away(of_kind text, of_what text, of_rule bigint, on_ground text, before date, who text)
    returns bigint language plpgsql as $$
declare
    next_number bigint;
    next_change bigint;
    gone bigint;
    holding text;
    counted disposal_protocol;
begin
    perform pg_advisory_xact_lock(6224381961295913319);
    select count(distinct event), count(*),
           encode(sha256(convert_to(
               coalesce(string_agg(version || ' ' || event || ' ' || content, chr(10) order by version), '')
               || (select coalesce(string_agg(chr(10) || version || ' ' || value || ' ' || content, '' order by version), '')
                   from doomed_value)
               || (select coalesce(string_agg(chr(10) || holder || ' ' || person || ' ' || at, '' order by holder, person, at), '')
                   from doomed_row), 'UTF8')), 'hex')
      into counted.events, counted.versions, counted.sha256 from doomed;
    select count(*) into counted.of_values from doomed_value;
    select count(*) into counted.beside from doomed_row;
    select count(*) into counted.persons
        from (select person from doomed union select person from doomed_value union select person from doomed_row) of_whom;
    select coalesce(max(number), 0) + 1 into next_change from change;
    insert into change (number, at)
        select next_change, greatest(clock_timestamp(), max(at) + interval '1 microsecond') from change;
    select coalesce(max(number), 0) + 1 into next_number from disposal_protocol;
    insert into disposal_protocol values (next_number, clock_timestamp(), who, of_kind, of_what, of_rule, on_ground, before,
        counted.events, counted.versions, counted.persons, 0, counted.sha256, next_change, counted.of_values, counted.beside);
    delete from superseded s using doomed d where s.version = d.version or s.by = d.version;
    delete from care_event e using doomed d where e.version = d.version;
    get diagnostics gone = row_count;
    if gone <> counted.versions then
        raise exception 'Of % versions % were taken away', counted.versions, gone;
    end if;
    delete from clinical_value v using doomed_value d where v.version = d.version;
    for holding in select holder from beside_events where parent = '' loop
        execute format('delete from %I b using (select distinct person from doomed_row) d where b.person = d.person', holding);
    end loop;
    delete from person_identity p
        using (select person from doomed union select person from doomed_value union select person from doomed_row) d
        where p.person = d.person
          and not exists (select 1 from care_event e where e.person = p.person)
          and not exists (select 1 from clinical_value v where v.person = p.person)
          and not exists (select 1 from rows_beside() b where b.person = p.person);
    perform pg_notify('varjedag_change', next_change::text);
    return next_number;
end
$$;

create or replace function dispose_by_rule(rule_id bigint, today date, who text) returns bigint
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
    create temporary table doomed_value on commit drop as select * from doomed_values(r.source, before);
    create temporary table doomed_row on commit drop as select * from doomed_beside(before) where r.source = '';
    return take_away('retention', r.what, r.id, r.ground, before, who);
end
$$;

-- What stands beside the log is care documentation, which no register's erasure reaches.
create or replace function erase_from_register(of_register text, whom uuid, who text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if not exists (select 1 from register_opt_out where register = of_register and person = whom) then
        raise exception 'The person has not opted out of the register';
    end if;
    create temporary table doomed on commit drop as select * from doomed_in_register(of_register, whom);
    create temporary table doomed_value on commit drop as
        select v.version, v.value, v.person, v.content, v.day from clinical_value v
        join register_source r on r.source = v.source and r.register = of_register where v.person = whom;
    create temporary table doomed_row on commit drop as select * from rows_beside() where false;
    return take_away('register-erasure', of_register, null, 'opt-out', null, who);
end
$$;
