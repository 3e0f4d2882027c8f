package se.varjedag.app.identity;

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
import org.springframework.transaction.support.TransactionTemplate;
import se.varjedag.app.Installation;
import se.varjedag.eventlog.IdentityNumber;

/// All numbers are among the tax agency's official test numbers; the names are made up.
class IdentitiesTest {
    private static final String HEADER = "person,code,time,region,unit,source,id";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String CHILD = "201901012391";
    private static final String OLD = "191401682396";

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
    void nothing_is_known() {
        installation.empty();
    }

    private static Identities identities() {
        return installation.bean(Identities.class);
    }

    private static SeenPerson seen(String number, String name, Protection protection) {
        return new SeenPerson(
                IdentityNumber.of(number, TODAY).orElseThrow(), Optional.of(name), Optional.of(protection));
    }

    private static void remember(SeenPerson... persons) {
        installation
                .bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> identities().remember(List.of(persons)));
    }

    private static Shown shownBy(String number) {
        return identities().shown(identities().withNumber(number).orElseThrow());
    }

    @Test
    void one_person_spelled_in_two_ways_has_one_pseudonym_and_is_kept_once() {
        installation.read("a.csv", HEADER, "190101-2391,VC010,2023-03-01,01,U1,s,1");
        installation.read("b.csv", HEADER, CHILD + ",VC050,2023-04-10,01,U1,s,2");
        installation.read("c.csv", HEADER, "20190101-2391,VC050,2023-04-11,01,U1,s,3");

        assertThat(installation.count("select count(distinct person) from care_event"))
                .isEqualTo(1);
        assertThat(installation.count("select count(*) from person_identity")).isEqualTo(1);
        assertThat(installation.count(
                        "select count(*) from person_identity p join care_event e on e.person = p.person"))
                .isEqualTo(3);
    }

    @Test
    void a_person_is_found_however_the_number_is_written() {
        installation.read("a.csv", HEADER, OLD + ",VC010,2023-03-01,01,U1,s,1");

        var found = identities().withNumber("140168+2396");
        assertThat(found).isPresent().isEqualTo(identities().withNumber(" 19140168-2396 "));
        assertThat(identities().withNumber(CHILD)).isEmpty();
        assertThat(identities().withNumber("nobody")).isEmpty();
        assertThat(shownBy(OLD))
                .isEqualTo(new Shown.Known(IdentityNumber.of(OLD, TODAY).orElseThrow(), Optional.empty()));
    }

    @Test
    void pseudonyms_of_a_source_are_not_kept() {
        installation.read("a.csv", HEADER, "p1,VC010,2023-03-01,01,U1,s,1", "123456789012,VC010,2023-03-01,01,U1,s,2");

        assertThat(installation.count("select count(*) from person_identity")).isZero();
        var person = installation
                .database()
                .sql("select person from care_event limit 1")
                .query(UUID.class)
                .single();
        assertThat(identities().shown(person)).isEqualTo(new Shown.Unknown());
    }

    @Test
    void a_name_told_later_is_kept_and_a_number_told_again_changes_nothing() {
        installation.read("a.csv", HEADER, CHILD + ",VC010,2023-03-01,01,U1,s,1");
        remember(seen(CHILD, "Test Testsson", Protection.NONE));
        var before = installation
                .database()
                .sql("select name from person_identity")
                .query(byte[].class)
                .single();
        installation.read("b.csv", HEADER, CHILD + ",VC050,2023-04-01,01,U1,s,2");
        remember(SeenPerson.of(IdentityNumber.of(CHILD, TODAY).orElseThrow()));

        assertThat(shownBy(CHILD))
                .isInstanceOfSatisfying(
                        Shown.Known.class, known -> assertThat(known.name()).contains("Test Testsson"));
        assertThat(installation
                        .database()
                        .sql("select name from person_identity")
                        .query(byte[].class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void the_name_of_who_is_protected_is_never_handed_out() {
        remember(seen(CHILD, "Test Testsson", Protection.NONE));
        remember(seen(CHILD, "Test Testsson", Protection.CONFIDENTIALITY_MARK));

        assertThat(shownBy(CHILD))
                .isEqualTo(new Shown.Protected(
                        IdentityNumber.of(CHILD, TODAY).orElseThrow(), Protection.CONFIDENTIALITY_MARK));
        remember(seen(CHILD, "Test Testsson", Protection.NONE));
        assertThat(shownBy(CHILD)).isInstanceOf(Shown.Known.class);
    }

    @Test
    void what_lies_in_the_database_tells_nothing_and_differs_for_equal_names() {
        remember(seen(CHILD, "Test Testsson", Protection.NONE), seen(OLD, "Test Testsson", Protection.NONE));

        assertThat(installation.count("""
                        select count(*) from person_identity p
                        where p::text like '%1901012391%' or p::text like '%Test%'
                           or position('1901012391'::bytea in number) > 0 or position('Test'::bytea in name) > 0""")).isZero();
        assertThat(installation.count("select count(distinct name) from person_identity"))
                .isEqualTo(2);
        assertThat(installation.count("select count(distinct substr(name, 1, 12)) from person_identity"))
                .isEqualTo(2);
    }

    @Test
    void a_number_put_into_the_row_of_another_person_does_not_open() {
        remember(seen(CHILD, "Test Testsson", Protection.NONE), seen(OLD, "Test Provsson", Protection.NONE));
        installation.database().sql("""
                        update person_identity a set number = b.number
                        from person_identity b where b.person <> a.person""").update();

        assertThatThrownBy(() -> shownBy(CHILD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("changed from outside")
                .message()
                .doesNotContain("2391");
    }

    @Test
    void what_a_failed_import_told_is_not_kept() {
        assertThatThrownBy(() -> installation.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
                    identities().remember(List.of(seen(CHILD, "Test Testsson", Protection.NONE)));
                    throw new IllegalStateException("The import fails");
                }))
                .hasMessage("The import fails");

        assertThat(installation.count("select count(*) from person_identity")).isZero();
    }

    @Test
    void nothing_that_is_handed_out_tells_who_it_is_by_being_part_of_a_sentence() {
        var person = seen(CHILD, "Test Testsson", Protection.NONE);
        remember(person);

        assertThat("%s %s %s".formatted(person, shownBy(CHILD), person.number()))
                .doesNotContain("2391")
                .doesNotContain("Testsson");
    }

    @Test
    void a_made_up_patient_has_a_name_that_says_so_and_no_number() {
        installation.read("a.csv", HEADER, "S-1,VC010,2023-03-01,01,U1,s,1");
        installation.database().sql("update installation set simulated = true").update();
        var person = UUID.fromString("00000000-0000-0000-0000-000000001267");

        assertThat(identities().shown(person)).isEqualTo(new Shown.MadeUp("Testperson 04711"));
        assertThat(identities().shown(List.of(person))).containsOnlyKeys(person);
    }
}
