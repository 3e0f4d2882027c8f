package se.varjedag.pathway.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.measure.Ward;
import se.varjedag.pathway.trace.TracedPathways;

/// Laws of what if that hold for any patients, any question and any change.
class WhatIfPropertiesTest {
    private static final LocalDate FIRST = LocalDate.parse("2022-11-01");
    private static final LocalDate AS_OF = LocalDate.parse("2023-08-01");
    private static final List<String> POINTS = List.of(
            "25",
            "35",
            "44",
            "referral-received",
            "imaging-referral",
            "imaging-performed",
            "imaging-reported",
            "specimen-taken",
            "specimen-received",
            "pathology-reported");
    private static final List<String> ENDS = List.of("50", "50", "52", "54", "58", "74", "");

    private static TracedPathways patients(Random random) {
        var events = new ArrayList<CareEvent>();
        for (int person = 0; person < 80; person++) {
            var prefix = random.nextInt(4) == 0 ? "VX0" : "VC0";
            int day = random.nextInt(150);
            add(events, person, prefix + "10", day, random);
            for (int i = random.nextInt(8); i > 0; i--) {
                var point = POINTS.get(random.nextInt(POINTS.size()));
                day += random.nextInt(15);
                add(events, person, point.length() == 2 ? prefix + point : point, day, random);
            }
            var end = ENDS.get(random.nextInt(ENDS.size()));
            if (!end.isEmpty()) {
                add(events, person, prefix + end, day + random.nextInt(30), random);
            }
        }
        for (int i = 0; i < events.size(); i++) {
            events.set(i, events.get(i).named("s", "n" + i));
        }
        return Ward.traced(events, AS_OF);
    }

    private static void add(List<CareEvent> events, int person, String code, int day, Random random) {
        events.add(CareEvent.of("p" + person, code, FIRST.plusDays(Math.min(day, 270)))
                .at(
                        List.of("01", "12").get(random.nextInt(2)),
                        List.of("A", "B").get(random.nextInt(2)))
                .of("", List.of("", "", "r2").get(random.nextInt(3))));
    }

    private static Question question(Random random) {
        var question = Question.leadTime().countBy(random.nextBoolean() ? CountBy.END : CountBy.START);
        if (random.nextBoolean()) {
            question.period(FIRST.plusDays(random.nextInt(100)), FIRST.plusDays(150 + random.nextInt(100)));
        }
        if (random.nextInt(3) == 0) {
            question.only(GroupKey.REGION, "01");
        }
        return question.build();
    }

    private static Change cut(Random random) {
        var points = List.of(
                MeasuringPoint.SUSPICION,
                MeasuringPoint.REFERRAL_RECEIVED,
                MeasuringPoint.FIRST_VISIT,
                MeasuringPoint.MDT,
                MeasuringPoint.IMAGING_REFERRAL,
                MeasuringPoint.IMAGING_REPORTED,
                MeasuringPoint.SPECIMEN_TAKEN,
                MeasuringPoint.PATHOLOGY_REPORTED,
                MeasuringPoint.TREATMENT);
        var from = points.get(random.nextInt(points.size() - 1));
        var to = points.get(1 + random.nextInt(points.size() - 1));
        return switch (random.nextInt(4)) {
            case 0 -> new Change.AtAllowance(from, to);
            case 1 -> new Change.AtMost(from, to, random.nextInt(20));
            case 2 -> new Change.AsBestRegion(from, to);
            default ->
                new Change.MoreCapacity(
                        Work.values()[random.nextInt(3)], random.nextBoolean() ? "A" : "B", random.nextInt(120));
        };
    }

