package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// Facts must give what counting the pathways one by one gives, whatever is asked and however they came about.
class FactsPropertiesTest {
    private static final Tracer TRACER = new Tracer(Ward.DEFINITIONS).listingFindings();
    private static final LocalDate FIRST = LocalDate.parse("2021-11-01");
    private static final int DAYS = 800;
    private static final List<String> PREFIXES = List.of("VC0", "VE0", "VP8", "VB6", "VX0", "VL2");
    private static final List<String> SUFFIXES = List.of(
            "05", "10", "10", "25", "35", "44", "50", "52", "58", "60", "70", "72", "73", "74", "78", "90", "91");
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
            "suspicion..treatment",
            "suspicion..treatment",
            "suspicion..first-visit",
            "specimen-taken..pathology-reported",
            "imaging-referral..imaging-reported",
            "suspected..suspicion",
            "first-visit..treatment");

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void facts_answer_as_counting_one_by_one_does(@ForAll long seed) {
        var random = new Random(seed);
        var log = new LinkedHashMap<String, CareEvent>();
        deliver(random, log);
        var traced = trace(log.values(), random.nextBoolean() ? null : FIRST.plusDays(random.nextInt(DAYS)));

        assertSameAnswers(Facts.of(traced), traced, random, 6);
    }

    @Property(tries = 700, edgeCases = EdgeCasesMode.NONE)
    void facts_of_touched_persons_put_in_answer_as_facts_made_anew(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int deliveries) {
        var random = new Random(seed);
        var log = new LinkedHashMap<String, CareEvent>();
        deliver(random, log);
        var asOf = random.nextInt(3) > 0 ? null : FIRST.plusDays(random.nextInt(DAYS));
        var facts = Facts.of(trace(log.values(), asOf));
        for (int delivery = 0; delivery < deliveries; delivery++) {
            assertSameAnswers(facts, facts.traced(), random, 1);
            var touched = deliver(random, log);
            var theirs = log.values().stream()
                    .filter(event -> touched.contains(event.person()))
                    .toList();
            facts = facts.with(trace(theirs, asOf), touched);
        }

        assertSameAnswers(facts, trace(log.values(), asOf), random, 3);
    }

    private static void assertSameAnswers(Facts facts, TracedPathways traced, Random random, int questions) {
        for (int i = 0; i < questions; i++) {
            var question = question(random, traced);
            var expected = random.nextBoolean() ? Optional.<ExpectedCases>empty() : Optional.of(cases(random));
            assertThat(Answers.answer(facts, question, expected))
                    .as(question.toString())
                    .isEqualTo(Answers.answer(traced, question, expected, 1));
        }
    }

    private static ExpectedCases cases(Random random) {
        return ExpectedCases.of(List.of(
                new ExpectedCases.Row("lungcancer", "01", 2022, random.nextInt(9)),
                new ExpectedCases.Row("melanoma", "", 2023, 5),
                new ExpectedCases.Row("melanoma", "03", 2021, 7)));
    }

    private static Question question(Random random, TracedPathways traced) {
        var keys = GroupKey.values();
        var builder = Question.leadTime()
                .measure(MEASURES.get(random.nextInt(MEASURES.size())))
                .countBy(random.nextBoolean() ? CountBy.END : CountBy.START)
                .minCount(random.nextInt(3))
                .by(random.ints(random.nextInt(5), 0, keys.length)
                        .distinct()
                        .mapToObj(i -> keys[i])
                        .toList());
        if (random.nextBoolean()) {
            builder.limit(random.nextInt(60));
        }
        if (random.nextBoolean()) {
            var from = FIRST.plusDays(random.nextInt(DAYS) - 50);
            builder.period(
                    random.nextInt(4) == 0 ? null : from,
                    random.nextInt(4) == 0 ? null : from.plusDays(random.nextInt(300)));
        }
        for (int filters = random.nextInt(4); filters > 0; filters--) {
            var key = keys[random.nextInt(keys.length)];
            builder.only(key, some(random, key, traced));
        }
        return builder.build();
    }

    /// Some of the values that occur, and one that does not.
    private static Set<String> some(Random random, GroupKey key, TracedPathways traced) {
        var values = new HashSet<>(Set.of("nowhere"));
        for (var group : Answers.answer(traced, Question.leadTime().by(key).build(), Optional.empty(), 1)
                .groups()) {
            if (random.nextBoolean()) {
                values.add(group.key().getFirst());
            }
        }
        return values;
    }

    /// New events, changed ones and some taken away; gives the persons touched.
    private static Set<String> deliver(Random random, Map<String, CareEvent> log) {
        var touched = new HashSet<String>();
        for (int person = random.nextInt(9); person >= 0; person--) {
            follow(random, "p" + random.nextInt(25), log, touched);
        }
        for (var id : List.copyOf(log.keySet())) {
            var event = log.get(id);
            if (event != null && random.nextInt(20) == 0) {
                touched.add(event.person());
                log.remove(id);
            }
        }
        return touched;
    }

    private static void follow(Random random, String person, Map<String, CareEvent> log, Set<String> touched) {
        var prefix = PREFIXES.get(random.nextInt(PREFIXES.size()));
        int start = random.nextInt(DAYS - 250);
        put(random, person, prefix + "10", start, log, touched);
        for (int i = random.nextInt(8); i > 0; i--) {
            var code = random.nextBoolean()
                    ? prefix + SUFFIXES.get(random.nextInt(SUFFIXES.size()))
                    : POINTS.get(random.nextInt(POINTS.size()));
            put(random, person, code, start + random.nextInt(random.nextInt(10) == 0 ? 250 : 80), log, touched);
        }
    }

    private static void put(
            Random random, String person, String code, int day, Map<String, CareEvent> log, Set<String> touched) {
        var event = CareEvent.of(person, code, FIRST.plusDays(day))
                .at(
                        List.of("", "01", "12", "14", "x" + random.nextInt(40)).get(random.nextInt(5)),
                        List.of("", "A", "B", "u" + random.nextInt(40)).get(random.nextInt(4)))
                .livingIn(List.of("", "01", "03", "h" + random.nextInt(40)).get(random.nextInt(4)))
                .of("", List.of("", "r1", "r2").get(random.nextInt(3)))
                .bornIn(
                        random.nextInt(9) == 0 ? null : 1925 + random.nextInt(98),
                        List.of("", "F", "M").get(random.nextInt(3)));
        var id = random.nextInt(20) == 0 ? "moving" + random.nextInt(3) : person + "-" + random.nextInt(12);
        var before = log.put(id, event.named("s", id));
        if (before != null) {
            touched.add(before.person());
        }
        touched.add(person);
    }

    private static TracedPathways trace(Iterable<CareEvent> events, @Nullable LocalDate asOf) {
        var columns = EventColumns.builder();
        events.forEach(columns::add);
        return TRACER.trace(Timelines.of(columns.build(), null, asOf));
    }
}
