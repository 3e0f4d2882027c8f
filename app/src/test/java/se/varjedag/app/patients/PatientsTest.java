package se.varjedag.app.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.app.Installation;
import se.varjedag.app.Ward;
import se.varjedag.app.access.AccessLog;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Blocks;
import se.varjedag.app.access.LogChain;
import se.varjedag.app.access.Openings.Kind;
import se.varjedag.app.access.Role;
import se.varjedag.app.patients.Patients.Sight;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.timeline.PersonPseudonyms;

/// The Patient Data Act as the product keeps it, at the units of [Ward].
class PatientsTest {
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
    void a_patient_of_three_units() {
        installation.empty();
        Ward.units(installation);
        installation.read(
                "a.csv",
                "person,code,time,region,unit,source,id",
                "p1,VC010,2023-03-01,05,A1,s,1",
                "p1,VC025,2023-03-05,05,A2,s,2",
                "p1,VC050,2023-04-10,06,B1,s,3",
                "other,VC010,2023-03-01,05,A1,s,4");
        installation.timeline().refresh();
    }

    private static Patients patients() {
        return installation.bean(Patients.class);
    }

    private static UUID p1() {
        return Ward.person(installation, "p1");
    }

    private static Acting at(String unit) {
        return Ward.at(Role.CLINICIAN, "anna", unit);
    }

    private static List<String> seen(Acting acting) {
        return patients()
                .open(acting, p1(), Errand.page(FROM))
                .map(sight -> sight.events().stream().map(Event::unit).sorted().toList())
                .orElse(List.of("nothing"));
    }

    private static Sight sight(Acting acting) {
        return patients().open(acting, p1(), Errand.page(FROM)).orElseThrow();
    }

    @Test
    void data_are_fetched_from_the_own_unit_outward_and_each_border_asks() {
        var anna = at("A1");
        assertThat(seen(anna)).containsExactly("A1");
        assertThat(sight(anna).within()).isTrue();
        assertThat(sight(anna).beyond()).as("told after the first choice only").isFalse();

        assertThat(patients().choose(anna, p1(), Kind.CHOICE, "planering", FROM))
                .isTrue();
        assertThat(seen(anna)).containsExactly("A1", "A2");
        assertThat(sight(anna).beyond()).isTrue();

        patients().choose(anna, p1(), Kind.SHARED, "samtycke", FROM);
        assertThat(seen(anna)).containsExactly("A1", "A2", "B1");
    }

    @Test
    void a_choice_is_of_one_person_in_one_assignment_for_one_patient() {
        patients().choose(at("A1"), p1(), Kind.CHOICE, "planering", FROM);

        assertThat(seen(at("A2"))).as("another assignment").containsExactly("A2");
        var bo = new Acting(new Account("bo", "Bo", at("A1").assignment()), at("A1").assignment());
        assertThat(seen(bo)).as("another person").containsExactly("A1");
    }

    @Test
    void who_has_no_relation_sees_nothing_and_cannot_choose_to() {
        var stranger = at("A3");

        assertThat(seen(stranger)).containsExactly("nothing");
        for (var kind : List.of(Kind.CHOICE, Kind.SHARED, Kind.LIFT)) {
            assertThat(patients().choose(stranger, p1(), kind, "nyfiken", FROM)).isFalse();
        }
        assertThat(seen(stranger)).containsExactly("nothing");
        assertThat(patients().block(stranger, p1(), false, Blocks.AskedBy.PATIENT, FROM))
                .isFalse();
    }

    @Test
    void a_patient_who_does_not_exist_looks_like_one_who_is_not_ones_own() {
        assertThat(patients().open(at("A3"), UUID.randomUUID(), Errand.page(FROM)))
                .isEmpty();
        assertThat(patients().open(at("A3"), p1(), Errand.page(FROM))).isEmpty();
    }

    @Test
    void what_a_unit_noted_is_closed_to_others_when_the_patient_blocks_it() {
        assertThat(patients().block(at("A2"), p1(), false, Blocks.AskedBy.PATIENT, FROM))
                .isTrue();
        var anna = at("A1");

        assertThat(sight(anna).blocked()).as("told after the choice only").isFalse();
        patients().choose(anna, p1(), Kind.CHOICE, "planering", FROM);
        assertThat(seen(anna)).containsExactly("A1");
        assertThat(sight(anna).blocked()).isTrue();
        assertThat(seen(at("A2"))).as("the own unit's data are open to it").containsExactly("A2");

        patients().choose(anna, p1(), Kind.LIFT, "patienten häver", FROM);
        assertThat(seen(anna)).containsExactly("A1", "A2");
    }

    @Test
    void a_whole_caregiver_is_closed_to_other_caregivers_and_open_within() {
        patients().block(at("A1"), p1(), true, Blocks.AskedBy.PATIENT, FROM);
        var bodil = at("B1");
        patients().choose(bodil, p1(), Kind.CHOICE, "x", FROM);
        patients().choose(bodil, p1(), Kind.SHARED, "samtycke", FROM);

        assertThat(seen(bodil)).containsExactly("B1");
        assertThat(sight(bodil).blocked()).as("another caregiver is not told").isFalse();
        patients().choose(at("A1"), p1(), Kind.CHOICE, "x", FROM);
        assertThat(seen(at("A1"))).containsExactly("A1", "A2");
    }

