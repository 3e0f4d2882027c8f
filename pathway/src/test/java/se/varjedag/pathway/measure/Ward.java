package se.varjedag.pathway.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// A few patients written as lines, `person code date`, then where it matters `region/unit`, `#ref`,
/// `>pathway`, `home=12`, `sex=F`, `born=1950`; and the definitions they are followed by. The numbers are
/// made up.
public final class Ward {

    public static final Definitions DEFINITIONS = Definitions.of(Map.copyOf(files()));

    private Ward() {}

    public static TracedPathways traced(String lines) {
        return traced(lines, null);
    }

    public static TracedPathways traced(String lines, @Nullable String asOf) {
        var events =
                lines.lines().filter(line -> !line.isBlank()).map(Ward::event).toList();
        return traced(events, asOf == null ? null : LocalDate.parse(asOf));
    }

    public static TracedPathways traced(List<CareEvent> events, @Nullable LocalDate asOf) {
        var columns = EventColumns.builder();
        events.forEach(columns::add);
        return new Tracer(DEFINITIONS).trace(Timelines.of(columns.build(), null, asOf));
    }

    /// The answer as CSV lines without the first.
    static List<String> ask(TracedPathways traced, Question.Builder question) {
        return lines(Answers.answer(traced, question.build(), Optional.empty()));
    }

    static List<String> lines(Answer answer) {
        try {
            var text = new StringBuilder();
            AnswerCsv.write(answer, text);
            return text.toString().lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The keys of the groups, each with its counts: `01: n 2 waiting 1`. Counts of nobody are left out.
    static List<String> counts(TracedPathways traced, Question.Builder question) {
        var counts = new ArrayList<String>();
        for (var group :
                Answers.answer(traced, question.build(), Optional.empty()).groups()) {
            var text = new StringBuilder(String.join(" ", group.key())).append(':');
            count(text, "n", group.n());
            count(text, "waiting", group.waiting());
            count(text, "stale", group.waitingStale());
            count(text, "left", group.left());
            counts.add(text.toString());
        }
        return counts;
    }

    /// The days of those who reached the end: `10 10 30`.
    static String days(TracedPathways traced, Question.Builder question) {
        var days = new ArrayList<String>();
        Answers.answer(traced, question.build(), Optional.empty())
                .groups()
                .forEach(group -> group.histogram().each(DayHistogram.Outcome.REACHED, (day, count) -> {
                    for (long i = 0; i < count; i++) {
                        days.add(Integer.toString(day));
                    }
                }));
        return String.join(" ", days);
    }

    static Group only(TracedPathways traced, Question.Builder question) {
        var groups = Answers.answer(traced, question.build(), Optional.empty()).groups();
        if (groups.size() != 1) {
            throw new AssertionError("One group was expected, not " + groups);
        }
        return groups.getFirst();
    }

    private static void count(StringBuilder text, String name, long count) {
        if (count > 0) {
            text.append(' ').append(name).append(' ').append(count);
        }
    }

    private static CareEvent event(String line) {
        var words = line.strip().split("\\s+");
        var event = CareEvent.of(words[0], words[1], LocalDate.parse(words[2]));
        for (int i = 3; i < words.length; i++) {
            var word = words[i];
            var value = word.substring(Math.max(0, word.indexOf('=')) + 1);
            if (word.startsWith("#")) {
                event = event.of(event.pathway(), word.substring(1));
            } else if (word.startsWith(">")) {
                event = event.of(word.substring(1), event.ref());
            } else if (word.startsWith("home=")) {
                event = event.livingIn(value);
            } else if (word.startsWith("born=")) {
                event = event.bornIn(Integer.valueOf(value), event.sex());
            } else if (word.startsWith("sex=")) {
                event = event.bornIn(event.born(), value);
            } else {
                int slash = word.indexOf('/');
                event = event.at(word.substring(0, slash), word.substring(slash + 1));
            }
        }
        return event;
    }

    private static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        define(files, "lungcancer", """
                codes: {prefix: VC0}
                limits:
                  - {treatment: [surgery, radiotherapy, other], days: 44, valid-from: 2016-01-01}
                  - {treatment: [drug], days: 40, valid-from: 2016-01-01, valid-to: 2022-12-31}
                  - {treatment: [drug], days: 41, valid-from: 2023-01-01}
                  - {treatment: [palliative], days: 30, valid-from: 2016-01-01, assumed: true}
                  - {treatment: [expectancy], days: 7, valid-from: 2016-01-01, kind: target}
                steps:
                  - {from: suspicion, to: referral-received, days: 2, valid-from: 2016-01-01}
                  - {from: referral-received, to: first-visit, days: 3, valid-from: 2016-01-01, valid-to: 2023-12-31}
                  - {from: referral-received, to: first-visit, days: 5, valid-from: 2024-01-01}
                  - {from: first-visit, to: mdt, days: 10, valid-from: 2016-01-01}
                  - {from: first-visit, to: treatment, days: 30, valid-from: 2016-01-01}
                  - {from: mdt, to: treatment, days: 14, treatment: [surgery], valid-from: 2016-01-01}
                  - {from: mdt, to: treatment, days: 7, valid-from: 2016-01-01}
                """);
        define(files, "nonspecific", """
                codes: {prefix: VP8}
                ends: {forbidden: [50, 52, 54, 56, 58, 59, 60, 65, 73], reaching: {72: always, 78: always}}
                limits:
                  - {treatment: [closed], days: 22, valid-from: 2016-01-01}
                """);
        define(files, "melanoma", """
                codes: {prefix: VE0}
                ends: {reaching: {73: always}, shorter-at-pathology: 21}
                limits:
                  - {treatment: [surgery, none-needed], days: 35, valid-from: 2016-01-01}
                """);
        define(files, "pancreas", """
                codes: {prefix: VB6}
                tracks: {names: {basic: basic, extended: extended}, standard: basic, extended: extended, marker: VB644}
                limits:
                  - {treatment: [surgery], track: basic, days: 35, valid-from: 2016-01-01}
                  - {treatment: [drug], track: basic, days: 39, valid-from: 2016-01-01}
                  - {treatment: [surgery], track: extended, days: 55, valid-from: 2016-01-01}
                steps:
                  - {from: imaging-referral, to: imaging-performed, days: 6, valid-from: 2016-01-01, valid-to: 2023-12-31}
                  - {from: imaging-referral, to: imaging-performed, days: 14, treatment: [surgery], valid-from: 2016-01-01}
                  - {from: imaging-referral, to: imaging-performed, days: 20, treatment: [drug], valid-from: 2016-01-01}
                  - {from: imaging-referral, to: imaging-performed, days: 30, valid-from: 2024-01-01}
                """);
        define(files, "brain", """
                codes: {prefix: VL2}
                tracks: {names: {high: high grade, low: low grade}}
                limits:
                  - {treatment: [surgery], track: high, days: 22, valid-from: 2016-01-01}
                  - {treatment: [surgery], track: low, days: 48, valid-from: 2016-01-01}
                """);
        define(files, "overlay", """
                codes: {prefix: VX0}
                limits:
                  - {treatment: all, days: 20, valid-from: 2016-01-01, assumed: true}
                """);
        return files;
    }

    private static void define(Map<String, String> files, String id, String body) {
        files.put(
                id + ".yaml",
                "id: %s\nname: {sv: %s, en: %s}\nsource: [https://example.org/made-up]\n%s"
                        .formatted(id, id, id, body));
    }
}