    @Property(tries = 200)
    void nothing_otherwise_gives_exactly_the_answer(@ForAll long seed) {
        var random = new Random(seed);
        var traced = patients(random);
        var question = question(random);

        var effect = new WhatIf(traced, question).with(new Change.Nothing());

        Answers.answer(traced, question, Optional.empty()).total().ifPresent(answer -> {
            assertThat(effect.limits()).isEqualTo(answer.limits());
            assertThat(effect.waitingLimits()).isEqualTo(answer.waitingLimits());
            assertThat(effect.days().n()).isEqualTo(answer.n());
            assertThat(effect.days().waiting()).isEqualTo(answer.waiting());
            assertThat(effect.days().days()).isEqualTo(answer.histogram().days());
            assertThat(effect.days().quantile(0.5)).isEqualTo(answer.median());
        });
        assertThat(effect.moved()).isZero();
        assertThat(effect.saved().squares()).isZero();
    }

    @Property(tries = 200)
    void another_limit_gives_the_answer_with_that_limit(@ForAll long seed) {
        var random = new Random(seed);
        var traced = patients(random);
        var question = question(random);
        int limit = random.nextInt(60);

        var effect = new WhatIf(traced, question).with(new Change.OtherLimit(limit));

        Answers.answer(traced, question.but().limit(limit).build(), Optional.empty())
                .total()
                .ifPresent(answer -> {
                    assertThat(effect.limits()).isEqualTo(answer.limits());
                    assertThat(effect.waitingLimits()).isEqualTo(answer.waitingLimits());
                    assertThat(effect.days().quantile(0.5)).isEqualTo(answer.median());
                });
    }

    @Property(tries = 400)
    void a_cut_never_adds_a_day_to_anyone(@ForAll long seed) {
        var random = new Random(seed);
        var traced = patients(random);
        var question = question(random);
        var whatIf = new WhatIf(traced, question);
        var now = whatIf.with(new Change.Nothing());

        var then = whatIf.with(cut(random));

        assertThat(then.days().n()).isEqualTo(now.days().n());
        assertThat(then.days().days()).isLessThanOrEqualTo(now.days().days());
        assertThat(then.limits().overtimeDays())
                .isLessThanOrEqualTo(now.limits().overtimeDays());
        assertThat(then.limits().within()).isGreaterThanOrEqualTo(now.limits().within());
        assertThat(then.saved().sum())
                .isEqualTo(now.limits().overtimeDays() - then.limits().overtimeDays());
        assertThat(then.within().sum())
                .isEqualTo(then.limits().within() - now.limits().within());
        assertThat(then.within().squares()).isEqualTo(then.within().sum());
        assertThat(then.waitingLimits()).isEqualTo(now.waitingLimits());
        for (int day = 0; day < 300; day++) {
            assertThat(then.days().within(day))
                    .isGreaterThanOrEqualTo(now.days().within(day));
        }
    }

    @Property(tries = 200)
    void no_more_capacity_moves_nobody_and_more_never_makes_the_queue_longer(@ForAll long seed) {
        var random = new Random(seed);
        var traced = patients(random);
        var whatIf = new WhatIf(traced, question(random));
        var work = Work.values()[random.nextInt(3)];

        var same = whatIf.with(new Change.MoreCapacity(work, "A", 0));
        var some = whatIf.with(new Change.MoreCapacity(work, "A", 30));

        assertThat(same.moved()).isZero();
        assertThat(same.days()).isEqualTo(whatIf.with(new Change.Nothing()).days());
        var queue = some.queue();
        assertThat(queue).isNotNull();
        assertThat(queue.meanDaysThen()).isLessThanOrEqualTo(queue.meanDays());
        assertThat(queue.jobs())
                .isEqualTo(same.queue() == null ? -1 : same.queue().jobs());
    }

    private static List<Change> several(Random random) {
        return Stream.generate(() -> cut(random)).limit(1 + random.nextInt(4)).toList();
    }

