package se.varjedag.app.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Ward;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Blocks;
import se.varjedag.app.access.Openings;
import se.varjedag.app.access.Openings.Kind;
import se.varjedag.app.access.Role;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.patients.web.WaitingHere;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.CareEvent.Status;

/// The list of a unit of [Ward], and what is done with its pathways.
class WorklistTest {
    private static final String FROM = Ward.FROM;
    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.started();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void units() {
        installation.empty();
        Ward.units(installation);
    }

    private static Acting at(String unit) {
        return Ward.at(Role.COORDINATOR, "ko-" + unit, unit);
    }

    private static LocalDate today() {
        return installation.bean(Today.class).day();
    }

    private static String day(int ago) {
        return today().minusDays(ago).toString();
    }

    private static void events(String... lines) {
        var all = new ArrayList<String>();
        all.add("person,code,time,region,unit,pathway,source,id,status");
        all.addAll(List.of(lines));
        installation.read("a.csv", all.toArray(String[]::new));
        installation.timeline().refresh();
    }

    private static UUID person(String name) {
        return Ward.person(installation, name);
    }

    private static List<Line> list(String unit) {
        return installation.bean(Worklist.class).of(at(unit)).lines();
    }

    private static Line only(String unit) {
        assertThat(list(unit)).hasSize(1);
        return list(unit).getFirst();
    }

    private static Course course(String unit, PathwayKey key) {
        return installation
                .bean(Courses.class)
                .open(at(unit), key.person(), key.handle(), FROM)
                .orElseThrow();
    }

    @Test
    void a_list_holds_what_waits_at_the_own_unit_and_nobody_elses() {
        events(
                "p1,VG910," + day(5) + ",05,A1,,s,1,",
                "p2,VG910," + day(5) + ",05,A3,,s,2,",
                "p3,VG910," + day(60) + ",05,A1,,s,3,",
                "p3,VG950," + day(40) + ",05,A1,,s,4,");

        assertThat(list("A1")).extracting(line -> line.key().person()).containsExactly(person("p1"));
        assertThat(only("A1").clock().used()).isEqualTo(5);
        assertThat(list("B1")).isEmpty();
    }

    @Test
    void who_can_still_be_in_time_stands_before_who_is_over_and_who_is_under_way_after() {
        events(
                "late,VG910," + day(50) + ",05,A1,,s,1,",
                "soon,VG910," + day(30) + ",05,A1,,s,2,",
                "new,VC010," + day(2) + ",05,A1,,s,3,",
                "silent,VG910," + day(400) + ",05,A1,,s,4,");

        assertThat(list("A1"))
                .extracting(Line::group)
                .containsExactly(Line.Group.NOW, Line.Group.OVER, Line.Group.UNDER_WAY, Line.Group.SILENT);
        assertThat(list("A1").getLast().key().person()).isEqualTo(person("silent"));
    }

    private static List<Line> standing(Acting acting, String name) {
        var sight = installation
                .bean(Patients.class)
                .open(acting, person(name), Errand.page(FROM))
                .orElseThrow();
        return installation.bean(Courses.class).of(acting, sight).stream()
                .map(Standing::line)
                .toList();
    }

    @Test
    void whoever_opens_the_patient_reads_the_same_line_as_the_worklist_and_another_units_only_after_a_choice() {
        events(
                "p1,VC010," + day(9) + ",05,A1,,s,1,",
                "p1,imaging-performed," + day(5) + ",05,A2,VC0,s,2,",
                "p1,imaging-reported," + day(4) + ",06,B1,VC0,s,3,",
                "p1,first-visit," + day(-2) + ",05,A1,VC0,s,4,planned",
                "p1,VG910," + day(20) + ",05,A3,,s,5,",
                "p1,VG925," + day(15) + ",05,A2,,s,6,");

        assertThat(standing(at("A1"), "p1")).containsExactly(only("A1"));

        installation.bean(Patients.class).choose(at("A1"), person("p1"), Kind.CHOICE, "planering", FROM);
        var both = standing(at("A1"), "p1");
        assertThat(both).hasSize(2);
        assertThat(both.getLast()).isEqualTo(only("A1"));
        assertThat(both.getFirst().clock()).isEqualTo(only("A3").clock());
    }

    @Test
    void a_booking_of_another_caregiver_is_no_next_step() {
        events("p1,VC010," + day(9) + ",05,A1,,s,1,", "p1,mdt," + day(-2) + ",06,B1,VC0,s,2,planned");

        assertThat(only("A1").next().orElseThrow().booked()).isEmpty();
    }

