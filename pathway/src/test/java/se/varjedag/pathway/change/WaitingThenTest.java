package se.varjedag.pathway.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.RandomPatients;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// Who waited then is what an answer as of then says, also of patients in whom everything goes wrong.
class WaitingThenTest {
    private static final Question LEAD_TIME = Question.leadTime().build();
    private static final List<String> REGIONS = List.of("", "01", "14", "24");
    private static final List<String> MEASURES = List.of(
            "suspicion..treatment", "suspected..treatment", "suspicion..mdt", "specimen-taken..pathology-reported");

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void who_waited_then_is_what_the_answer_as_of_that_day_says(@ForAll long seed) {
        var random = new Random(seed);
        var patients = new RandomPatients(seed);
        var events = patients.some();
        var latest = random.nextBoolean() ? null : patients.asOf(events);
        var traced = traced(events, latest);
        if (traced.timelines().rows() == 0) {
            return;
        }
        var question = question(random);
        var days = new ArrayList<LocalDate>();
        for (int back = 0; back < 5; back++) {
            days.add(LocalDate.ofEpochDay(traced.asOf()).minusDays(back * (long) random.nextInt(60)));
        }

        var earlier = new EarlierDays(traced);
        earlier.waiting(question(random), days);

        for (var then : earlier.waiting(question, days)) {
            var group = Answers.answer(traced(events, then.day()), question, Optional.empty())
                    .total();
            assertThat(then.waiting())
                    .as("%s %s", then.day(), question)
                    .isEqualTo(group.map(g -> g.waiting()).orElse(0L));
            assertThat(then.stale())
                    .as("%s %s", then.day(), question)
                    .isEqualTo(group.map(g -> g.waitingStale()).orElse(0L));
            assertThat(then.withLimit())
                    .isEqualTo(group.map(g -> g.waitingLimits().withLimit()).orElse(0L));
            assertThat(then.withLimit() - then.overLimit())
                    .isEqualTo(group.map(g -> g.waitingLimits().within()).orElse(0L));
        }
    }

    @Test
    void one_who_has_been_treated_since_waited_then_and_one_not_heard_of_is_told_apart() {
        var traced = traced(
                List.of(
                        event("a", "VC010", "2023-01-10"),
                        event("a", "VC050", "2023-03-20"),
                        event("b", "VC010", "2023-01-20"),
                        event("c", "VC010", "2023-02-10"),
                        event("c", "VC070", "2023-02-20")),
                null);

        assertThat(new EarlierDays(traced)
                        .waiting(LEAD_TIME, days("2023-01-31", "2023-02-15", "2023-02-28", "2023-03-20")))
                .extracting(WaitingThen::waiting)
                .containsExactly(2L, 3L, 2L, 1L);
        var later = traced(List.of(event("b", "VC010", "2023-01-20")), LocalDate.of(2023, 12, 31));
        assertThat(new EarlierDays(later).waiting(LEAD_TIME, days("2023-07-18", "2023-07-19")))
                .extracting(WaitingThen::waiting, WaitingThen::stale)
                .containsExactly(tuple(1L, 0L), tuple(0L, 1L));
    }

    @Test
    void a_day_is_traced_once_for_any_selection() {
        var traced = traced(List.of(event("a", "VC010", "2023-01-10"), event("b", "VC010", "2023-01-20")), null);
        var earlier = new EarlierDays(traced);
        var day = LocalDate.of(2023, 1, 15);

        var then = earlier.then(day);
        earlier.waiting(LEAD_TIME, List.of(day));

        assertThat(earlier.then(day)).isSameAs(then);
        assertThat(then.size()).isEqualTo(1);
    }

    @Test
    void what_is_counted_where_it_begins_or_in_groups_and_a_day_to_come_are_refused() {
        var traced = traced(List.of(event("a", "VC010", "2023-01-10")), LocalDate.of(2023, 2, 1));
        var earlier = new EarlierDays(traced);

        assertThatThrownBy(() -> earlier.waiting(
                        Question.leadTime().countBy(CountBy.START).build(), days("2023-01-31")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        earlier.waiting(Question.leadTime().by(GroupKey.REGION).build(), days("2023-01-31")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> earlier.waiting(LEAD_TIME, days("2023-02-02")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Question question(Random random) {
        var question = Question.leadTime().measure(MEASURES.get(random.nextInt(MEASURES.size())));
        if (random.nextBoolean()) {
            question.limit(random.nextInt(60));
        }
        if (random.nextInt(3) == 0) {
            question.only(GroupKey.REGION, REGIONS.get(random.nextInt(REGIONS.size())));
        }
        if (random.nextInt(3) == 0) {
            question.only(GroupKey.HOME_REGION, REGIONS.get(random.nextInt(REGIONS.size())));
        }
        if (random.nextInt(4) == 0) {
            question.only(GroupKey.SEX, "F");
        }
        return question.build();
    }

    private static TracedPathways traced(List<CareEvent> events, @Nullable LocalDate asOf) {
        return new Tracer(Definitions.shipped()).trace(Timelines.of(EventColumns.of(events), null, asOf));
    }

    private static CareEvent event(String person, String code, String day) {
        return CareEvent.of(person, code, LocalDate.parse(day));
    }

    private static List<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).toList();
    }
}
