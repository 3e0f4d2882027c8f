package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varjedag.pathway.measure.Ward.counts;
import static se.varjedag.pathway.measure.Ward.only;
import static se.varjedag.pathway.measure.Ward.traced;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.trace.TracedPathways;

/// Rules 21 and 22: where a wait is counted, and on which day.
class PlaceAndDateTest {

    private static Question.Builder by(GroupKey... keys) {
        return Question.leadTime().by(keys);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static final TracedPathways THREE = traced("""
            a VC010 2023-03-20 01/A
            a VC050 2023-04-02 12/B
            b VC010 2023-03-25 01/A
            b VC078 2023-04-05 03/C
            c VC010 2023-03-31 01/A
            c VC091 2023-04-08 14/D
            d VC010 2023-04-01 05/E
            """, "2023-04-30");

    @Test
    void region_and_unit_are_those_of_the_event_at_to_so_the_finishing_region_reports() {
        assertThat(counts(THREE, by(GroupKey.REGION, GroupKey.UNIT))).contains("12 B: n 1");
    }

    @Test
    void for_those_who_left_region_and_unit_are_those_of_the_event_that_closed_the_pathway() {
        assertThat(counts(THREE, by(GroupKey.REGION, GroupKey.UNIT))).contains("03 C: left 1");
    }

    @Test
    void for_those_waiting_region_and_unit_are_those_of_the_last_91_otherwise_of_the_10() {
        assertThat(counts(THREE, by(GroupKey.REGION, GroupKey.UNIT))).contains("14 D: waiting 1", "05 E: waiting 1");
    }

    @Test
    void another_measure_takes_region_and_unit_from_its_own_to() {
        var traced = traced("""
                a VC010 2023-01-01 01/A
                a VC025 2023-01-05 03/B
                a VC050 2023-01-09 12/C
                """);

        assertThat(counts(traced, by(GroupKey.REGION, GroupKey.UNIT).measure("suspicion..first-visit")))
                .containsExactly("03 B: n 1");
    }

    @Test
    void of_several_events_at_to_on_one_date_the_lowest_region_then_the_lowest_unit_counts_empty_last() {
        var traced = traced("""
                a VC010 2023-01-01 01/A
                a VC025 2023-01-05 /A
                a VC025 2023-01-05 12/A
                a VC025 2023-01-05 03/
                a VC025 2023-01-05 03/C
                a VC025 2023-01-05 03/B
                """);

        assertThat(counts(traced, by(GroupKey.REGION, GroupKey.UNIT).measure("suspicion..first-visit")))
                .containsExactly("03 B: n 1");
    }

    @Test
    void an_event_without_region_gives_the_empty_group_and_nothing_older_is_used() {
        var traced = traced("""
                a VC010 2023-01-01 01/A home=01
                a VC050 2023-01-09 home=01
                """);

        assertThat(counts(traced, by(GroupKey.REGION))).containsExactly(": n 1");
        assertThat(counts(traced, by(GroupKey.UNIT))).containsExactly(": n 1");
        assertThat(counts(traced, by(GroupKey.HREGION))).containsExactly(": n 1");
    }

    @Test
    void by_end_the_date_of_account_is_the_date_of_to_and_for_left_the_pathway_s_end() {
        assertThat(counts(THREE, by(GroupKey.MONTH))).containsExactly("2023-04: n 1 waiting 2 left 1");
        assertThat(counts(THREE, by(GroupKey.MONTH).period(day("2023-04-02"), day("2023-04-04"))))
                .containsExactly("2023-04: n 1 waiting 2");
        assertThat(counts(THREE, by(GroupKey.MONTH).period(day("2023-04-05"), null)))
                .containsExactly("2023-04: waiting 2 left 1");
    }

    @Test
    void by_start_the_date_of_account_is_the_date_of_from() {
        assertThat(counts(THREE, by(GroupKey.MONTH).countBy(CountBy.START)))
                .containsExactly("2023-03: n 1 waiting 1 left 1", "2023-04: waiting 1");
        assertThat(counts(
                        THREE, by(GroupKey.MONTH).countBy(CountBy.START).period(day("2023-03-25"), day("2023-03-30"))))
                .containsExactly("2023-03: left 1");
    }

    @Test
    void both_ends_of_the_period_lie_inside_it() {
        assertThat(counts(THREE, by().period(day("2023-04-02"), day("2023-04-05"))))
                .containsExactly(": n 1 waiting 2 left 1");
        assertThat(counts(THREE, by().period(day("2023-04-03"), day("2023-04-04"))))
                .containsExactly(": waiting 2");
        assertThat(counts(THREE, by().period(null, day("2023-04-01")))).containsExactly(": waiting 2");
    }

    @Test
    void the_date_of_account_decides_year_quarter_and_month() {
        var traced = traced("""
                a VC010 2022-11-20
                a VC050 2022-12-31
                b VC010 2022-11-25
                b VC050 2023-01-01
                c VC010 2022-11-25
                c VC050 2023-04-01
                """);

        assertThat(counts(traced, by(GroupKey.YEAR, GroupKey.QUARTER, GroupKey.MONTH)))
                .containsExactly("2022 2022Q4 2022-12: n 1", "2023 2023Q1 2023-01: n 1", "2023 2023Q2 2023-04: n 1");
        assertThat(counts(
                        traced,
                        by(GroupKey.YEAR, GroupKey.QUARTER, GroupKey.MONTH).countBy(CountBy.START)))
                .containsExactly("2022 2022Q4 2022-11: n 3");
    }

    @Test
    void by_end_everyone_open_at_as_of_waits_accounted_at_as_of_whatever_the_period() {
        var question = by(GroupKey.YEAR, GroupKey.QUARTER, GroupKey.MONTH).period(day("2020-01-01"), day("2020-12-31"));

        assertThat(counts(THREE, question)).containsExactly("2023 2023Q2 2023-04: waiting 2");
    }

    @Test
    void by_start_those_wait_whose_from_lies_in_the_period() {
        var question = by(GroupKey.MONTH).countBy(CountBy.START);

        assertThat(counts(THREE, question.period(day("2023-03-31"), day("2023-03-31"))))
                .containsExactly("2023-03: waiting 1");
        assertThat(counts(THREE, question.period(day("2020-01-01"), day("2020-12-31"))))
                .isEmpty();
    }

    @Test
    void stale_pathways_are_accounted_as_the_waiting_are_but_counted_apart() {
        var traced = traced("""
                a VC010 2023-01-01 01/A
                b VC010 2023-01-02 01/A
                """, "2023-06-30");

        assertThat(counts(traced, by(GroupKey.MONTH))).containsExactly("2023-06: waiting 1 stale 1");
        assertThat(counts(traced, by(GroupKey.MONTH).countBy(CountBy.START).period(null, day("2023-01-01"))))
                .containsExactly("2023-01: stale 1");
        assertThat(counts(traced, by().limit(1).countBy(CountBy.START).period(null, day("2023-01-01"))))
                .containsExactly(": stale 1");
    }

    @Test
    void the_waiting_never_enter_share_quantiles_or_mean() {
        var group = only(THREE, by());

        assertThat(group.waiting()).isEqualTo(2);
        assertThat(group.share()).hasValue(1);
        assertThat(group.median()).hasValue(13);
        assertThat(group.p90()).hasValue(13);
        assertThat(group.mean()).hasValue(13);
        assertThat(group.withLimit()).isEqualTo(1);
    }

    @Test
    void the_waiting_are_counted_to_as_of() {
        assertThat(only(THREE, by()).histogram().count(DayHistogram.Outcome.WAITING, 30))
                .isEqualTo(1);
        assertThat(only(THREE, by()).histogram().count(DayHistogram.Outcome.WAITING, 29))
                .isEqualTo(1);
    }
}
