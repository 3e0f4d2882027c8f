package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// Facts of many patients, more than one batch and one thread take, and of patients who are traced again.
class FactsTest {
    private static final LocalDate FIRST = LocalDate.parse("2022-01-01");
    private static final int MANY = 60_000;
    private static final Tracer TRACER = new Tracer(Ward.DEFINITIONS).listingFindings();
    private static final TracedPathways CROWD = traced(crowd(MANY));

    /// Patients treated, gone and waiting by turns, in as many units as there are batches and more.
    private static List<CareEvent> crowd(int patients) {
        var events = new ArrayList<CareEvent>();
        for (int i = 0; i < patients; i++) {
            var prefix = i % 3 == 0 ? "VC0" : "VE0";
            var person = "p%06d".formatted(i);
            var start = FIRST.plusDays(i % 700);
            events.add(CareEvent.of(person, prefix + "10", start)
                    .at("0" + i % 4, "u" + i % 1500)
                    .bornIn(1930 + i % 90, i % 2 == 0 ? "F" : "M")
                    .livingIn("0" + i % 5));
            if (i % 7 > 1) {
                events.add(CareEvent.of(person, prefix + (i % 7 == 2 ? "78" : "50"), start.plusDays(i % 97))
                        .at("0" + i % 4, "u" + i % 1500));
            }
        }
        return events;
    }

    private static TracedPathways traced(List<CareEvent> events) {
        return TRACER.trace(Timelines.of(EventColumns.of(events), null, null));
    }

    private static void assertSame(Facts facts, TracedPathways traced, Question question) {
        assertThat(Answers.answer(facts, question, Optional.empty()))
                .isEqualTo(Answers.answer(traced, question, Optional.empty()));
    }

    @Test
    void many_patients_are_counted_as_one_by_one_however_few_or_many_the_groups() {
        var facts = Facts.of(CROWD);

        for (var by : List.of(
                List.<GroupKey>of(),
                List.of(GroupKey.SVF, GroupKey.REGION),
                List.of(GroupKey.SEX, GroupKey.AGE),
                List.of(GroupKey.MONTH),
                List.of(GroupKey.UNIT),
                List.of(GroupKey.UNIT, GroupKey.MONTH),
                List.of(GroupKey.QUARTER, GroupKey.HOME_REGION))) {
            for (var rule : CountBy.values()) {
                assertSame(
                        facts, CROWD, Question.leadTime().by(by).countBy(rule).build());
            }
        }
    }

    @Test
    void many_patients_are_filtered_as_one_by_one() {
        var facts = Facts.of(CROWD);

        for (var rule : CountBy.values()) {
            assertSame(
                    facts,
                    CROWD,
                    Question.leadTime()
                            .by(GroupKey.REGION, GroupKey.TREATMENT)
                            .only(GroupKey.AGE, "60-69", "70-79")
                            .only(GroupKey.SEX, "F")
                            .only(GroupKey.UNIT, "u1", "u77", "u1000")
                            .period(LocalDate.parse("2022-02-10"), LocalDate.parse("2023-05-05"))
                            .countBy(rule)
                            .build());
        }
    }

    @Test
    void the_longest_waits_are_counted_as_one_by_one_beside_short_ones() {
        var events = new ArrayList<CareEvent>();
        for (int i = 0; i < 4_000; i++) {
            var person = "p%06d".formatted(i);
            var unit = "u" + (i < 2_400 ? 0 : i % 200);
            events.add(CareEvent.of(person, "VC010", FIRST).at("01", unit));
            if (i % 5 > 0) {
                events.add(CareEvent.of(person, i % 5 == 1 ? "VC078" : "VC050", FIRST.plusDays(i % 1200))
                        .at("01", unit));
            }
        }
        var facts = Facts.of(traced(events));
        var changed = facts.with(
                traced(List.of(CareEvent.of("p000512", "VC010", FIRST).at("01", "u0"))),
                Set.of("p000512", "p000513", "p000514", "p003602"));

        for (var one : List.of(facts, changed)) {
            for (var by :
                    List.of(List.<GroupKey>of(), List.of(GroupKey.UNIT), List.of(GroupKey.UNIT, GroupKey.MONTH))) {
                assertSame(one, one.traced(), Question.leadTime().by(by).build());
                assertSame(
                        one, one.traced(), Question.leadTime().by(by).limit(300).build());
            }
        }
        assertThat(Answers.answer(facts, Question.leadTime().build(), Optional.empty())
                        .groups())
                .singleElement()
                .satisfies(group -> assertThat(group.histogram().longest()).hasValue(1199));
    }

