package se.varjedag.app.disposal;

import java.util.UUID;
import se.varjedag.app.Installation;

/// Rows in every table that stands beside events.
record RowsBeside(Installation installation) {

    /// A value, and a row in each table that stands beside events, all written on one day: 26 rows beside.
    void write(UUID person, String day) {
        installation
                .database()
                .sql("""
                        with whom as (select :person::uuid as person, :day::timestamptz as at),
                        named as (insert into coordination_named
                            (person, definition, start, task, who, name, unit, from_day, at, by_whom, by_name)
                            select person, 'lung', at::date, 'coordinator', 'k', 'K', 'U1', at::date, at, 'k', 'K' from whom),
                        note as (insert into coordination_note
                            (person, definition, start, unit, words, at, by_whom, by_name, by_role)
                            select person, 'lung', at::date, 'U1', 'Ring', at, 'k', 'K', 'coordinator' from whom),
                        handover as (insert into coordination_handover
                            (person, definition, start, from_unit, to_unit, words, at, by_whom, by_name)
                            select person, 'lung', at::date, 'U1', 'U2', '', at, 'k', 'K' from whom returning id, at),
                        receipt as (insert into coordination_receipt select id, true, '', at, 'k', 'K' from handover),
                        reason as (insert into coordination_reason
                            (person, definition, start, reason, step, words, unit, at, by_whom, by_name)
                            select person, 'lung', at::date, 'patient', '', '', 'U1', at, 'k', 'K' from whom),
                        duty as (insert into coordination_duty
                            (person, definition, start, duty, day, unit, at, by_whom, by_name)
                            select person, 'lung', at::date, 'plan', at::date, 'U1', at, 'k', 'K' from whom),
                        asked as (insert into form_assignment
                            select gen_random_uuid(), person, 'f', 'once', at::date, null, '', null, 'U1', at, 'k', 'K'
                            from whom returning id, at),
                        answered as (insert into form_answer
                            (assignment, number, version, response, at, by_whom, by_name, by_role)
                            select id, 1, '1', '{}', at, '', '', '' from asked returning id),
                        scored as (insert into form_score select id, 'q', 1 from answered),
                        draft as (insert into form_draft select id, '1', '{}', at, '' from asked),
                        withdrawn as (insert into form_withdrawn select id, at, 'k', 'K' from asked),
                        reminded as (insert into form_reminder (assignment, at, by_whom, by_name)
                            select id, at, 'k', 'K' from asked),
                        message as (insert into careplan_message
                            (message, person, unit, from_patient, about, words, at, by_whom, by_name)
                            select gen_random_uuid(), person, 'U1', true, '', 'Hej', at, '', '' from whom returning message, at),
                        opened as (insert into careplan_read select message, at, 'K' from message),
                        goal as (insert into careplan_goal (goal, person, words, at)
                            select gen_random_uuid(), person, 'Gå i skogen', at from whom returning goal, at),
                        reached as (insert into careplan_goal_state (goal, state, at) select goal, 'reached', at from goal),
                        letter as (insert into careplan_letter
                            (number, version, person, definition, start, kind, ended, own_words, unit, at, by_whom, by_name)
                            select nextval('careplan_letter_number'), 1, person, 'lung', at::date, 'dismissed', at::date, '', 'U1',
                                   at, 'k', 'K' from whom returning id, at),
                        letter_words as (insert into careplan_letter_words select id, 'sv', 0, 'text', 'Hej', at from letter),
                        family as (insert into careplan_family (permission, person, name, parts, until_day, code, at)
                            select gen_random_uuid(), person, 'Rut', array['way'], at::date, gen_random_uuid()::text, at
                            from whom returning permission, at),
                        family_taken as (insert into careplan_family_taken select permission, 'rut', 'Rut', at from family),
                        family_ended as (insert into careplan_family_ended select permission, at from family),
                        plan as (insert into careplan_plan
                            (number, version, person, definition, start, stage, diagnosis, unit, at, by_whom, by_name)
                            select nextval('careplan_plan_number'), 1, person, 'lung', at::date, 'treatment', '', 'U1', at, 'k', 'K'
                            from whom returning id, at),
                        part as (insert into careplan_plan_part select id, 0, 'self', 'S', 'S', 'S', 'Hej', at from plan),
                        plan_seen as (insert into careplan_plan_seen (plan, how, at, by_whom, by_name)
                            select id, 'read', at, '', '' from plan),
                        measured as (insert into careplan_measured
                            (entry, version, person, measure, day, numbers, words, gone, unit, at)
                            select gen_random_uuid(), 1, person, 'weight', at::date, array[72.5], '', false, 'U1', at from whom),
                        followed as (insert into careplan_followed
                            (person, measure, words, ended, unit, at, by_whom, by_name)
                            select person, 'weight', '', false, 'U1', at, 'k', 'K' from whom),
                        used as (insert into overview_use select 'U1', 'lung', person, at, at, 1, 2 from whom)
                        insert into clinical_value
                            (value, content, person, kind, item, day, text, measure, part, reason, state, unit, caregiver,
                             origin, source, source_id, learnt)
                            select gen_random_uuid(), gen_random_uuid(), person, 'status', 'x', at::date, '', '', 0, '', 'done',
                                   'U1', 'C', 'typed', 'overview', 'x', at from whom""")
                .param("person", person)
                .param("day", day)
                .update();
    }

    /// How many of a person.
    long rows(UUID person) {
        return installation
                .database()
                .sql("select count(*) from rows_beside() where person = ?")
                .param(person)
                .query(Long.class)
                .single();
    }
}