    @Test
    void a_point_of_another_caregiver_or_one_that_is_blocked_is_not_told_of() {
        events(
                "p1,VC010," + day(9) + ",05,A1,,s,1,",
                "p1,imaging-referral," + day(7) + ",05,A1,VC0,s,2,",
                "p1,imaging-performed," + day(5) + ",05,A2,VC0,s,3,",
                "p1,imaging-reported," + day(4) + ",06,B1,VC0,s,4,");
        assertThat(only("A1").clock().at().point()).isEqualTo(MeasuringPoint.IMAGING_PERFORMED);

        installation.bean(Patients.class).block(at("A2"), person("p1"), false, Blocks.AskedBy.PATIENT, FROM);

        assertThat(only("A1").clock().at().point()).isEqualTo(MeasuringPoint.IMAGING_REFERRAL);
    }

    @Test
    void a_typed_point_is_an_event_of_the_log_and_a_correction_its_next_version() {
        events("p1,VG910," + day(9) + ",05,A1,,s,1,");
        var key = only("A1").key();
        var typing = installation.bean(Typing.class);
        var definition = only("A1").definition();

        assertThat(typing.type(
                        at("A1"), key.person(), definition, "first-visit", today().minusDays(3), Status.DONE, FROM))
                .isTrue();
        assertThat(only("A1").clock().at().day()).isEqualTo(today().minusDays(3));
        assertThat(
                        installation.count(
                                "select count(*) from care_event e join import_run r on r.id = e.import_run where e.source = 'typed' and r.started_by = 'ko-A1' and e.code = 'VG925'"))
                .isEqualTo(1);

        var event = course("A1", key).events().getFirst();
        assertThat(typing.correct(at("A3"), key.person(), event, Optional.of(today()), FROM))
                .isFalse();
        assertThat(typing.correct(at("A1"), key.person(), event, Optional.of(today().minusDays(2)), FROM))
                .isTrue();
        assertThat(only("A1").clock().at().day()).isEqualTo(today().minusDays(2));
        assertThat(typing.correct(
                        at("A1"), key.person(), course("A1", key).events().getFirst(), Optional.empty(), FROM))
                .isTrue();
        assertThat(only("A1").clock().at().point()).isEqualTo(MeasuringPoint.SUSPICION);
    }

    @Test
    void who_is_not_the_units_patient_is_not_typed_of() {
        events("p1,VG910," + day(9) + ",05,A1,,s,1,");
        var line = only("A1");

        assertThat(installation
                        .bean(Typing.class)
                        .type(
                                at("B1"),
                                line.key().person(),
                                line.definition(),
                                "first-visit",
                                today(),
                                Status.DONE,
                                FROM))
                .isFalse();
        assertThat(installation
                        .bean(Courses.class)
                        .open(at("B1"), line.key().person(), line.key().handle(), FROM))
                .isEmpty();
        assertThat(installation.count("select count(*) from care_event where source = 'typed'"))
                .isZero();
        assertThat(installation.count("select count(*) from access_log where not allowed"))
                .isEqualTo(2);
    }

    @Test
    void a_booking_moves_no_clock_and_is_the_next_step() {
        events("p1,VG910," + day(30) + ",05,A1,,s,1,");
        var before = only("A1");
        assertThat(before.group()).isEqualTo(Line.Group.NOW);

        installation
                .bean(Typing.class)
                .type(
                        at("A1"),
                        before.key().person(),
                        before.definition(),
                        "first-visit",
                        today().plusDays(1),
                        Status.PLANNED,
                        FROM);

        var after = only("A1");
        assertThat(after.clock().used()).isEqualTo(30);
        assertThat(after.clock().at().point()).isEqualTo(MeasuringPoint.SUSPICION);
        assertThat(after.next().orElseThrow().booked()).hasValue(today().plusDays(1));
    }

    @Test
    void an_end_by_another_cancer_asks_which_pathway_starts_until_one_has() {
        events("p1,VG910," + day(12) + ",05,A1,,s,1,");
        var line = only("A1");
        var typing = installation.bean(Typing.class);
        typing.type(at("A1"), line.key().person(), line.definition(), "slut-72", today(), Status.DONE, FROM);

        assertThat(list("A1")).isEmpty();
        assertThat(course("A1", line.key()).end().orElseThrow().nextMissing()).isTrue();

        var lung = installation.bean(Courses.class).startable().stream()
                .filter(one -> one.id().equals("lungcancer"))
                .findFirst()
                .orElseThrow();
        typing.start(at("A1"), line.key().person(), lung, today(), FROM);
        assertThat(course("A1", line.key()).end().orElseThrow().nextMissing()).isFalse();
        assertThat(only("A1").definition().id()).isEqualTo("lungcancer");
    }

