package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.Tracer;

/// Laws that hold for any patients and any question.
class AnswersPropertiesTest {
    private static final LocalDate FIRST = LocalDate.parse("2022-11-01");
    static final LocalDate AS_OF = LocalDate.parse("2023-08-01");
    private static final List<String> PREFIXES = List.of("VC0", "VE0", "VP8", "VB6", "VX0");
    private static final List<String> SUFFIXES =
            List.of("10", "10", "10", "25", "35", "44", "50", "52", "58", "60", "70", "72", "73", "74", "78", "91");
    private static final List<String> POINTS = List.of(
            "referral-received",
            "imaging-referral",
            "imaging-performed",
            "imaging-reported",
            "specimen-taken",
            "specimen-received",
            "pathology-reported");
    private static final List<String> MEASURES = List.of(
            "suspicion..treatment",
            "suspicion..first-visit",
            "specimen-taken..pathology-reported",
            "first-visit..treatment");

    @Provide
    Arbitrary<List<CareEvent>> events() {
        return Arbitraries.longs().map(seed -> events(new Random(seed)));
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.longs().map(seed -> question(new Random(seed)));
    }

    static List<CareEvent> events(Random random) {
        var events = new ArrayList<CareEvent>();
        for (int person = 0; person < 12; person++) {
            var prefix = PREFIXES.get(random.nextInt(PREFIXES.size()));
            int start = random.nextInt(200);
            events.add(event(person, prefix + "10", start, random));
            for (int i = random.nextInt(7); i > 0; i--) {
                var code = random.nextBoolean()
                        ? prefix + SUFFIXES.get(random.nextInt(SUFFIXES.size()))
                        : POINTS.get(random.nextInt(POINTS.size()));
                events.add(event(person, code, start + random.nextInt(90), random));
            }
        }
        // Each row is an event of its own: the order of an event's versions is meant to matter (rule 3).
        for (int i = 0; i < events.size(); i++) {
            events.set(i, events.get(i).named("s", "n" + i));
        }
        return events;
    }

    private static CareEvent event(int person, String code, int day, Random random) {
        return CareEvent.of("p" + person, code, FIRST.plusDays(Math.min(day, 270)))
                .at(
                        List.of("", "01", "12", "14").get(random.nextInt(4)),
                        List.of("", "A", "B").get(random.nextInt(3)))
                .livingIn(List.of("", "01", "03").get(random.nextInt(3)))
                .of("", List.of("", "r1", "r2").get(random.nextInt(3)))
                .bornIn(1930 + person * 7, person % 3 == 0 ? "" : person % 3 == 1 ? "F" : "M");
    }

    static Question question(Random random) {
        var builder = Question.leadTime()
                .measure(MEASURES.get(random.nextInt(MEASURES.size())))
                .countBy(random.nextBoolean() ? CountBy.END : CountBy.START)
                .by(random.ints(random.nextInt(4), 0, GroupKey.values().length)
                        .distinct()
                        .mapToObj(i -> GroupKey.values()[i])
                        .toList());
        if (random.nextBoolean()) {
            builder.limit(random.nextInt(60));
        }
        if (random.nextBoolean()) {
            builder.period(FIRST.plusDays(random.nextInt(150)), FIRST.plusDays(150 + random.nextInt(150)));
        }
        if (random.nextInt(3) == 0) {
            builder.only(GroupKey.REGION, "", "01");
        }
        return builder.build();
    }

    @Property(tries = 300)
    void the_groups_added_up_are_the_answer_without_groups(
            @ForAll("events") List<CareEvent> events, @ForAll("questions") Question question) {
        var traced = Ward.traced(events, AS_OF);

        var grouped = Answers.answer(traced, question, Optional.empty());
        var whole = Answers.answer(traced, question.but().by().build(), Optional.empty());

        assertThat(grouped.total()).isEqualTo(whole.total());
        assertThat(grouped.groups()).extracting(Group::key).doesNotHaveDuplicates();
        assertThat(grouped.groups())
                .extracting(group -> String.join("\u0000", group.key()) + "\u0000")
                .isSorted();
    }

    @Property(tries = 200)
    void the_order_of_rows_never_matters(
            @ForAll("events") List<CareEvent> events, @ForAll("questions") Question question, @ForAll long seed) {
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Answers.answer(Ward.traced(shuffled, AS_OF), question, Optional.empty()))
                .isEqualTo(Answers.answer(Ward.traced(events, AS_OF), question, Optional.empty()));
    }

    @Property(tries = 100)
    void persons_as_they_were_met_give_the_answers_of_persons_by_name(
            @ForAll("events") List<CareEvent> events, @ForAll("questions") Question question) {
        var half = EventColumns.of(events.subList(0, events.size() / 2));
        var rest = EventColumns.of(events.subList(events.size() / 2, events.size()));
        var met = Timelines.asMet(EventColumns.concat(List.of(half, rest)), null, AS_OF);

        assertThat(Answers.answer(new Tracer(Ward.DEFINITIONS).trace(met), question, Optional.empty()))
                .isEqualTo(Answers.answer(Ward.traced(events, AS_OF), question, Optional.empty()));
    }

    @Property(tries = 100)
    void the_number_of_threads_never_shows(
            @ForAll("events") List<CareEvent> events, @ForAll("questions") Question question) {
        var traced = Ward.traced(events, AS_OF);
        var expected = Optional.of(ExpectedCases.of(List.of(
                new ExpectedCases.Row("lungcancer", "01", 2022, 3), new ExpectedCases.Row("melanoma", "", 2023, 5))));

        assertThat(Answers.answer(traced, question, expected, 3))
                .isEqualTo(Answers.answer(traced, question, expected, 1));
    }

    @Property(tries = 200)
    void a_filter_gives_the_group_it_names(
            @ForAll("events") List<CareEvent> events, @ForAll("questions") Question question) {
        var traced = Ward.traced(events, AS_OF);
        for (var key : EnumSet.complementOf(EnumSet.of(GroupKey.REGION))) {
            for (var group : Answers.answer(traced, question.but().by(key).build(), Optional.empty())
                    .groups()) {
                var filtered =
                        question.but().by().only(key, Set.copyOf(group.key())).build();
                assertThat(Answers.answer(traced, filtered, Optional.empty()).total())
                        .contains(group.under(List.of()));
            }
        }
    }
}