    @Property(tries = 200)
    void with_nothing_beside_it_or_itself_once_more_a_change_is_what_it_is_alone(@ForAll long seed) {
        var random = new Random(seed);
        var whatIf = new WhatIf(patients(random), question(random));
        var change = random.nextInt(4) == 0 ? new Change.OtherLimit(random.nextInt(60)) : cut(random);
        var alone = whatIf.with(change);

        assertSame(whatIf.with(new Change.Together(List.of(change))), alone);
        assertSame(whatIf.with(new Change.Together(List.of(new Change.Nothing(), change))), alone);
        assertSame(whatIf.with(new Change.Together(List.of(change, change))), alone);
        assertSame(whatIf.with(new Change.Together(List.of())), whatIf.with(new Change.Nothing()));
    }

    @Property(tries = 200)
    void the_order_of_changes_says_nothing(@ForAll long seed) {
        var random = new Random(seed);
        var whatIf = new WhatIf(patients(random), question(random));
        var changes = new ArrayList<>(several(random));
        changes.add(new Change.OtherLimit(random.nextInt(60)));
        changes.add(new Change.OtherLimit(random.nextInt(60)));
        var one = whatIf.with(new Change.Together(changes));

        Collections.shuffle(changes, random);

        assertSame(whatIf.with(new Change.Together(changes)), one);
        assertSame(
                whatIf.with(new Change.Together(List.of(
                        new Change.Together(changes.subList(0, 2)),
                        new Change.Together(changes.subList(2, changes.size()))))),
                one);
    }

    @Property(tries = 400)
    void together_cuts_save_at_least_what_each_of_them_saves_alone(@ForAll long seed) {
        var random = new Random(seed);
        var whatIf = new WhatIf(patients(random), question(random));
        var changes = several(random);

        var together = whatIf.with(new Change.Together(changes));

        for (var change : changes) {
            var alone = whatIf.with(change);
            assertThat(together.saved().sum())
                    .isGreaterThanOrEqualTo(alone.saved().sum());
            assertThat(together.within().sum())
                    .isGreaterThanOrEqualTo(alone.within().sum());
            assertThat(together.moved()).isGreaterThanOrEqualTo(alone.moved());
            for (int day = 0; day < 300; day++) {
                assertThat(together.days().within(day))
                        .isGreaterThanOrEqualTo(alone.days().within(day));
            }
        }
    }

    @Property(tries = 200)
    void a_limit_beside_cuts_is_that_limit_for_the_days_that_they_leave(@ForAll long seed) {
        var random = new Random(seed);
        var whatIf = new WhatIf(patients(random), question(random));
        var change = cut(random);
        int limit = random.nextInt(60);

        var cut = whatIf.with(change);
        var both = whatIf.with(new Change.Together(List.of(new Change.OtherLimit(limit), change)));

        assertThat(both.days()).isEqualTo(cut.days());
        assertThat(both.moved()).isEqualTo(cut.moved());
        assertThat(both.limits().within()).isEqualTo(cut.days().within(limit));
        assertThat(both.waitingLimits())
                .isEqualTo(whatIf.with(new Change.OtherLimit(limit)).waitingLimits());
    }

    @Property(tries = 200)
    void a_step_of_fewer_days_never_saves_less(@ForAll long seed) {
        var random = new Random(seed);
        var whatIf = new WhatIf(patients(random), question(random));
        var step = whatIf.takenSteps().stream().findFirst();
        if (step.isPresent()) {
            var none =
                    whatIf.with(new Change.AtMost(step.get().from(), step.get().to(), 0));
            var some =
                    whatIf.with(new Change.AtMost(step.get().from(), step.get().to(), 5));
            var many =
                    whatIf.with(new Change.AtMost(step.get().from(), step.get().to(), 1000));

            assertThat(many.moved()).isZero();
            assertThat(some.days().days())
                    .isBetween(none.days().days(), many.days().days());
        }
    }

    private static void assertSame(Effect one, Effect other) {
        assertThat(one)
                .usingRecursiveComparison()
                .ignoringFields("models", "queue")
                .isEqualTo(other);
    }
}