    @Test
    void a_death_closes_the_pathway() {
        events("p1,VG910," + day(12) + ",05,A1,,s,1,");
        var line = only("A1");
        installation
                .bean(Typing.class)
                .type(at("A1"), line.key().person(), line.definition(), "died", today(), Status.DONE, FROM);

        assertThat(list("A1")).isEmpty();
        assertThat(course("A1", line.key()).end().orElseThrow().suffix()).isZero();
    }

    @Test
    void a_handover_stands_on_both_lists_until_it_is_received_and_then_on_one() {
        events("p1,VG910," + day(12) + ",05,A1,,s,1,");
        var key = only("A1").key();
        var passing = installation.bean(Passing.class);
        assertThat(passing.send(at("A1"), key, "B1", "Strålning", FROM)).isTrue();
        assertThat(passing.send(at("A1"), key, "A3", "igen", FROM)).isFalse();

        var coming = installation.bean(Worklist.class).of(at("B1"));
        assertThat(coming.lines()).isEmpty();
        assertThat(coming.coming())
                .singleElement()
                .satisfies(line -> assertThat(line.clock().used()).isEqualTo(12));
        assertThat(only("A1").handover().orElseThrow().open()).isTrue();

        long id = only("A1").handover().orElseThrow().id();
        assertThat(passing.answer(at("A3"), id, true, "", FROM)).isEmpty();
        assertThat(passing.answer(at("B1"), id, true, "", FROM)).isPresent();
        assertThat(list("A1")).isEmpty();
        assertThat(only("B1").clock().used()).isEqualTo(12);
        assertThat(installation.count("select count(*) from care_event where code = 'VG991' and unit = 'B1'"))
                .isEqualTo(1);
        assertThat(course("B1", key).here()).isTrue();
    }

    @Test
    void what_one_unit_noted_is_seen_by_the_next_only_as_its_events_are() {
        events("p1,VG910," + day(5) + ",05,A1,,s,1,");
        var key = only("A1").key();
        var notes = installation.bean(Notes.class);
        notes.add(at("A1"), key, "Ringde henne");
        notes.because(at("A1"), key, Notes.Why.PATIENT, "", "Ville vänta");
        installation.bean(Passing.class).send(at("A1"), key, "A3", "", FROM);
        installation
                .bean(Passing.class)
                .answer(at("A3"), only("A1").handover().orElseThrow().id(), true, "", FROM);
        var courses = installation.bean(Courses.class);
        notes.add(at("A3"), key, "Vårt eget");

        assertThat(courses.notes(course("A3", key)))
                .extracting(Notes.Note::words)
                .containsExactly("Vårt eget");
        assertThat(course("A3", key).reason().orElseThrow().words()).isEmpty();
        assertThat(courses.notes(course("A1", key)))
                .extracting(Notes.Note::words)
                .contains("Ringde henne");

        installation.bean(Patients.class).choose(at("A3"), key.person(), Openings.Kind.CHOICE, "", FROM);
        assertThat(courses.notes(course("A3", key)))
                .extracting(Notes.Note::words)
                .containsExactly("Vårt eget", "Ringde henne");
        assertThat(course("A3", key).reason().orElseThrow().words()).isEqualTo("Ville vänta");

        installation.bean(Patients.class).block(at("A1"), key.person(), false, Blocks.AskedBy.PATIENT, FROM);
        assertThat(courses.notes(course("A3", key)))
                .extracting(Notes.Note::words)
                .containsExactly("Vårt eget");
    }

    @Test
    void within_a_region_the_receipt_moves_the_pathway_without_a_national_code() {
        events("p1,VG910," + day(12) + ",05,A1,,s,1,");
        var key = only("A1").key();
        installation.bean(Passing.class).send(at("A1"), key, "A3", "", FROM);
        long id = only("A1").handover().orElseThrow().id();
        installation.bean(Passing.class).answer(at("A3"), id, true, "", FROM);

        assertThat(list("A1")).isEmpty();
        assertThat(only("A3").key()).isEqualTo(key);
        assertThat(waitingAt("A1")).isEmpty();
        assertThat(waitingAt("A3"))
                .singleElement()
                .extracting(WaitingHere.Row::days)
                .isEqualTo("12");
        assertThat(installation.count("select count(*) from care_event where code = 'VG991'"))
                .isZero();
        assertThat(course("A3", key).here()).isTrue();
    }

