package se.varjedag.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.app.Installation;

class UnitDeliveriesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String HEADER = "hsa_id,name,kind,parent,caregiver,caregiver_name,region,valid_from,valid_to";

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
        units().readAgain();
    }

    private static Units units() {
        return installation.bean(Units.class);
    }

    private static UnitDeliveries deliveries() {
        return installation.bean(UnitDeliveries.class);
    }

    private static UnitDeliveries.Delivery bring(String... lines) {
        return deliveries().bring("u.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "test", NOW);
    }

    private static Optional<String> caregiverOn(String day) {
        return units().on("U1", LocalDate.parse(day)).map(Unit::caregiver);
    }

    @Test
    void a_unit_that_moved_belonged_before_that_day_to_the_former_caregiver() {
        bring(HEADER, "U1,Lungmottagningen,mottagning,,V1,Region Ett,01,,");
        bring(HEADER, "U1,Lungmottagningen,mottagning,,V2,Stiftelsen Två,01,2024-01-01,");

        assertThat(caregiverOn("2023-12-31")).contains("V1");
        assertThat(caregiverOn("2024-01-01")).contains("V2");
        assertThat(units().byId("U1").orElseThrow().caregiver()).isEqualTo("V2");
        assertThat(units().caregiverName("V2")).isEqualTo("Stiftelsen Två");
        assertThat(units().history("U1"))
                .extracting(UnitPeriod::since, UnitPeriod::until)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                Optional.empty(), Optional.of(LocalDate.of(2023, 12, 31))),
                        org.assertj.core.api.Assertions.tuple(Optional.of(LocalDate.of(2024, 1, 1)), Optional.empty()));
    }

    @Test
    void an_event_carries_the_caregiver_that_the_unit_had_on_its_day() {
        bring(HEADER, "U1,L,,,V1,,01,,2023-12-31", "U1,L,,,V2,,01,2024-01-01,");
        installation.read(
                "a.csv", "person,code,time,region,unit", "p1,VC010,2023-12-31,01,U1", "p1,VC050,2024-02-01,01,U1");

        assertThat(installation
                        .database()
                        .sql("select caregiver from care_event order by day")
                        .query(String.class)
                        .list())
                .containsExactly("V1", "V2");
    }

    @Test
    void a_closed_unit_is_nobodys_afterwards_but_keeps_its_name() {
        bring(HEADER, "U1,Lungmottagningen,,,V1,,01,,");
        bring(HEADER, "U1,Lungmottagningen,,,V1,,01,,2024-06-30");

        assertThat(caregiverOn("2024-06-30")).contains("V1");
        assertThat(caregiverOn("2024-07-01")).isEmpty();
        assertThat(units().name("U1")).isEqualTo("Lungmottagningen");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        String[] file = {HEADER, "U1,L,,,V1,,01,,2023-12-31", "U1,L,,,V2,,01,2024-01-01,", "U2,M,,U1,V2,,01,,"};
        var first = bring(file);
        var again = bring(file);

        assertThat(first.changed()).isEqualTo(2);
        assertThat(again.changed()).isZero();
        assertThat(again.rejected()).isZero();
        assertThat(deliveries().latest())
                .extracting(UnitDeliveries.Delivery::changed)
                .containsExactly(0L, 2L);
    }

    @Test
    void columns_may_stand_in_any_order_with_semicolons_and_in_windows_1252() {
        var text = "Name;Caregiver;HSA-id\nÖgonmottagningen;V1;U1\n";
        deliveries().bring("u.csv", text.getBytes(Charset.forName("windows-1252")), "test", NOW);

        assertThat(units().name("U1")).isEqualTo("Ögonmottagningen");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",N,,,V1,,01,, | id",
                "U9,,,,V1,,01,, | name",
                "U9,N,,,,,01,, | caregiver",
                "U9,N,,,V1,,02,, | region",
                "U9,N,,,V1,,01,2024-13-01, | valid_from",
                "U9,N,,,V1,,01,2024-01-01,2023-01-01 | valid_to",
                "U9,N,,U9,V1,,01,, | parent",
                "U9,N,,U8,V1,,01,, | parent",
                "U1,Other name,,,V1,,01,, | valid_from"
            })
    void a_row_that_cannot_be_used_is_told_in_a_sentence_and_the_others_are_used(String row, String column) {
        bring(HEADER, "U1,L,,,V1,,01,,");
        var delivery = bring(HEADER, row, "U2,M,,,V1,,01,,");

        assertThat(delivery.rejected()).isEqualTo(1);
        assertThat(deliveries().refused(delivery.id())).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(2);
            assertThat(refused.column()).isEqualTo(column);
            assertThat(refused.swedish()).endsWith(".");
            assertThat(refused.english()).endsWith(".");
        });
        assertThat(units().byId("U2")).isPresent();
        assertThat(units().name("U1")).isEqualTo("L");
    }

    @Test
    void periods_of_one_unit_do_not_overlap_and_units_are_no_parts_of_each_other_in_a_circle() {
        var delivery = bring(
                HEADER,
                "U1,L,,,V1,,01,,2024-06-30",
                "U1,L,,,V2,,01,2024-01-01,",
                "A,A,,B,V1,,01,,",
                "B,B,,A,V1,,01,,",
                "C,C,,,V1,,01,,");

        assertThat(deliveries().refused(delivery.id()))
                .extracting(UnitDeliveries.Refused::line, UnitDeliveries.Refused::column)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(3L, "valid_from"),
                        org.assertj.core.api.Assertions.tuple(4L, "parent"),
                        org.assertj.core.api.Assertions.tuple(5L, "parent"));
        assertThat(units().histories()).containsOnlyKeys("C");
    }

    @Test
    void a_file_without_the_needed_columns_changes_nothing() {
        var delivery = bring("id,name", "U1,L");

        assertThat(delivery.units()).isZero();
        assertThat(deliveries().refused(delivery.id()))
                .extracting(UnitDeliveries.Refused::column)
                .isEqualTo(List.of("caregiver"));
    }

    @Test
    void what_looks_like_a_personal_number_is_not_kept() {
        var delivery = bring(HEADER, "U1,L,,,V1,,20190101-2391,,");

        assertThat(deliveries().refused(delivery.id()).getFirst().value()).doesNotContain("2391");
    }
}
