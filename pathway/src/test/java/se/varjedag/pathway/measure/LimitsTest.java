package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varjedag.pathway.measure.Ward.only;
import static se.varjedag.pathway.measure.Ward.traced;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules 23 to 26: which limit holds, what it counts, and what stays empty.
class LimitsTest {

    private static Question.Builder all() {
        return Question.leadTime();
    }

    /// Reached, with limit, within, overtime days.
    private static String limits(String lines) {
        var group = only(traced(lines), all());
        return "%d %d %d %s"
                .formatted(
                        group.n(),
                        group.withLimit(),
                        group.within(),
                        group.overtimeDays().isPresent()
                                ? Long.toString(group.overtimeDays().getAsLong())
                                : "-");
    }

    @ParameterizedTest
    @CsvSource({
        "the kind of the end, VC050, 2023-01-01, 2023-02-14, 1 1 1 0",
        "one day beyond, VC050, 2023-01-01, 2023-02-15, 1 1 0 1",
        "valid on the start date though not on the end, VC052, 2022-12-31, 2023-02-10, 1 1 0 1",
        "the next version from its first day on, VC052, 2023-01-01, 2023-02-11, 1 1 1 0",
        "a target is shown but is no limit, VC060, 2023-01-01, 2023-01-20, 1 0 0 -",
        "a withdrawn code reaches with limit unknown, VC065, 2017-01-01, 2017-01-20, 1 0 0 -",
    })
    void the_limit_is_the_one_valid_on_the_start_date_for_the_end_s_kind(
            String why, String code, String start, String end, String limits) {
        assertThat(limits("a VC010 %s\na %s %s".formatted(start, code, end)))
                .as(why)
                .isEqualTo(limits);
    }

    @Test
    void the_extended_track_holds_only_when_its_marker_is_present() {
        assertThat(limits("a VB610 2023-01-01\na VB650 2023-02-10")).isEqualTo("1 1 0 5");
        assertThat(limits("a VB610 2023-01-01\na VB644 2023-01-20\na VB650 2023-02-10"))
                .isEqualTo("1 1 1 0");
    }

    @Test
    void several_tracks_and_nothing_to_decide_by_is_unknown() {
        assertThat(limits("a VL210 2023-01-01\na VL250 2023-01-05")).isEqualTo("1 0 0 -");
    }

    @Test
    void unknown_limits_never_enter_with_limit_within_share_or_overtime() {
        var group = only(traced("""
                a VC010 2023-01-01
                a VC050 2023-03-16
                b VC010 2023-01-01
                b VC060 2023-12-01
                """), all());

        assertThat(group.n()).isEqualTo(2);
        assertThat(group.withLimit()).isEqualTo(1);
        assertThat(group.within()).isZero();
        assertThat(group.share()).hasValue(0);
        assertThat(group.overtimeDays()).hasValue(30);
    }

    @Test
    void a_given_limit_holds_for_every_pathway_ended_by_any_code_or_waiting() {
        var group = only(traced("""
                        a VC010 2023-01-01
                        a VC060 2023-01-22
                        b VC010 2023-01-01
                        b VC065 2023-01-23
                        c VL210 2023-01-01
                        d VB610 2023-01-09
                        """, "2023-01-30"), all().limit(21));

        assertThat(group.withLimit()).isEqualTo(2);
        assertThat(group.within()).isEqualTo(1);
        assertThat(group.overtimeDays()).hasValue(1);
        assertThat(group.waitingOvertimeDays()).hasValue(8);
        assertThat(group.waitingLimits()).isEqualTo(new LimitCount(2, 1, 8));
        assertThat(group.waitingLimits().over()).isEqualTo(1);
    }

    @Test
    void a_limit_of_no_days_is_a_limit() {
        var group = only(
                traced("a VC010 2023-01-01\na VC050 2023-01-01\nb VC010 2023-01-01\nb VC050 2023-01-03"),
                all().limit(0));

        assertThat(group.limits()).isEqualTo(new LimitCount(2, 1, 2));
    }

