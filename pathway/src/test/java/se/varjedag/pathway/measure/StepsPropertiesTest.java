package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.trace.TracedPathways;

/// Steps add up, for any patients and any question.
class StepsPropertiesTest {

    @Provide
    Arbitrary<List<CareEvent>> events() {
        return Arbitraries.longs().map(seed -> AnswersPropertiesTest.events(new Random(seed)));
    }

    /// Questions about the whole lead time, narrowed by any keys to values that occur and to some that do not.
    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.longs().map(seed -> {
            var random = new Random(seed);
            var question = AnswersPropertiesTest.question(random).but().measure("suspicion..treatment");
            var values = List.of("", "01", "12", "A", "lungcancer", "surgery", "F", "50-59", "2023", "44", "syd");
            for (var key : GroupKey.values()) {
                if (random.nextInt(12) == 0) {
                    question.only(
                            key,
                            values.stream()
                                    .filter(value -> random.nextInt(3) > 0)
                                    .toList());
                }
            }
            return question.build();
        });
    }

    private static TracedPathways traced(List<CareEvent> events) {
        return Ward.traced(events, AnswersPropertiesTest.AS_OF);
    }

    private static long overtime(Group group) {
        return group.limits().overtimeDays() + group.waitingLimits().overtimeDays();
    }

    @Property(tries = 500)
    void overtime_by_step_and_what_is_not_measured_are_the_overtime_of_the_answer(
            @ForAll("events") List<CareEvent> events, @ForAll("questions") Question question) {
        var traced = traced(events);

        var steps = Steps.of(traced, question);

        var groups = Answers.answer(traced, question, Optional.empty()).groups();
        for (var group : groups) {
            var own = steps.stream()
                    .filter(step -> step.key().equals(group.key()))
                    .toList();
            assertThat(own.stream().mapToLong(StepSum::overtimeDays).sum()).isEqualTo(overtime(group));
            assertThat(own.stream().mapToLong(StepSum::days).sum())
                    .isEqualTo(group.histogram().days() + group.histogram().overtime(DayHistogram.Outcome.WAITING, 0));
        }
        assertThat(steps)
                .extracting(StepSum::key)
                .isSubsetOf(groups.stream().map(Group::key).toList());
        assertThat(steps)
                .allMatch(step -> step.step() instanceof Step.NotMeasured || step.overtimeDays() <= step.days());
    }

    @Property(tries = 300)
    void the_units_of_a_step_add_up_to_the_step(
            @ForAll("events") List<CareEvent> events, @ForAll("questions") Question question) {
        var traced = traced(events);

        var byUnit = Steps.byUnit(traced, question);

        assertThat(sums(byUnit, 1)).isEqualTo(sums(Steps.of(traced, question), 0));
        assertThat(Steps.of(traced, question, true, 3)).isEqualTo(byUnit);
    }

    /// Days, overtime and patients of each step, with the last parts of the key left out.
    private static Map<List<Object>, List<Long>> sums(List<StepSum> steps, int leftOut) {
        return steps.stream()
                .collect(Collectors.toMap(
                        sum -> List.of(sum.key().subList(0, sum.key().size() - leftOut), sum.svf(), sum.step()),
                        sum -> List.of(sum.days(), sum.overtimeDays(), sum.patients()),
                        (one, other) -> List.of(
                                one.get(0) + other.get(0), one.get(1) + other.get(1), one.get(2) + other.get(2))));
    }

    @Property(tries = 300)
    void a_step_seen_closely_is_the_step_of_the_table(
            @ForAll("events") List<CareEvent> events, @ForAll("questions") Question question) {
        var traced = traced(events);
        var whole = question.but().by().build();
        var bySteps = Steps.of(traced, whole).stream()
                .filter(sum -> !(sum.step() instanceof Step.NotMeasured))
                .collect(Collectors.groupingBy(StepSum::step));

        bySteps.forEach((step, sums) -> {
            var seen = Bottleneck.of(traced, whole, step, Optional.empty());
            var outcome =
                    step instanceof Step.WaitingAfter ? DayHistogram.Outcome.WAITING : DayHistogram.Outcome.REACHED;
            assertThat(seen.days().count(outcome))
                    .isEqualTo(sums.stream().mapToLong(StepSum::patients).sum())
                    .isEqualTo(seen.units().stream()
                            .mapToLong(Bottleneck.Unit::patients)
                            .sum());
            assertThat(seen.days().overtime(outcome, 0))
                    .isEqualTo(sums.stream().mapToLong(StepSum::days).sum())
                    .isEqualTo(seen.units().stream()
                            .mapToLong(Bottleneck.Unit::days)
                            .sum());
            assertThat(seen.overtimeDays())
                    .isEqualTo(sums.stream().mapToLong(StepSum::overtimeDays).sum())
                    .isEqualTo(seen.units().stream()
                            .mapToLong(Bottleneck.Unit::overtimeDays)
                            .sum())
                    .isEqualTo(seen.late().stream()
                            .mapToLong(Bottleneck.Late::placed)
                            .sum());
            assertThat(seen.late()).allMatch(late -> late.placed() <= late.overtime() && late.placed() <= late.days());
            assertThat(seen.late()).allMatch(late -> late.decisive() || late.placed() < late.overtime());
        });
    }

    @Property(tries = 300)
    void the_bands_add_up_to_those_with_a_limit_and_to_their_overtime(
            @ForAll("events") List<CareEvent> events, @ForAll("questions") Question question) {
        var traced = traced(events);
        var keys = new ArrayList<>(question.by());
        keys.remove(GroupKey.LIMIT);
        var by = question.but().by(keys).build();
        keys.add(keys.size() / 2, GroupKey.LIMIT);

        var bands =
                OvertimeBands.of(Answers.answer(traced, question.but().by(keys).build(), Optional.empty()));

        for (var group : Answers.answer(traced, by, Optional.empty()).groups()) {
            var own = bands.get(group.key());
            assertThat(own.patients()).isEqualTo(group.withLimit());
            assertThat(own.counts().getFirst().patients()).isEqualTo(group.within());
            assertThat(own.counts().stream()
                            .mapToLong(OvertimeBands.Count::overtimeDays)
                            .sum())
                    .isEqualTo(group.limits().overtimeDays());
        }
    }

    @Property(tries = 300)
    void a_queue_changes_by_those_who_come_and_those_who_go(
            @ForAll("events") List<CareEvent> events, @ForAll("questions") Question question) {
        var traced = traced(events);
        for (var measure :
                List.of("first-visit..mdt", "specimen-taken..pathology-reported", "suspicion..first-visit")) {
            var asked = question.but().measure(measure).by().build();

            var queue = Queue.of(traced, asked, 8);

            assertThat(queue.weeks()).hasSize(8);
            assertThat(queue.weeks().getLast().monday().plusDays(6))
                    .isBetween(LocalDate.ofEpochDay(traced.asOf() - 6L), LocalDate.ofEpochDay(traced.asOf()));
            for (int i = 1; i < 8; i++) {
                var week = queue.weeks().get(i);
                assertThat(week.queue())
                        .isEqualTo(queue.weeks().get(i - 1).queue() + week.in() - week.out() - week.without());
                assertThat(week.queue()).isNotNegative();
            }
            var waiting = Answers.answer(
                            traced, asked.but().countBy(CountBy.END).build(), Optional.empty())
                    .total()
                    .map(Group::waiting)
                    .orElse(0L);
            assertThat(queue.waiting().n())
                    .as("those who went on without the point do not wait for it")
                    .isLessThanOrEqualTo(waiting);
        }
    }
}
