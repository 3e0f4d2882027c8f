package se.varjedag.eventlog.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import org.junit.jupiter.api.Test;
import se.varjedag.pathway.flow.Variants;

/// A log of four cases small enough to be worked out by hand; every figure below was.
class KnownLogTest {
    private static final CaseLog LOG = Logs.of("""
            a Referral 2024-03-01T08:00
            b Referral 2024-03-01T08:00
            c Visit 2024-03-01T07:00
            a Treatment 2024-03-01T11:00
            a Visit 2024-03-01T09:00
            b Visit 2024-03-01T08:30
            b Visit 2024-03-01T10:30
            b Treatment 2024-03-01T10:30
            c Referral 2024-03-01T08:00
            c Visit 2024-03-01T09:00
            d Referral 2024-03-01T12:00
            """);

    @Test
    void sums_up_the_log() {
        var summary = LogSummary.of(LOG);

        assertThat(summary)
                .returns(4, LogSummary::cases)
                .returns(11, LogSummary::events)
                .returns(3, LogSummary::activities)
                .returns(4, LogSummary::variants)
                .returns(4, LogSummary::edges)
                .returns("2024-03-01T07:00:00", LogSummary::first)
                .returns("2024-03-01T12:00:00", LogSummary::last);
        assertThat(summary.duration())
                .returns(0.0, Spread::min)
                .returns(5400.0, spread -> spread.quantile(0.25))
                .returns(8100.0, Spread::median)
                .returns(6750.0, Spread::mean)
                .returns(9450.0, spread -> spread.quantile(0.75))
                .returns(10800.0, Spread::max);
    }

    @Test
    void counts_what_directly_follows_what() {
        assertThat(DirectlyFollows.of(LOG))
                .extracting(
                        DirectlyFollows.Edge::from,
                        DirectlyFollows.Edge::to,
                        DirectlyFollows.Edge::count,
                        edge -> edge.time().median(),
                        edge -> edge.time().mean())
                .containsExactly(
                        tuple("Referral", "Visit", 3, 3600.0, 3000.0),
                        tuple("Visit", "Treatment", 2, 3600.0, 3600.0),
                        tuple("Visit", "Referral", 1, 3600.0, 3600.0),
                        tuple("Visit", "Visit", 1, 7200.0, 7200.0));
    }

    @Test
    void counts_the_ways_through() {
        assertThat(Variants.of(LOG))
                .extracting(Variants.Variant::count, Variants.Variant::length, Variants.Variant::text)
                .containsExactly(
                        tuple(1, 1, "Referral"),
                        tuple(1, 3, "Referral → Visit → Treatment"),
                        tuple(1, 3, "Visit → Referral → Visit"),
                        tuple(1, 4, "Referral → Visit → Visit → Treatment"));
    }

    @Test
    void counts_first_and_last_activities() {
        assertThat(Endpoints.of(LOG))
                .extracting(endpoint -> endpoint.kind().key(), Endpoints.Endpoint::activity, Endpoints.Endpoint::count)
                .containsExactly(
                        tuple("start", "Referral", 3),
                        tuple("start", "Visit", 1),
                        tuple("end", "Treatment", 2),
                        tuple("end", "Referral", 1),
                        tuple("end", "Visit", 1));
    }

    @Test
    void first_to_first_leaves_out_and_counts_what_came_before() {
        var between = Between.of(LOG, "Referral", "Visit", Between.Pairing.FIRST);

        assertThat(between)
                .returns(4, Between::casesWithStart)
                .returns(3, Between::casesWithBoth)
                .returns(1, Between::negative)
                .returns(2, Between::n);
        assertThat(between.time().orElseThrow().mean()).isEqualTo(2700);
    }

    @Test
    void first_at_or_after_takes_the_later_occurrence() {
        var between = Between.of(LOG, "Referral", "Visit", Between.Pairing.AFTER);

        assertThat(between).returns(0, Between::negative).returns(3, Between::n);
        assertThat(between.time().orElseThrow().median()).isEqualTo(3600);
    }

    @Test
    void an_activity_that_never_occurs_is_counted_as_nothing() {
        assertThat(Between.of(LOG, "Referral", "Surgery", Between.Pairing.FIRST))
                .returns(4, Between::casesWithStart)
                .returns(0, Between::casesWithBoth)
                .returns(0, Between::n);
    }

    @Test
    void events_with_equal_times_keep_the_order_of_the_file() {
        var log = Logs.of("""
                a second 2024-03-01T08:00
                a third 2024-03-01T08:00
                a first 2024-03-01T07:00
                a fourth 2024-03-01T08:00
                """);

        assertThat(Variants.of(log))
                .extracting(Variants.Variant::text)
                .containsExactly("first → second → third → fourth");
    }

    @Test
    void times_without_a_zone_ignore_summer_time() {
        var log = Logs.of("a x 2024-03-31T01:00\na y 2024-03-31T04:00\n");

        assertThat(LogSummary.of(log).duration().max()).isEqualTo(3 * 3600.0);
    }

    @Test
    void times_that_all_have_a_zone_are_instants() {
        var log = Logs.of("a x 2024-03-31T01:00+01:00\na y 2024-03-31T04:00+02:00\n");

        assertThat(LogSummary.of(log).duration().max()).isEqualTo(2 * 3600.0);
        assertThat(LogSummary.of(log).first()).isEqualTo("2024-03-31T00:00:00Z");
    }

    @Test
    void where_only_some_times_have_a_zone_all_are_taken_to_the_clock_of_stockholm() {
        var log = Logs.of("a x 2024-07-01T08:00Z\na y 2024-07-01T10:30\n");

        assertThat(LogSummary.of(log).duration().max()).isEqualTo(1800.0);
        assertThat(LogSummary.of(log).first()).isEqualTo("2024-07-01T10:00:00");
    }

    @Test
    void a_fraction_of_a_second_counts() {
        var log = Logs.of("a x 2024-07-01T08:00:00.250\na y 2024-07-01T08:00:01.500\n");

        assertThat(LogSummary.of(log).duration().max()).isEqualTo(1.25, within(0.0));
    }
}