    @Test
    void large_groups_of_long_waits_are_counted_beside_what_is_taken_away_from_them() {
        var events = new ArrayList<CareEvent>();
        var whom = new ArrayList<String>();
        for (int i = 0; i < 4_000; i++) {
            var person = "p%06d".formatted(i);
            int place = i < 1_023 ? 0 : i < 2_047 ? 1 : 2 + i % 198;
            events.add(CareEvent.of(person, "VC010", FIRST).at("01", "u" + place));
            events.add(
                    CareEvent.of(person, "VC050", FIRST.plusDays(400 + i % 100)).at("01", "u" + place));
            if (i % 3 > 0) {
                whom.add(person);
            }
        }
        var whole = Facts.of(traced(events));
        var changed = whole.with(
                traced(events.stream()
                        .filter(event -> event.person().endsWith("7") && whom.contains(event.person()))
                        .toList()),
                events.stream().map(CareEvent::person).filter(whom::contains).toList());
        var question = Question.leadTime().by(GroupKey.UNIT).limit(1).build();

        assertSame(whole, whole.traced(), question);
        assertSame(changed, changed.traced(), question);
        assertThat(Answers.answer(whole, question, Optional.empty()).groups())
                .extracting(Group::withLimit)
                .contains(1_023L, 1_024L);
    }

    @Test
    void a_change_of_many_persons_gives_the_facts_of_all() {
        var events = crowd(MANY);
        var early = events.subList(0, events.size() / 2);
        var late = events.subList(events.size() / 2, events.size());
        var whom = new ArrayList<String>();
        late.forEach(event -> whom.add(event.person()));
        var touched = events.stream()
                .filter(event -> event.person().compareTo(late.getFirst().person()) >= 0)
                .toList();

        var facts = Facts.of(traced(early)).with(traced(touched), whom);

        assertSame(
                facts,
                CROWD,
                Question.leadTime().by(GroupKey.SVF, GroupKey.QUARTER).build());
        assertThat(facts.bytes()).isEqualTo(Facts.of(CROWD).bytes());
    }

    @Test
    void a_change_of_one_person_keeps_the_columns_of_all_others() {
        var facts = Facts.of(CROWD);
        var question = Question.leadTime().by(GroupKey.SVF).build();
        var treated = List.of(
                CareEvent.of("p000001", "VE010", FIRST.plusDays(1)).at("01", "new"),
                CareEvent.of("p000001", "VE050", FIRST.plusDays(1000)).at("01", "new"));

        var after = facts.with(traced(treated), Set.of("p000001"));

        assertSame(after, after.traced(), question);
        assertSame(after, after.traced(), Question.leadTime().by(GroupKey.UNIT).build());
        assertThat(after.bytes() - facts.bytes()).isBetween(1L, 100L);
    }

    @Test
    void a_measure_between_other_points_is_laid_out_when_it_is_asked_for_and_kept_up() {
        var facts = Facts.of(Ward.traced("""
                anna VC010 2023-01-01
                anna specimen-taken 2023-01-05 01/A #r1
                anna pathology-reported 2023-01-12 01/A #r1
                """));
        var before = facts.bytes();
        var question = Question.leadTime()
                .measure("specimen-taken..pathology-reported")
                .build();

        assertThat(Answers.answer(facts, question, Optional.empty()).groups())
                .singleElement()
                .satisfies(group -> assertThat(group.mean()).hasValue(7));
        assertThat(facts.bytes()).isGreaterThan(before);
    }

    @Test
    void points_that_were_not_traced_cannot_be_asked_for() {
        var facts = Facts.of(new Tracer(Ward.DEFINITIONS)
                .withoutPoints()
                .trace(Timelines.of(EventColumns.of(crowd(3)), null, null)));

        assertThatThrownBy(() -> Answers.answer(
                        facts,
                        Question.leadTime().measure("suspicion..first-visit").build(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("suspicion..first-visit needs pathways that were traced with their points");
    }

    @Test
    void nobody_gives_no_group() {
        var facts = Facts.of(traced(List.of()));

        assertThat(Answers.answer(
                                facts, Question.leadTime().by(GroupKey.values()).build(), Optional.empty())
                        .groups())
                .isEmpty();
    }
}
