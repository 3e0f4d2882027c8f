package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varjedag.pathway.measure.Ward.counts;
import static se.varjedag.pathway.measure.Ward.days;
import static se.varjedag.pathway.measure.Ward.traced;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules 19 and 20: what a measure runs between, and who counts as waiting or left.
class PointsAndPairsTest {

    private static Question.Builder measure(String text) {
        return Question.leadTime().measure(text);
    }

    @Test
    void a_measure_is_the_first_from_to_the_first_to_on_or_after_it() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC035 2023-01-03
                a VC025 2023-01-05
                a VC025 2023-01-07
                a VC035 2023-01-11
                a VC035 2023-01-20
                """);

        assertThat(days(traced, measure("first-visit..mdt"))).isEqualTo("6");
    }

    @Test
    void a_to_on_the_day_of_from_is_zero_days_later() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC035 2023-01-05
                a VC025 2023-01-05
                """);

        assertThat(days(traced, measure("first-visit..mdt"))).isEqualTo("0");
        assertThat(days(traced, measure("mdt..first-visit"))).isEqualTo("0");
        assertThat(days(traced, measure("mdt..mdt"))).isEqualTo("0");
    }

    @Test
    void both_points_lie_inside_one_pathway() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC025 2023-01-05
                a VC078 2023-01-10
                a VC010 2023-02-01
                a VC035 2023-02-09
                """);

        assertThat(counts(traced, measure("first-visit..mdt"))).containsExactly(": left 1");
    }

    @ParameterizedTest
    @CsvSource({
        "suspected, VC005, 2022-12-20, -12",
        "diagnostic-surgery, VC022, 2023-01-05, 4",
        "first-visit, VC025, 2023-01-05, 4",
        "mdt, VC035, 2023-01-05, 4",
        "informed, VC040, 2023-01-05, 4",
        "decision, VC044, 2023-01-05, 4",
        "treatment, VC050, 2023-01-05, 4",
        "referral-received, referral-received, 2023-01-05, 4",
        "imaging-referral, imaging-referral, 2023-01-05, 4",
        "imaging-performed, imaging-performed, 2023-01-05, 4",
        "imaging-reported, imaging-reported, 2023-01-05, 4",
        "specimen-taken, specimen-taken, 2023-01-05, 4",
        "specimen-received, specimen-received, 2023-01-05, 4",
        "pathology-reported, pathology-reported, 2023-01-05, 4"
    })
    void every_point_has_its_name(String name, String code, String date, int days) {
        var traced = traced("a VC010 2023-01-01\na %s %s\n".formatted(code, date));
        var measure = days > 0 ? "suspicion.." + name : name + "..suspicion";

        assertThat(days(traced, measure(measure))).isEqualTo(Integer.toString(Math.abs(days)));
    }

    @Test
    void suspicion_is_only_the_10_that_opened() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC010 2023-01-04
                a VC025 2023-01-06
                a VC025 2023-01-03
                """);

        assertThat(days(traced, measure("suspicion..first-visit"))).isEqualTo("2");
        assertThat(counts(traced, measure("first-visit..suspicion"))).containsExactly(": waiting 1");
    }

    @Test
    void treatment_is_only_the_end_that_closed_if_it_reaches() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC050 2023-01-11
                a VC052 2023-01-21
                b VC010 2023-01-01
                b VC074 2023-01-13
                b VC050 2023-01-21
                """);

        assertThat(days(traced, measure("suspicion..treatment"))).isEqualTo("10");
        assertThat(counts(traced, measure("suspicion..treatment"))).containsExactly(": n 1 left 1");
    }

    @Test
    void the_general_way_gives_what_the_whole_lead_time_gives() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC005 2023-01-01
                a VC050 2023-01-11
                b VC005 2023-01-02
                b VC010 2023-01-02
                b VC074 2023-01-13
                c VC005 2023-01-03
                c VC010 2023-01-03
                """);

        assertThat(days(traced, measure("suspected..treatment"))).isEqualTo("10");
        assertThat(counts(traced, measure("suspected..treatment")))
                .isEqualTo(counts(traced, measure("suspicion..treatment")));
    }

    @Test
    void two_laboratory_points_pair_by_ref_within_each_pathway() {
        var traced = traced("""
                a VC010 2023-01-01
                a specimen-taken 2023-01-02 #one
                a specimen-taken 2023-01-04 #two
                a pathology-reported 2023-01-05 #two
                a pathology-reported 2023-01-12 #one
                """);

        assertThat(days(traced, measure("specimen-taken..pathology-reported"))).isEqualTo("1 10");
        assertThat(days(traced, measure("suspicion..pathology-reported"))).isEqualTo("4");
    }

    @Test
    void two_imaging_points_pair_by_ref_within_each_pathway() {
        var traced = traced("""
                a VC010 2023-01-01
                a imaging-referral 2023-01-02 #one
                a imaging-referral 2023-01-04 #two
                a imaging-performed 2023-01-05 #two
                a imaging-performed 2023-01-12 #one
                """);

        assertThat(days(traced, measure("imaging-referral..imaging-performed"))).isEqualTo("1 10");
    }

    @Test
    void a_laboratory_and_an_imaging_point_do_not_pair_by_ref() {
        var traced = traced("""
                a VC010 2023-01-01
                a imaging-referral 2023-01-02 #one
                a imaging-referral 2023-01-04 #two
                a specimen-taken 2023-01-05 #two
                a specimen-taken 2023-01-12 #one
                a referral-received 2023-01-03 #two
                """);

        assertThat(days(traced, measure("imaging-referral..specimen-taken"))).isEqualTo("3");
        assertThat(days(traced, measure("imaging-referral..referral-received"))).isEqualTo("1");
        assertThat(days(traced, measure("referral-received..specimen-taken"))).isEqualTo("2");
    }

    @Test
    void rows_without_ref_form_one_more_group() {
        var traced = traced("""
                a VC010 2023-01-01
                a specimen-taken 2023-01-02
                a specimen-taken 2023-01-03
                a specimen-taken 2023-01-04 #two
                a pathology-reported 2023-01-06 #two
                a pathology-reported 2023-01-09
                """);

        assertThat(days(traced, measure("specimen-taken..pathology-reported"))).isEqualTo("2 7");
    }

    @Test
    void each_pair_counts_once_and_is_the_first_from_to_the_first_to_on_or_after_it() {
        var traced = traced("""
                a VC010 2023-01-01
                a pathology-reported 2023-01-02 #one
                a specimen-taken 2023-01-03 #one
                a specimen-taken 2023-01-04 #one
                a pathology-reported 2023-01-08 #one
                a pathology-reported 2023-01-09 #one
                """);

        assertThat(days(traced, measure("specimen-taken..pathology-reported"))).isEqualTo("5");
    }

    @Test
    void a_specimen_without_answer_waits_by_itself() {
        var traced = traced("""
                a VC010 2023-01-01
                a specimen-taken 2023-01-02 #one
                a specimen-taken 2023-01-04 #two
                a pathology-reported 2023-01-05 #two
                """, "2023-01-20");

        assertThat(counts(traced, measure("specimen-taken..pathology-reported")))
                .containsExactly(": n 1 waiting 1");
        var waiting =
                Ward.only(traced, measure("specimen-taken..pathology-reported")).histogram();
        assertThat(waiting.count(DayHistogram.Outcome.WAITING, 18)).isEqualTo(1);
    }

    @Test
    void points_of_no_pathway_are_not_counted() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC050 2023-01-10
                a specimen-taken 2023-02-01 #one
                a pathology-reported 2023-02-05 #one
                """);

        assertThat(counts(traced, measure("specimen-taken..pathology-reported")))
                .isEmpty();
    }

    @Test
    void ref_never_moves_a_row_to_a_pathway() {
        var traced = traced("""
                a VC010 2023-01-01
                a specimen-taken 2023-01-05 #one
                a VC050 2023-01-10
                a pathology-reported 2023-01-15 #one
                """);

        assertThat(counts(traced, measure("specimen-taken..pathology-reported")))
                .containsExactly(": left 1");
    }

    @Test
    void without_from_a_pathway_is_counted_nowhere() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC035 2023-01-09
                a VC050 2023-01-10
                b VC010 2023-01-01
                """);

        assertThat(counts(traced, measure("first-visit..mdt"))).isEmpty();
        assertThat(counts(traced, measure("specimen-taken..pathology-reported")))
                .isEmpty();
    }

    @Test
    void with_from_and_no_to_on_or_after_it_it_waits_while_the_pathway_is_open() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC035 2023-01-03
                a VC025 2023-01-05
                """, "2023-02-01");

        var group = Ward.only(traced, measure("first-visit..mdt"));
        assertThat(group.waiting()).isEqualTo(1);
        assertThat(group.histogram().count(DayHistogram.Outcome.WAITING, 27)).isEqualTo(1);
    }

    @Test
    void it_has_left_when_the_pathway_ended_on_or_after_from_by_treatment_too() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC025 2023-01-05
                a VC050 2023-01-09
                b VC010 2023-01-01
                b VC025 2023-01-05
                b VC076 2023-01-05
                """);

        var group = Ward.only(traced, measure("first-visit..mdt"));
        assertThat(group.left()).isEqualTo(2);
        assertThat(group.histogram().count(DayHistogram.Outcome.LEFT, 4)).isEqualTo(1);
        assertThat(group.histogram().count(DayHistogram.Outcome.LEFT, 0)).isEqualTo(1);
    }

    @Test
    void when_the_pathway_ended_before_from_it_is_counted_nowhere() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC050 2023-01-09
                a specimen-taken 2023-01-12 >VC0 #one
                """);

        assertThat(counts(traced, measure("specimen-taken..pathology-reported")))
                .isEmpty();
    }

    @Test
    void a_pathway_ended_by_70_is_counted_nowhere_by_any_measure() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC025 2023-01-02
                a specimen-taken 2023-01-03
                a pathology-reported 2023-01-04
                a VC070 2023-01-09
                """);

        assertThat(counts(traced, measure("suspicion..treatment"))).isEmpty();
        assertThat(counts(traced, measure("suspicion..first-visit"))).isEmpty();
        assertThat(counts(traced, measure("specimen-taken..pathology-reported")))
                .isEmpty();
    }
}
