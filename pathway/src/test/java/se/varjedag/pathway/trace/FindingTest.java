package se.varjedag.pathway.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.Finding.Kind;

/// What a finding says, and how findings are gathered.
class FindingTest {

    private static final String FAULTY = """
            VC010 2023-01-01 @01/a
            VC010 2023-01-05 @14/b
            VC050 2023-02-01
            VC052 2023-02-02 @14/b
            VK910 2023-02-03 @14/b
            VE050 2023-02-04 @14/b
            """;

    @Test
    void every_finding_names_person_pathway_rule_event_and_what_to_do() {
        var finding = Story.of(FAULTY).traced().findings().stream().findFirst().orElseThrow();

        assertThat(finding.kind()).isEqualTo(Kind.FURTHER_START);
        assertThat(finding.rule()).isEqualTo(9);
        assertThat(finding.person()).isEqualTo("p");
        assertThat(finding.definition())
                .hasValueSatisfying(d -> assertThat(d.id()).isEqualTo("lungcancer"));
        assertThat(finding.start()).hasValue(LocalDate.of(2023, 1, 1));
        assertThat(finding.explain(Language.EN))
                .isEqualTo(
                        "VC010 2023-01-05, unit b, region 14: The pathway was already open when it was started again. "
                                + "Person p, lungcancer in English started 2023-01-01. (rule 9) "
                                + "Remove the extra start, or register the end of the first pathway.");
        assertThat(finding.explain(Language.SV))
                .isEqualTo("VC010 2023-01-05, enhet b, region 14: Vårdförloppet var redan öppet när det startades "
                        + "igen. Person p, lungcancer på svenska med start 2023-01-01. (regel 9) "
                        + "Ta bort den extra starten, eller registrera avslutet på det första förloppet.");
    }

    @Test
    void a_finding_without_pathway_or_definition_says_so() {
        var found = Story.of("VK910 2023-02-03\nVE050 2023-02-04").traced().findings().stream()
                .toList();

        assertThat(found.get(0).explain(Language.EN))
                .startsWith("VK910 2023-02-03: ")
                .contains("Person p, no pathway.");
        assertThat(found.get(0).explain(Language.SV)).contains("Person p, inget vårdförlopp.");
        assertThat(found.get(1).explain(Language.EN)).contains("Person p, melanoma in English with no pathway.");
        assertThat(found.get(1).explain(Language.SV))
                .contains("Person p, melanoma på svenska utan pågående vårdförlopp.");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_says_what_is_wrong_and_what_to_do_in_both_languages(Kind kind) {
        for (var language : Language.values()) {
            assertThat(kind.fault(language)).isNotBlank().doesNotEndWith(".");
            assertThat(kind.remedy(language)).isNotBlank().endsWith(".");
        }
        assertThat(kind.fault(Language.SV)).isNotEqualTo(kind.fault(Language.EN));
        assertThat(kind.remedy(Language.SV)).isNotEqualTo(kind.remedy(Language.EN));
        assertThat(kind.rule()).isBetween(2, 18);
    }

    @Test
    void findings_are_counted_by_kind_and_by_unit() {
        var findings = Story.of(FAULTY).traced().findings();

        assertThat(findings.total()).isEqualTo(4);
        assertThat(findings.count(Kind.FURTHER_START)).isEqualTo(1);
        assertThat(findings.count(Kind.STALE)).isZero();
        assertThat(findings.byKind().keySet())
                .containsExactly(Kind.UNCLAIMED_CODE, Kind.FURTHER_START, Kind.LATER_END, Kind.END_WITH_NOTHING_OPEN);
        assertThat(findings.byUnit()).containsOnlyKeys("b");
        assertThat(findings.byUnit().get("b")).containsEntry(Kind.LATER_END, 1L).hasSize(4);
    }

    @Test
    void findings_can_be_read_one_by_one() {
        var read = new ArrayList<Kind>();

        Story.of(FAULTY).traced().findings().forEach(finding -> read.add(finding.kind()));

        assertThat(read).hasSize(4).startsWith(Kind.FURTHER_START);
    }

    @Test
    void findings_that_were_only_counted_cannot_be_read() {
        var timelines = Timelines.of(Story.columns(Story.events(FAULTY)), null, null);
        var findings = new Tracer(Examples.DEFINITIONS).trace(timelines).findings();

        assertThat(findings.listed()).isFalse();
        assertThat(findings.byKind()).containsEntry(Kind.LATER_END, 1L).hasSize(4);
        assertThatThrownBy(findings::stream)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("listing");
        assertThatThrownBy(findings::byUnit).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void many_findings_are_all_kept_in_order() {
        var lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append("VK910 ").append(LocalDate.of(2023, 1, 1).plusDays(i)).append('\n');
        }
        var findings = Story.of(lines.toString()).traced().findings();

        assertThat(findings.listed()).isTrue();
        assertThat(findings.stream().map(Finding::day)).hasSize(500).isSorted();
    }

    @Test
    void a_person_with_many_pathways_and_points_is_traced_like_any_other() {
        var lines = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            var day = LocalDate.of(2020, 1, 1).plusDays(10L * i);
            lines.append("VC010 ").append(day).append('\n');
            lines.append("VC025 ").append(day.plusDays(1)).append('\n');
            lines.append("VC050 ").append(day.plusDays(2)).append('\n');
        }
        var story = Story.of(lines.toString());

        assertThat(story.traced().size()).isEqualTo(100);
        for (int i = 0; i < 100; i++) {
            var day = LocalDate.of(2020, 1, 1).plusDays(10L * i);
            assertThat(story.points(i))
                    .containsExactly(
                            "suspicion " + day, "first-visit " + day.plusDays(1), "treatment " + day.plusDays(2));
        }
        assertThat(story.findings()).isEmpty();
    }

    @Test
    void nothing_to_trace_gives_nothing() {
        var story = Story.of("");

        assertThat(story.traced().size()).isZero();
        assertThat(story.traced().findings().total()).isZero();
        assertThat(story.traced().findings().byKind()).isEqualTo(Map.of());
    }

    @Test
    void a_tracer_needs_a_thread() {
        assertThatThrownBy(() -> new Tracer(Examples.DEFINITIONS).threads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
        assertThat(new Tracer(Examples.DEFINITIONS)
                        .threads(1)
                        .trace(Timelines.of(Story.columns(List.of()), null, null))
                        .size())
                .isZero();
    }

    @Test
    void only_those_waiting_and_stale_are_open() {
        assertThat(EnumSet.allOf(State.class)).filteredOn(State::open).containsExactly(State.WAITING, State.STALE);
    }
}