    @Test
    void a_block_is_ended_by_the_unit_that_made_it_and_by_no_other() {
        patients().block(at("A2"), p1(), false, Blocks.AskedBy.PATIENT, FROM);
        long block = sight(at("A2")).own().getFirst().id();

        assertThat(sight(at("A1")).own()).isEmpty();
        assertThat(patients().unblock(at("A1"), p1(), block, Blocks.End.LIFTED, FROM))
                .isFalse();
        assertThat(patients().unblock(at("A2"), p1(), block, Blocks.End.VOID, FROM))
                .isTrue();
        patients().choose(at("A1"), p1(), Kind.CHOICE, "x", FROM);
        assertThat(seen(at("A1"))).containsExactly("A1", "A2");
    }

    @Test
    void a_guardian_may_not_block() {
        assertThat(patients().block(at("A1"), p1(), false, Blocks.AskedBy.GUARDIAN, FROM))
                .isFalse();
        assertThat(sight(at("A1")).own()).isEmpty();
    }

    /// The numbers are those of the tax agency for tests.
    @ParameterizedTest
    @CsvSource({"201901012391, OF_CHILD", "191212121212, OF_ADULT", "191401682396, OF_ADULT", "p1, OF_CHILD"})
    void a_guardian_is_told_whether_it_is_for_the_patients_age(String patient, Patients.Guardian why) {
        installation.read("b.csv", "person,code,time,region,unit,source,id", patient + ",VC010,2023-03-01,05,A1,s,9");
        installation.timeline().refresh();
        var person = installation.bean(PersonPseudonyms.class).of(patient);

        assertThat(patients().block(at("A1"), person, false, Blocks.AskedBy.GUARDIAN, FROM))
                .isFalse();
        assertThat(patients().guardian(at("A1"), person)).contains(why);
        assertThat(patients()
                        .guardian(
                                at("B1"),
                                installation.bean(PersonPseudonyms.class).of("other")))
                .as("somebody else's patient is not told of")
                .isEmpty();
        assertThat(installation.count(
                        "select count(*) from access_log where not allowed and why = '%s'".formatted(why.key())))
                .isEqualTo(1);
        assertThat(patients().block(at("A1"), person, false, Blocks.AskedBy.PATIENT, FROM))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2008-11-22, OF_ADULT", "2008-11-23, OF_CHILD", "2008-02-29, OF_ADULT", "1950-01-01, OF_ADULT"})
    void one_is_of_age_on_the_eighteenth_birthday(LocalDate born, Patients.Guardian why) {
        assertThat(Patients.Guardian.of(Optional.of(born), LocalDate.of(2026, 11, 22)))
                .isEqualTo(why);
    }

    @Test
    void an_emergency_opens_what_is_blocked_and_what_is_not_ones_own() {
        patients().block(at("A2"), p1(), false, Blocks.AskedBy.PATIENT, FROM);

        assertThat(patients().choose(at("A3"), p1(), Kind.EMERGENCY, "medvetslös", FROM))
                .isTrue();

        assertThat(seen(at("A3"))).containsExactly("A1", "A2", "B1");
        assertThat(seen(at("A1"))).as("nobody else's door").containsExactly("A1");
    }

    @Test
    void a_door_closes_by_itself() {
        patients().choose(at("A1"), p1(), Kind.CHOICE, "planering", FROM);
        installation
                .database()
                .sql("alter table access_opening disable trigger all")
                .update();
        installation
                .database()
                .sql("update access_opening set until = now() - interval '1 second'")
                .update();
        installation
                .database()
                .sql("alter table access_opening enable trigger all")
                .update();

        assertThat(seen(at("A1"))).containsExactly("A1");
    }

    @Test
    void every_look_choice_and_refusal_stands_in_the_log_with_the_unit_whose_data_they_were() {
        seen(at("A3"));
        patients().choose(at("A1"), p1(), Kind.CHOICE, "planering", FROM);
        seen(at("A1"));
        patients().choose(at("A3"), p1(), Kind.EMERGENCY, "medvetslös", FROM);
        patients().block(at("A1"), p1(), false, Blocks.AskedBy.GUARDIAN, FROM);

        assertThat(installation
                        .database()
                        .sql(
                                "select action || ' ' || place || ' ' || unit || ' ' || why || ' ' || allowed from access_log where person = ? order by number")
                        .param(p1())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "look A3   false",
                        "choice A1  planering true",
                        "look A1 A1  true",
                        "look A1 A2  true",
                        "emergency A3  medvetslös true",
                        "change A1 A1 guardian false");
        assertThat(installation.bean(LogChain.class).verify().found()).isEqualTo(Optional.empty());
    }

    @Test
    void what_leaves_the_program_stands_in_the_log_as_handed_out_and_where() {
        patients().open(at("A1"), p1(), Errand.handOut("GET /fhir/Patient", FROM));
        patients().open(at("A3"), p1(), Errand.handOut("GET /fhir/Patient", FROM));
        patients().listed(at("A1"), Errand.handOut("GET /fhir/Patient", FROM));

        assertThat(installation
                        .database()
                        .sql(
                                "select action || ' ' || what || ' ' || place || ' ' || unit || ' ' || allowed from access_log order by number")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "export GET /fhir/Patient A1 A1 true",
                        "export GET /fhir/Patient A3  false",
                        "export GET /fhir/Patient A1 A1 true");
    }

    @Test
    void nothing_is_shown_that_the_log_does_not_have() {
        installation
                .database()
                .sql("alter table access_log add constraint refused check (action <> 'look')")
                .update();

        assertThatThrownBy(() -> seen(at("A1"))).isInstanceOf(AccessLog.NotLogged.class);
    }
}
