package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.trace.TracedPathways;

/// More groups, and more waits, than anything makes room for at first.
class ManyGroupsTest {
    private static final int UNITS = 300;
    private static final LocalDate AS_OF = LocalDate.parse("2023-12-31");

    /// One patient per unit: treated, left, waiting and stale by turns, treated after as many days as the
    /// unit's number.
    private static TracedPathways oneEach() {
        var events = new ArrayList<CareEvent>();
        for (int unit = 0; unit < UNITS; unit++) {
            var place = "u%03d".formatted(unit);
            var start = unit % 4 == 2 ? LocalDate.parse("2023-12-01") : LocalDate.parse("2023-01-01");
            events.add(CareEvent.of(place, "VC010", start).at("01", place));
            if (unit % 4 < 2) {
                events.add(CareEvent.of(place, unit % 4 == 0 ? "VC050" : "VC078", start.plusDays(unit))
                        .at("01", place));
            }
        }
        return Ward.traced(events, AS_OF);
    }

    @Test
    void each_of_many_groups_keeps_its_own_counts() {
        for (int threads = 1; threads <= 2; threads++) {
            var question = Question.leadTime().by(GroupKey.UNIT).limit(100).build();
            var groups = Answers.answer(oneEach(), question, Optional.empty(), threads)
                    .groups();

            assertThat(groups).hasSize(UNITS);
            for (int unit = 0; unit < UNITS; unit++) {
                var group = groups.get(unit);
                assertThat(group.key()).containsExactly("u%03d".formatted(unit));
                assertThat(group.everybody()).isEqualTo(1);
                switch (unit % 4) {
                    case 0 -> {
                        assertThat(group.mean()).hasValue(unit);
                        assertThat(group.overtimeDays()).hasValue(Math.max(0, unit - 100));
                    }
                    case 1 -> assertThat(group.left()).isEqualTo(1);
                    case 2 -> assertThat(group.waiting()).isEqualTo(1);
                    default -> assertThat(group.waitingStale()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void many_groups_may_hold_nobody_but_stale_pathways() {
        var events = new ArrayList<CareEvent>();
        for (int unit = 0; unit < UNITS; unit++) {
            var place = "u%03d".formatted(unit);
            events.add(
                    CareEvent.of(place, "VC010", LocalDate.parse("2023-01-01")).at("01", place));
        }
        var traced = Ward.traced(events, AS_OF);
        for (int threads = 1; threads <= 2; threads++) {
            var question = Question.leadTime().by(GroupKey.UNIT).build();
            assertThat(Answers.answer(traced, question, Optional.empty(), threads)
                            .groups())
                    .hasSize(UNITS)
                    .allMatch(group -> group.waitingStale() == 1 && group.everybody() == 1);
        }
    }

    @Test
    void each_of_many_steps_keeps_its_own_sums() {
        var sums = Steps.of(
                oneEach(), Question.leadTime().by(GroupKey.UNIT).limit(1000).build());

        assertThat(sums).hasSize(UNITS / 2);
        for (var sum : sums) {
            int unit = Integer.parseInt(sum.key().getFirst().substring(1));
            assertThat(sum.days()).isEqualTo(unit % 4 == 0 ? unit : 30);
            assertThat(sum.patients()).isEqualTo(1);
        }
    }

    @Test
    void one_pathway_may_hold_many_pairs() {
        var events = new ArrayList<CareEvent>();
        events.add(CareEvent.of("a", "VC010", AS_OF.minusDays(150)));
        for (int specimen = 0; specimen < 100; specimen++) {
            var ref = "r%03d".formatted(specimen);
            events.add(CareEvent.of("a", "specimen-taken", AS_OF.minusDays(140)).of("", ref));
            events.add(CareEvent.of("a", "pathology-reported", AS_OF.minusDays(140 - specimen))
                    .of("", ref));
        }

        var group = Ward.only(
                Ward.traced(events, AS_OF), Question.leadTime().measure("specimen-taken..pathology-reported"));

        assertThat(group.n()).isEqualTo(100);
        assertThat(group.histogram().days()).isEqualTo(99 * 100 / 2);
    }
}
