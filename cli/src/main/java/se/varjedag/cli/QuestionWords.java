package se.varjedag.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// A question as it was written on the command line; null where an option was left out.
record QuestionWords(
        @Nullable String by,
        @Nullable String measure,
        @Nullable String from,
        @Nullable String to,
        @Nullable String countBy,
        @Nullable String limit,
        List<String> only,
        @Nullable String minCount) {

    private static final List<String> KEYS =
            Arrays.stream(GroupKey.values()).map(GroupKey::key).toList();
    private static final List<String> POINTS =
            Arrays.stream(MeasuringPoint.values()).map(MeasuringPoint::key).toList();

    /// What is asked, or a refusal that names the word that was not understood.
    Question question() {
        var first = Asked.date("--from", from);
        var last = Asked.date("--to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new WrongUsage(
                    "--to (%s) is before --from (%s): change places.".formatted(last, first),
                    "--to (%s) är före --from (%s): byt plats.".formatted(last, first));
        }
        var question = Question.leadTime().period(first, last).by(keys(by == null ? "svf" : by));
        if (measure != null) {
            measure(question, measure);
        }
        if (countBy != null) {
            var word = Asked.choice("--count-by", countBy, List.of("end", "start"));
            question.countBy(word.equals("start") ? CountBy.START : CountBy.END);
        }
        if (limit != null) {
            question.limit(Asked.wholeNumber("--limit", limit, 0));
        }
        if (minCount != null) {
            question.minCount(Asked.wholeNumber("--min-count", minCount, 1));
        }
        only.forEach(filter -> only(question, filter));
        return question.build();
    }

    private static List<GroupKey> keys(String text) {
        var keys = new ArrayList<GroupKey>();
        for (var word : text.isBlank() ? new String[0] : text.split(",", -1)) {
            var key = key("--by", word);
            if (keys.contains(key)) {
                throw new WrongUsage(
                        "--by names '%s' twice: name each key once.".formatted(key.key()),
                        "--by anger '%s' två gånger: ange varje nyckel en gång.".formatted(key.key()));
            }
            keys.add(key);
        }
        return keys;
    }

    private static GroupKey key(String option, String word) {
        return GroupKey.ofKey(word.strip().toLowerCase(Locale.ROOT).replace('-', '_'))
                .orElseThrow(() -> Nearest.refusal(option, word.strip(), KEYS));
    }

    private static void measure(Question.Builder question, String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new WrongUsage(
                    "--measure is written FROM..TO, for example suspicion..treatment, not '%s'.".formatted(text),
                    "--measure skrivs FRÅN..TILL, till exempel suspicion..treatment, inte '%s'.".formatted(text));
        }
        question.between(point(text.substring(0, dots)), point(text.substring(dots + 2)));
    }

    private static MeasuringPoint point(String word) {
        return MeasuringPoint.ofKey(word.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Nearest.refusal("--measure", word.strip(), POINTS));
    }

    private static void only(Question.Builder question, String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new WrongUsage(
                    "--only is written KEY=VALUE, for example region=01, not '%s'.".formatted(text),
                    "--only skrivs NYCKEL=VÄRDE, till exempel region=01, inte '%s'.".formatted(text));
        }
        question.only(
                key("--only", text.substring(0, equals)),
                text.substring(equals + 1).split(",", -1));
    }
}