    private static List<WaitingHere.Row> waitingAt(String unit) {
        return installation.bean(WaitingHere.class).at(unit, today(), Texts.in(Language.EN));
    }

    private static long handedOver(String from, PathwayKey key, String to) {
        assertThat(installation.bean(Passing.class).send(at(from), key, to, "", FROM))
                .isTrue();
        return only(from).handover().orElseThrow().id();
    }

    @Test
    void a_pathway_that_is_handed_on_has_always_somebody_who_has_it() {
        events("p1,VG910," + day(12) + ",05,A1,,s,1,");
        var key = only("A1").key();
        var passing = installation.bean(Passing.class);
        passing.answer(at("A3"), handedOver("A1", key, "A3"), true, "", FROM);

        long on = handedOver("A3", key, "A2");
        assertThat(list("A1")).isEmpty();
        assertThat(only("A3").handover().orElseThrow().open()).isTrue();
        assertThat(waitingAt("A3")).hasSize(1);
        assertThat(installation.bean(Worklist.class).of(at("A2")).coming()).hasSize(1);

        passing.answer(at("A2"), on, false, "Fel klinik", FROM);
        assertThat(only("A3").handover().orElseThrow().receipt().orElseThrow().words())
                .isEqualTo("Fel klinik");
        assertThat(course("A3", key).here()).isTrue();

        passing.answer(at("A2"), handedOver("A3", key, "A2"), true, "", FROM);
        assertThat(list("A1")).isEmpty();
        assertThat(list("A3")).isEmpty();
        assertThat(only("A2").owner()).isEqualTo("A2");
        assertThat(waitingAt("A2")).hasSize(1);
        assertThat(course("A2", key).here()).isTrue();
        assertThat(course("A3", key).here()).isFalse();

        passing.answer(at("A1"), handedOver("A2", key, "A1"), true, "", FROM);
        assertThat(only("A1").key()).isEqualTo(key);
        assertThat(list("A2")).isEmpty();
    }

    @Test
    void a_refused_handover_comes_back_with_its_reason() {
        events("p1,VG910," + day(12) + ",05,A1,,s,1,");
        var key = only("A1").key();
        installation.bean(Passing.class).send(at("A1"), key, "B1", "", FROM);
        long id = only("A1").handover().orElseThrow().id();
        installation.bean(Passing.class).answer(at("B1"), id, false, "Fel klinik", FROM);

        assertThat(only("A1").handover().orElseThrow().receipt().orElseThrow().words())
                .isEqualTo("Fel klinik");
        assertThat(installation.bean(Worklist.class).of(at("B1")).coming()).isEmpty();
        assertThat(installation.bean(Courses.class).open(at("B1"), key.person(), key.handle(), FROM))
                .isEmpty();
    }

    @Test
    void who_is_named_is_named_for_the_days_said_and_the_next_takes_her_place() {
        events("p1,VG910," + day(12) + ",05,A1,,s,1,");
        var key = only("A1").key();
        var named = installation.bean(Named.class);
        named.name(
                at("A1"),
                key,
                Task.CONTACT_NURSE,
                new Named.Staff("k1", "Ks 1"),
                today().minusDays(9),
                Optional.of(today().minusDays(1)));
        assertThat(only("A1").holder(Task.CONTACT_NURSE)).isEmpty();

        named.name(at("A1"), key, Task.CONTACT_NURSE, new Named.Staff("k2", "Ks 2"), today(), Optional.empty());
        assertThat(only("A1").holder(Task.CONTACT_NURSE).orElseThrow().staff().who())
                .isEqualTo("k2");
    }

    @Test
    void the_first_page_of_two_thousand_open_pathways_is_there_within_three_hundred_milliseconds() {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 2000; i++) {
            lines.add("q%d,VG910,%s,05,A1,,s,a%d,".formatted(i, day(i % 60), i));
            lines.add("q%d,VG925,%s,05,A1,,s,b%d,".formatted(i, day(i % 60 / 2), i));
            lines.add("q%d,imaging-performed,%s,05,A2,VG9,s,c%d,".formatted(i, day(i % 60 / 3), i));
        }
        events(lines.toArray(String[]::new));
        assertThat(list("A1")).hasSize(2000);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long began = System.nanoTime();
            assertThat(list("A1")).hasSize(2000);
            best = Math.min(best, (System.nanoTime() - began) / 1_000_000);
        }
        assertThat(best).as("milliseconds").isLessThan(300);
    }
}