    @Test
    void a_given_limit_holds_for_every_measure_and_without_it_only_the_whole_lead_time_has_limits() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC025 2023-01-06
                a VC050 2023-01-16
                """);

        for (var measure : new String[] {"suspicion..first-visit", "first-visit..treatment"}) {
            var without = only(traced, all().measure(measure));
            assertThat(without.n()).isEqualTo(1);
            assertThat(without.withLimit()).isZero();
            assertThat(without.overtimeDays()).isEqualTo(OptionalLong.empty());
        }
        assertThat(only(traced, all().measure("first-visit..treatment").limit(8))
                        .overtimeDays())
                .hasValue(2);
        assertThat(only(traced, all()).withLimit()).isEqualTo(1);
    }

    @Test
    void a_waiting_pathway_has_no_limit_in_another_measure() {
        var traced = traced("a VP810 2023-01-01", "2023-03-01");

        assertThat(only(traced, all().measure("suspicion..mdt")).waitingOvertimeDays())
                .isEqualTo(OptionalLong.empty());
        assertThat(only(traced, all().measure("suspicion..mdt").limit(50)).waitingOvertimeDays())
                .hasValue(9);
    }

    @Test
    void melanoma_limits_are_21_days_shorter_when_a_named_pathology_answer_is_dated_on_or_before_the_10() {
        assertThat(limits("""
                a pathology-reported 2023-01-01 >VE0
                a VE010 2023-01-01
                a VE050 2023-01-16
                """)).isEqualTo("1 1 0 1");
        assertThat(limits("""
                a pathology-reported 2023-01-02 >VE0
                a VE010 2023-01-01
                a VE050 2023-01-16
                """)).isEqualTo("1 1 1 0");
    }

    @Test
    void within_means_days_up_to_the_limit_and_overtime_is_what_lies_beyond() {
        var group = only(traced("""
                a VC010 2023-01-01
                a VC050 2023-02-13
                b VC010 2023-01-01
                b VC050 2023-02-14
                c VC010 2023-01-01
                c VC050 2023-02-15
                d VC010 2023-01-01
                d VC050 2023-02-24
                """), all());

        assertThat(group.limits()).isEqualTo(new LimitCount(4, 2, 11));
        assertThat(group.share()).hasValue(0.5);
    }

    @Test
    void for_those_waiting_the_limit_is_the_longest_still_possible() {
        var group = only(traced("a VP810 2023-01-01", "2023-02-01"), all());

        assertThat(group.waitingOvertimeDays()).hasValue(31 - 22);
        assertThat(only(traced("a VP810 2023-01-01", "2023-01-23"), all()).waitingLimits())
                .isEqualTo(new LimitCount(1, 1, 0));
        assertThat(only(traced("a VB610 2023-01-01", "2023-02-28"), all()).waitingLimits())
                .isEqualTo(new LimitCount(1, 0, 58 - 55));
    }

    @Test
    void for_those_waiting_the_limit_is_unknown_if_any_candidate_is_unknown() {
        var group = only(traced("a VC010 2015-01-01", "2015-06-01"), all());

        assertThat(group.waiting()).isEqualTo(1);
        assertThat(group.waitingOvertimeDays()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void assumed_limits_are_counted_apart_as_well() {
        var group = only(traced("""
                        a VX010 2023-01-01
                        a VX050 2023-01-21
                        b VX010 2023-01-01
                        b VX050 2023-01-26
                        c VC010 2023-01-01
                        c VC050 2023-01-26
                        d VX010 2023-01-01
                        e VP810 2023-01-01
                        """, "2023-01-31"), all());

        assertThat(group.limits()).isEqualTo(new LimitCount(3, 2, 5));
        assertThat(group.assumedLimits()).isEqualTo(new LimitCount(2, 1, 5));
        assertThat(group.withAssumedLimit()).isEqualTo(2);
        assertThat(group.assumedLimits().within()).isEqualTo(1);
        assertThat(group.waitingLimits()).isEqualTo(new LimitCount(2, 0, 18));
        assertThat(group.assumedWaitingLimits()).isEqualTo(new LimitCount(1, 0, 10));
    }

    @Test
    void a_given_limit_is_not_assumed() {
        var group = only(traced("a VX010 2023-01-01\na VX050 2023-01-21\nb VX010 2023-01-01"), all().limit(21));

        assertThat(group.withLimit()).isEqualTo(1);
        assertThat(group.assumedLimits()).isEqualTo(LimitCount.NONE);
        assertThat(group.assumedWaitingLimits()).isEqualTo(LimitCount.NONE);
    }

    @Test
    void counts_are_never_empty_but_what_nothing_defines_is() {
        var lines = Ward.ask(traced("a VC010 2023-01-01\na VC074 2023-01-09"), all());

        assertThat(lines).containsExactly("0,0,0,,,,,,,,0,,0,1");
    }

    @Test
    void a_stale_pathway_has_no_overtime() {
        assertThat(Ward.ask(traced("a VP810 2023-01-01", "2023-12-31"), all())).containsExactly("0,0,0,,,,,,,,0,,1,0");
    }

    @Test
    void a_group_appears_when_it_counts_somebody_and_min_count_compares_with_the_sum_of_the_four() {
        var traced = traced("""
                a VC010 2023-01-01
                a VC050 2023-01-09
                b VC010 2023-01-01
                b VC074 2023-01-09
                c VC010 2023-06-01
                d VC010 2022-06-01
                e VE010 2023-01-01
                e VE050 2023-01-09
                f VE010 2023-01-01
                f VE050 2023-01-09
                g VE010 2023-01-01
                g VE050 2023-01-09
                """, "2023-07-01");
        var bySvf = all().by(GroupKey.SVF);

        assertThat(Ward.counts(traced, bySvf))
                .containsExactly("lungcancer: n 1 waiting 1 stale 1 left 1", "melanoma: n 3");
        assertThat(Ward.counts(traced, bySvf.minCount(4))).hasSize(1);
        assertThat(Ward.counts(traced, bySvf.minCount(5))).isEmpty();
        assertThat(Ward.counts(traced, bySvf.minCount(0))).hasSize(2);
    }
}
