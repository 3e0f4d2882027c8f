package se.varjedag.app.access.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.Installation;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.PersonsByNumber;
import se.varjedag.app.access.provider.Claimed.Why;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;

class AssigningTest {
    /// One of the tax agency's official test numbers.
    private static final String NUMBER = "190101012391";

    private static final UUID PATIENT = UUID.fromString("00000000-0000-0000-0000-00000000002a");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final PersonsByNumber PERSONS =
            written -> written.equals(NUMBER) ? Optional.of(PATIENT) : Optional.empty();

    private static Installation installation;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        installation = Installation.started();
        installation
                .bean(Units.class)
                .add(List.of(
                        new Unit("U1", "Enhet ett", "clinic", "region-05", "05"),
                        new Unit("U2", "Enhet två", "clinic", "region-05", "05")));
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private SignInRules rules(String text) {
        try {
            var file = folder.resolve("sign-in.yaml");
            Files.writeString(file, text);
            return SignInRulesFile.read(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Claimed claimed(String rules, Map<String, Object> claims) {
        return Assigning.claimed(
                rules(rules), new Claims(claims), "subject", installation.bean(Units.class), PERSONS, TODAY);
    }

    private static List<String> written(Claimed claimed) {
        return claimed.account().assignments().stream()
                .map(Assignment::toString)
                .toList();
    }

    @Test
    void a_rule_that_fits_gives_role_place_and_end() {
        var found = claimed(
                """
                person: hsa
                assignments:
                  - when: { purpose: Vård, level: [3, 4] }
                    role: coordinator
                    place: '{unit}'
                    until: '{end}'
                """,
                Map.of("hsa", "SE1", "name", "Kim", "purpose", "Vård", "level", 3, "unit", "U1", "end", "2026-12-31"));

        assertThat(found.account().username()).isEqualTo("SE1");
        assertThat(found.account().name()).isEqualTo("Kim");
        assertThat(written(found)).containsExactly("coordinator@U1 until 2026-12-31");
    }

    @Test
    void every_condition_of_a_rule_must_hold_and_a_claim_inside_another_is_named_by_its_path() {
        var rules = """
                assignments:
                  - when: { realm.roles: analyst, acr: loa3 }
                    role: analyst
                """;
        var roles = Map.of("roles", List.of("other", "analyst"));

        assertThat(written(claimed(rules, Map.of("realm", roles, "acr", "loa3"))))
                .containsExactly("analyst");
        assertThat(claimed(rules, Map.of("realm", roles, "acr", "loa2"))
                        .refusal()
                        .why())
                .isEqualTo(Why.NO_RULE);
        assertThat(written(claimed(rules, Map.of("realm", roles)))).isEmpty();
    }

    @Test
    void several_commissions_and_several_places_are_several_assignments() {
        var found = claimed(
                """
                assignments:
                  - each: commissions
                    when: { purpose: Vård }
                    role: clinician
                    place: '{units}'
                """,
                Map.of(
                        "commissions",
                        List.of(
                                Map.of("purpose", "Vård", "units", List.of("U1", "U2")),
                                Map.of("purpose", "Forskning", "units", "U2"),
                                "no thing at all")));

        assertThat(written(found)).containsExactly("clinician@U1", "clinician@U2");
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator, U1, coordinator@U1, ",
        "coordinator, U9, , UNKNOWN_PLACE",
        "coordinator, U1 until 2099-01-01, , UNKNOWN_PLACE",
        "process-leader, 05, process-leader@05, ",
        "process-leader, 02, , UNKNOWN_PLACE",
        "auditor, region-05, auditor@region-05, ",
        "auditor, region-99, , UNKNOWN_PLACE",
        "superuser, U1, , UNKNOWN_ROLE",
        "administrator@U1, U1, , UNKNOWN_ROLE",
        "patient, the number, patient@00000000-0000-0000-0000-00000000002a, ",
        "patient, 00000000-0000-0000-0000-00000000002a, , UNKNOWN_PATIENT"
    })
    void what_is_not_known_here_gives_nothing(String role, String place, String assignment, Why why) {
        var found = claimed("""
                assignments:
                  - when: { yes: 'yes' }
                    role: '{role}'
                    place: '{place}'
                """, Map.of("yes", "yes", "role", role, "place", place.replace("the number", NUMBER)));

        assertThat(written(found)).isEqualTo(assignment == null ? List.of() : List.of(assignment));
        assertThat(found.refusals()).extracting(Claimed.Refusal::why).isEqualTo(why == null ? List.of() : List.of(why));
    }

    @Test
    void a_claim_that_should_name_a_place_and_is_silent_opens_nothing_rather_than_everything() {
        var found = claimed("""
                assignments:
                  - when: { yes: 'yes' }
                    role: process-leader
                    place: '{region}'
                """, Map.of("yes", "yes"));

        assertThat(written(found)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-11-22",
        "2026-11-21, ",
        "2026-11-22T23:30:00Z, 2026-11-22",
        "1795129200, 2026-11-20",
        "1895129200, 2030-01-20",
        "snart, ",
        "2026-02-30, "
    })
    void a_last_day_that_is_past_or_cannot_be_read_ends_the_assignment(String end, String day) {
        var found = claimed("""
                assignments:
                  - when: { yes: 'yes' }
                    role: analyst
                    until: '{end}'
                """, Map.of("yes", "yes", "end", end));

        var holds = day != null && !LocalDate.parse(day).isBefore(TODAY);
        assertThat(written(found)).isEqualTo(holds ? List.of("analyst until " + day) : List.of());
        assertThat(found.refusals()).hasSize(holds ? 0 : 1);
    }

    @Test
    void a_claim_that_should_tell_the_last_day_and_is_silent_is_a_day_that_is_past() {
        var found = claimed("""
                assignments:
                  - when: { yes: 'yes' }
                    role: analyst
                    until: '{end}'
                """, Map.of("yes", "yes"));

        assertThat(written(found)).isEmpty();
        assertThat(found.refusal().why()).isEqualTo(Why.ENDED);
    }

    @Test
    void a_patient_is_told_apart_by_her_pseudonym_and_neither_number_nor_name_goes_further() {
        var found =
                claimed("""
                person: personalIdentityNumber
                assignments:
                  - when: { acr: bankid }
                    role: patient
                    place: '{personalIdentityNumber}'
                """, Map.of("acr", "bankid", "name", "Tolvan Tolvansson", "personalIdentityNumber", NUMBER));

        assertThat(found.account().username()).isEqualTo(PATIENT.toString());
        assertThat(found.toString()).doesNotContain(NUMBER, "Tolvan");
    }

    @Test
    void a_number_never_names_a_member_of_staff_nor_stands_in_a_refusal() {
        var rules = """
                person: number
                assignments:
                  - when: { yes: 'yes' }
                    role: analyst
                  - when: { yes: 'yes' }
                    role: coordinator
                    place: '{number}'
                """;

        var found = claimed(rules, Map.of("yes", "yes", "number", NUMBER));

        assertThat(written(found)).isEmpty();
        assertThat(found.refusal().why()).isEqualTo(Why.NUMBER_AS_NAME);
        assertThat(found.toString()).doesNotContain(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "assignments: []",
                "assignments: [ { role: analyst } ]",
                "assignments: [ { when: {}, role: analyst } ]",
                "assignments: [ { when: { a: b } } ]",
                "assignments: [ { when: { a: b }, role: boss } ]",
                "assignments: [ { when: { a: b }, role: coordinator } ]",
                "assignments: [ { when: { a: b }, role: analyst, unit: U1 } ]",
                "assignments: [ { when: { a: b }, role: coordinator, place: 'x{unit}' } ]",
                "assignments: [ { when: { a: b }, role: coordinator, place: {unit} } ]",
                "assignments: [ { when: { a: { b: c } }, role: analyst } ]",
                "assignment: [ { when: { a: b }, role: analyst } ]",
                "assignments: [ { when: { a: [null] }, role: analyst } ]",
                "assignments: [ { when: { a: [b, ] }, role: [null] } ]",
                "assignments: [ null ]",
                "assignments: ["
            })
    void rules_with_a_mistake_are_not_taken(String text) {
        assertThatThrownBy(() -> rules(text)).isInstanceOf(CannotStart.class);
    }

    @Test
    void every_mistake_is_told_at_once_with_its_number() {
        assertThatThrownBy(() -> rules("""
                assignments:
                  - when: { a: b }
                    role: boss
                  - when: { a: b }
                    role: clinician
                  - when: { a: [b, null] }
                    role: analyst
                """))
                .hasMessageContainingAll("number 1", "'boss'", "number 2", "'place' is missing")
                .hasMessageContaining("number 3: 'when: a' has an empty value");
    }
}
