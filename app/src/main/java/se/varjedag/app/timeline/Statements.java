package se.varjedag.app.timeline;

/// The statements by which a delivery becomes part of the log.
final class Statements {
    private Statements() {}

    /// When a change is learnt is told under the lock and by one clock, and later than every change before it: what was
    /// known when an older change was the latest can be asked for by that change's moment.
    static final String CHANGE = """
            insert into change (number, at, import_run)
            select ?, greatest(clock_timestamp(), max(at) + interval '1 microsecond'), ? from change
            returning at""";

    static final String STAGING = """
            create temporary table if not exists staged (
                line int not null, event uuid not null, content uuid not null, person uuid not null, code text not null,
                day date not null, unit text not null, region text not null, caregiver text not null,
                home_region text not null, sex text not null, born smallint, pathway text not null, source text not null,
                source_id text not null, status text not null, ref text not null, registered timestamptz
            ) on commit drop""";

    /// Nobody comes into a quality register again who has opted out of it.
    static final String LEAVE_OUT_OPTED_OUT = """
            delete from staged s using register_source r join register_opt_out o on o.register = r.register
            where s.source = r.source and s.person = o.person""";

    static final String COPY = "copy staged from stdin";

    static final String STAGING_NAMES = """
            create temporary table if not exists taken_back (
                before int not null, event uuid not null, registered timestamptz
            ) on commit drop""";

    static final String COPY_NAMES = "copy taken_back from stdin";

    /// The versions of one event change places so that the one that its source learnt last stands last.
    static final String IN_ORDER_OF_LEARNING = """
            with several as (select event from staged group by event having count(*) > 1),
            learnt as (
                select s.ctid as at, event, row_number() over (partition by event order by registered nulls first, line) n
                from staged s join several using (event)),
            place as (
                select event, line, row_number() over (partition by event order by line) n
                from staged join several using (event))
            update staged s set line = place.line
            from learnt join place using (event, n) where s.ctid = learnt.at and s.line <> place.line
            """;

    /// What the source has corrected since is no version that the log still needs.
    static final String LEAVE_OUT_OLDER = """
            delete from staged s
            where registered is not null
              and exists (select 1 from care_event e where e.event = s.event and e.registered > s.registered)
            """;

    private static final String FACTS =
            "content, person, code, day, unit, region, caregiver, home_region, sex, born, pathway, source, source_id, ref";

    /// What is taken back by name becomes a withdrawn version of what the delivery, or else the log, has under that
    /// name. It stands after every row of the delivery.
    static final String TAKE_BACK = """
            with name as (
                select distinct on (event) before, event, registered
                from taken_back order by event, registered desc nulls last, before desc),
            here as (
                select distinct on (event) event, line, status, registered, FACTS
                from staged join (select event from name) n using (event) order by event, line desc),
            there as (
                select distinct on (e.event) e.event, -1 as line, status, e.registered, FACTS
                from care_event e join (select event from name) n using (event)
                where not exists (select 1 from here where here.event = e.event)
                order by e.event, e.version desc)
            insert into staged (line, event, status, registered, FACTS)
            select 1500000000 + row_number() over (order by name.before, event), event, 'withdrawn', name.registered,
                md5(known.content::text || ' withdrawn')::uuid, person, code, day, unit, region, caregiver, home_region,
                sex, born, pathway, source, source_id, ref
            from name join (select * from here union all select * from there) known using (event)
            where known.status <> 'withdrawn'
              and case when name.registered is null or known.registered is null
                       then known.line < name.before
                       else known.registered <= name.registered end
            """.replace("FACTS", FACTS);

    private static final String COLUMNS = """
            insert into care_event (version, event, content, person, code, day, unit, region, caregiver, home_region, sex,
                born, pathway, source, source_id, status, ref, registered, learnt, import_run, change_no)
            """;

    private static final String VALUES = """
            select :base + row_number() over (order by line), event, content, person, code, day, unit, region, caregiver,
                home_region, sex, born, pathway, source, source_id, status, ref, registered,
                coalesce(registered, :at), :run, :change
            """;

    /// Into an empty log: every row that does not repeat the row before it of the same event.
    static final String ADD_TO_EMPTY = COLUMNS + VALUES + """
            from (select *, lag(content) over (partition by event order by line) as before from staged) s
            where content is distinct from before
            """;

    /// A row is new when the log has no version that says the same, or when it is the delivery's last word on an event
    /// and differs from the current version (a correction taken back).
    static final String ADD = COLUMNS + VALUES + """
            from (
                select *,
                    lag(content) over (partition by event order by line) as before,
                    lead(line) over (partition by event order by line) is null as last
                from staged
            ) s
            where content is distinct from before
              and (not exists (select 1 from care_event e where e.event = s.event and e.content = s.content)
                   or (last and content is distinct from (
                        select e.content from care_event e where e.event = s.event order by e.version desc limit 1)))
            """;

    /// What a complete delivery lacks, between its first and last day for a source, is withdrawn by a new version.
    static final String WITHDRAW_LACKING = COLUMNS + """
            select :base + row_number() over (order by e.version), e.event,
                md5(e.content::text || ' withdrawn')::uuid, e.person, e.code, e.day, e.unit, e.region, e.caregiver,
                e.home_region, e.sex, e.born, e.pathway, e.source, e.source_id, 'withdrawn', e.ref, null, :at, :run,
                :change
            from care_event e
            join (select source, min(day) as first, max(day) as last from staged group by source) span
              on e.source = span.source and e.day between span.first and span.last
            where e.status <> 'withdrawn'
              and e.change_no < :change
              and not exists (select 1 from care_event newer where newer.event = e.event and newer.version > e.version)
              and not exists (select 1 from staged s where s.event = e.event)
            """;

    /// Of every event with a new version, the versions before its highest are superseded.
    static final String SUPERSEDE = """
            insert into superseded (version, by)
            select old.version, min(newer.version)
            from (select distinct event from care_event where change_no = :change) touched
            join care_event old on old.event = touched.event
            join care_event newer on newer.event = touched.event and newer.version > old.version
            group by old.version
            on conflict do nothing
            """;

    /// The same when the log was empty before: only versions of this very delivery can be superseded.
    static final String SUPERSEDE_WITHIN = """
            insert into superseded (version, by)
            select version, next from (
                select version, lead(version) over (partition by event order by version) as next
                from care_event where change_no = :change
            ) v where next is not null
            """;
}
