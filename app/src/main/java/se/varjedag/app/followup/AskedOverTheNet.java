package se.varjedag.app.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ValueRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// A question as it comes in the parameters of a request: the options of `./varjedag follow`.
///
/// Every mistake is an [IllegalArgumentException] whose message is a sentence for who asked.
///
/// @param open whether only what may be told to everybody is asked for
record AskedOverTheNet(Question question, Optional<LocalDate> asOf, Optional<Instant> knownAt, boolean open) {
    /// By what an answer can be narrowed, by the name of the parameter.
    private static final Map<String, GroupKey> FILTERS = Map.of(
            "svf", GroupKey.SVF,
            "region", GroupKey.REGION,
            "hregion", GroupKey.HREGION,
            "unit", GroupKey.UNIT,
            "treatment", GroupKey.TREATMENT,
            "sex", GroupKey.SEX,
            "age", GroupKey.AGE);

    private static final Set<String> OTHERS =
            Set.of("by", "measure", "from", "to", "countBy", "asOf", "knownAt", "limit", "minCount", "open");
    private static final int LONGEST_LIMIT = 10_000;

    /// The years of a date: no event is of another, and the database knows no others.
    private static final ValueRange YEARS = ValueRange.of(1, 9999);

    /// Every parameter that is understood.
    static Set<String> parameters() {
        return Stream.concat(FILTERS.keySet().stream(), OTHERS.stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    static AskedOverTheNet of(Map<String, String[]> parameters, Definitions definitions) {
        for (var name : parameters.keySet()) {
            if (!parameters().contains(name)) {
                throw new IllegalArgumentException(
                        "There is no parameter '%s'. Choose from %s.".formatted(name, String.join(", ", parameters())));
            }
        }
        var question = Question.leadTime()
                .by(GroupKey.list(first(parameters, "by").orElse("svf")))
                .period(
                        date(parameters, "from").orElse(null),
                        date(parameters, "to").orElse(null))
                .minCount(number(parameters, "minCount", 0, Integer.MAX_VALUE).orElse(1));
        first(parameters, "measure").ifPresent(question::measure);
        first(parameters, "countBy")
                .ifPresent(word -> question.countBy(CountBy.ofKey(word)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "countBy is 'end' or 'start', not '%s'.".formatted(word)))));
        number(parameters, "limit", 0, LONGEST_LIMIT).ifPresent(question::limit);
        for (var filter : FILTERS.entrySet()) {
            var values = parameters.get(filter.getKey());
            if (values != null) {
                question.only(filter.getValue(), values(filter, values, definitions));
            }
        }
        boolean open = yes(parameters, "open");
        for (var fixed : List.of("asOf", "knownAt")) {
            if (open && parameters.containsKey(fixed)) {
                throw new IllegalArgumentException(
                        "Open figures have no %s of the asker's: two days apart tell who came between."
                                .formatted(fixed));
            }
        }
        return new AskedOverTheNet(question.build(), date(parameters, "asOf"), moment(parameters), open);
    }

    private static boolean yes(Map<String, String[]> parameters, String name) {
        var word = first(parameters, name).orElse("false");
        if (!Set.of("true", "false").contains(word)) {
            throw new IllegalArgumentException("%s is 'true' or 'false', not '%s'.".formatted(name, word));
        }
        return word.equals("true");
    }

    private static List<String> values(Map.Entry<String, GroupKey> filter, String[] given, Definitions definitions) {
        var values = new ArrayList<String>();
        for (var text : given) {
            values.addAll(Arrays.asList(text.split(",", -1)));
        }
        FilterValues.of(filter.getValue(), definitions).ifPresent(allowed -> {
            for (var value : values) {
                if (!value.isEmpty() && !allowed.contains(value)) {
                    throw new IllegalArgumentException("%s has no value '%s'. Choose from %s."
                            .formatted(filter.getKey(), value, String.join(", ", allowed)));
                }
            }
        });
        return values;
    }

    private static Optional<String> first(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        if (values == null || values.length == 0) {
            return Optional.empty();
        }
        if (values.length > 1) {
            throw new IllegalArgumentException("Give %s once, not %d times.".formatted(name, values.length));
        }
        return Optional.of(values[0]);
    }

    private static Optional<LocalDate> date(Map<String, String[]> parameters, String name) {
        return first(parameters, name).map(text -> {
            try {
                var date = LocalDate.parse(text);
                if (YEARS.isValidIntValue(date.getYear())) {
                    return date;
                }
            } catch (DateTimeParseException _) {
                // Said below, as for a date out of bounds.
            }
            throw new IllegalArgumentException(
                    "Write %s as a date that exists, for example 2023-05-17, not '%s'.".formatted(name, text));
        });
    }

    private static Optional<Instant> moment(Map<String, String[]> parameters) {
        return first(parameters, "knownAt").map(text -> {
            try {
                var moment = Instant.parse(text);
                if (YEARS.isValidIntValue(moment.atZone(ZoneOffset.UTC).getYear())) {
                    return moment;
                }
            } catch (DateTimeParseException _) {
                // Said below, as for a moment out of bounds.
            }
            throw new IllegalArgumentException(
                    "Write knownAt as a moment, for example 2023-05-17T08:30:00Z, not '%s'.".formatted(text));
        });
    }

    private static Optional<Integer> number(Map<String, String[]> parameters, String name, int least, int most) {
        return first(parameters, name).map(text -> {
            try {
                var number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // Said below, as for a number out of bounds.
            }
            throw new IllegalArgumentException(
                    "Write %s as a whole number from %d to %d, not '%s'.".formatted(name, least, most, text));
        });
    }
}
