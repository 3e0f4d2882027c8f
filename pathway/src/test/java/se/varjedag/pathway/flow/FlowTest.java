package se.varjedag.pathway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.measure.Ward;
import se.varjedag.pathway.trace.Tracer;

/// The ways of a few patients. The steps of the definition stand in [Ward].
class FlowTest {
    private static final PathwayDefinition LUNG =
            Ward.DEFINITIONS.byId("lungcancer").orElseThrow();

    private static Runs runs(String lines) {
        return Runs.of(Ward.traced(lines), Question.leadTime().build());
    }

    private static List<String> ways(String lines) {
        return Variants.of(runs(lines)).stream()
                .map(variant -> variant.count() + " " + String.join(" ", variant.activities()))
                .toList();
    }

    private static List<String> edges(FlowMap map) {
        var names = runs("").activities();
        return map.edges().stream()
                .map(edge -> "%s..%s %d %s %s"
                        .formatted(
                                names.get(edge.from()),
                                names.get(edge.to()),
                                edge.count(),
                                edge.medianDays(),
                                edge.over() ? "over " + edge.allowed().getAsInt() : "-"))
                .toList();
    }

    private static List<String> deviations(String lines) {
        return Conformance.of(runs(lines), LUNG).deviations().stream()
                .map(cost -> cost.with().n() + " " + text(cost.deviation()))
                .toList();
    }

    private static String text(Deviation deviation) {
        return switch (deviation) {
            case Deviation.Skipped(var point) -> "without " + point.key();
            case Deviation.Repeated(var point) -> "again " + point.key();
            case Deviation.TooEarly(var point, var before) -> point.key() + " before " + before.key();
        };
    }

    @Test
    void a_way_leads_from_the_suspicion_over_the_points_in_order_of_day_to_the_kind_of_treatment() {
        assertThat(ways("""
                a VC010 2023-01-01
                a VC035 2023-01-20
                a VC025 2023-01-05
                a VC050 2023-02-01
                """)).containsExactly("1 suspicion first-visit mdt surgery");
    }

    @Test
    void points_of_one_day_stand_in_the_order_of_care_and_a_point_written_twice_is_one() {
        assertThat(ways("""
                a VC010 2023-01-01
                a specimen-taken 2023-01-05
                a VC025 2023-01-05
                a specimen-taken 2023-01-05 #second
                a imaging-referral 2023-01-05
                a VC052 2023-02-01
                """)).containsExactly("1 suspicion first-visit imaging-referral specimen-taken drug");
    }

    @Test
    void a_point_on_two_days_is_met_twice_and_one_before_the_suspicion_is_not_on_the_way() {
        assertThat(ways("""
                a VC005 2022-12-20
                a VC010 2023-01-01
                a VC035 2023-01-10
                a VC035 2023-01-20
                a VC050 2023-02-01
                """)).containsExactly("1 suspicion mdt mdt surgery");
    }

    @Test
    void those_who_left_have_a_way_and_those_who_wait_and_the_never_suspected_have_none() {
        assertThat(ways("""
                a VC010 2023-01-01
                a VC025 2023-01-05
                a VC078 2023-01-09
                b VC010 2023-01-01
                c VC010 2023-01-01
                c VC070 2023-01-02
                """)).containsExactly("1 suspicion first-visit left");
    }

    @Test
    void ways_follow_the_question_and_need_points_and_the_whole_lead_time() {
        var traced =
                Ward.traced("a VC010 2023-01-01 01/A\na VC050 2023-02-01 01/A\nb VC010 2023-01-01\nb VC050 2023-02-01");
        var bare = new Tracer(Ward.DEFINITIONS).withoutPoints().trace(traced.timelines());
        var here = Question.leadTime().only(GroupKey.REGION, "01");

        assertThat(Runs.of(traced, here.build()).cases()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Runs.of(bare, Question.leadTime().build()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Runs.of(
                        traced, Question.leadTime().measure("suspicion..mdt").build()));
    }

    @Test
    void an_edge_tells_how_often_and_how_long_and_whether_most_took_longer_than_the_step_is_allowed() {
        var map = FlowMap.of(runs("""
                a VC010 2023-01-01
                a VC025 2023-01-05
                a VC035 2023-01-20
                a VC050 2023-01-30
                b VC010 2023-01-01
                b VC025 2023-01-03
                b VC035 2023-01-13
                b VC052 2023-01-23
                """), LUNG);

        assertThat(edges(map))
                .containsExactly(
                        "first-visit..mdt 2 12.5 over 10",
                        "suspicion..first-visit 2 3.0 -",
                        "mdt..drug 1 10.0 over 7",
                        "mdt..surgery 1 10.0 -");
        assertThat(map.stops())
                .extracting(stop -> stop.place().key() + " " + stop.visits())
                .containsExactly("suspicion 2", "first-visit 2", "mdt 2", "surgery 1", "drug 1");
    }

    @Test
    void of_rare_edges_only_those_stay_that_are_needed_to_get_from_the_start_to_an_end() {
        var lines = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            lines.append("a%1$d VC010 2023-01-01\na%1$d VC025 2023-01-05\na%1$d VC050 2023-01-20\n".formatted(i));
        }
        lines.append("b VC010 2023-01-01\nb VC035 2023-01-05\nb VC052 2023-01-20\n");
        var map = FlowMap.of(runs(lines.toString()), LUNG);

        assertThat(edges(map.mostFrequent(1))).hasSize(4);
        assertThat(edges(map.mostFrequent(0.8)))
                .containsExactly("first-visit..surgery 8 15.0 -", "suspicion..first-visit 8 4.0 -");
        assertThat(edges(map.mostFrequent(0.9))).hasSize(4);
        assertThat(map.mostFrequent(0.4).edges()).hasSize(2);
        assertThat(map.mostFrequent(0).edges()).isEmpty();
    }

    @Test
    void a_map_whose_most_frequent_edges_reach_no_end_is_led_to_one() {
        var map = FlowMap.of(runs("""
                a VC010 2023-01-01
                a VC025 2023-01-05
                a VC050 2023-02-01
                b VC010 2023-01-01
                b VC025 2023-01-05
                b VC052 2023-02-01
                c VC010 2023-01-01
                c VC025 2023-01-05
                c VC054 2023-02-01
                """), LUNG);

        assertThat(edges(map.mostFrequent(0.5)))
                .containsExactly("suspicion..first-visit 3 4.0 -", "first-visit..drug 1 27.0 -");
    }

    @Test
    void an_end_that_more_ways_lead_to_than_are_left_out_is_never_missing() {
        var lines = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            lines.append("a%1$d VC010 2023-01-01\na%1$d VC025 2023-01-05\na%1$d VC035 2023-01-09\n".formatted(i));
            lines.append("a%1$d VC0%2$d 2023-02-01\n".formatted(i, i < 5 ? 78 : 50));
        }
        var map = FlowMap.of(runs(lines.toString()), LUNG);

        assertThat(edges(map.mostFrequent(0.8)))
                .containsExactly(
                        "first-visit..mdt 8 4.0 -",
                        "suspicion..first-visit 8 4.0 -",
                        "mdt..left 5 23.0 -",
                        "mdt..surgery 3 23.0 over 14");
        assertThat(edges(map.mostFrequent(0.5))).hasSize(3);
    }

    @Test
    void who_goes_the_way_described_deviates_in_nothing() {
        var conformance = Conformance.of(runs("""
                a VC010 2023-01-01
                a referral-received 2023-01-02
                a VC025 2023-01-05
                a VC035 2023-01-20
                a VC050 2023-02-01
                b VC010 2023-01-01
                b referral-received 2023-01-02
                b VC025 2023-01-05
                b VC050 2023-02-01
                """), LUNG);

        assertThat(conformance.described()).isTrue();
        assertThat(conformance.deviations()).isEmpty();
        assertThat(conformance.conforming().n()).isEqualTo(2);
        assertThat(conformance.patients()).isEqualTo(2);
    }

    @Test
    void points_that_the_shortest_way_described_passes_and_the_patient_has_not_are_skipped() {
        assertThat(deviations("""
                a VC010 2023-01-01
                a VC035 2023-01-20
                a VC050 2023-02-01
                """)).containsExactly("1 without first-visit", "1 without referral-received");
    }

    @Test
    void a_point_on_two_days_is_repeated_and_one_before_its_forerunner_is_too_early() {
        assertThat(deviations("""
                a VC010 2023-01-01
                a referral-received 2023-01-08
                a VC025 2023-01-05
                a VC035 2023-01-20
                a VC035 2023-01-25
                a VC050 2023-02-01
                """)).contains("1 again mdt", "1 first-visit before referral-received");
    }

    @Test
    void the_order_within_imaging_and_within_pathology_needs_no_definition() {
        assertThat(deviations("""
                a VC010 2023-01-01
                a referral-received 2023-01-02
                a VC025 2023-01-05
                a imaging-reported 2023-01-06
                a imaging-performed 2023-01-07
                a VC035 2023-01-20
                a VC050 2023-02-01
                """)).contains("1 imaging-reported before imaging-performed");
    }

    @Test
    void a_definition_without_steps_between_points_calls_nothing_skipped() {
        var conformance = Conformance.of(
                runs("a VX010 2023-01-01\na VX035 2023-01-20\na VX050 2023-02-01"),
                Ward.DEFINITIONS.byId("overlay").orElseThrow());

        assertThat(conformance.described()).isFalse();
        assertThat(conformance.conforming().n()).isEqualTo(1);
    }

    @Test
    void what_deviating_costs_is_told_from_thirty_patients_on() {
        var lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append(
                    "a%1$d VC010 2023-01-01\na%1$d referral-received 2023-01-02\na%1$d VC025 2023-01-03\na%1$d VC050 2023-02-%2$02d\n"
                            .formatted(i, 1 + i % 10));
            lines.append("b%1$d VC010 2023-01-01\nb%1$d VC025 2023-01-03\nb%1$d VC050 2023-02-%2$02d\n"
                    .formatted(i, 11 + i % 10));
        }
        var conformance = Conformance.of(runs(lines.toString()), LUNG);

        assertThat(conformance.deviating().n()).isEqualTo(40);
        assertThat(conformance.deviations()).hasSize(1);
        var interval = conformance.meanDifference(0.95).orElseThrow();
        assertThat((interval.lower() + interval.upper()) / 2).isEqualTo(10);
        assertThat(conformance.deviations().getFirst().meanDifference(0.95)).contains(interval);
        assertThat(Conformance.of(
                                runs(String.join(
                                        "\n", lines.toString().lines().limit(28).toList())),
                                LUNG)
                        .meanDifference(0.95))
                .isEmpty();
    }
}
