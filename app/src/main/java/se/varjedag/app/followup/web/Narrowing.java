package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.FilterValues;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// What the pages under Följ upp are narrowed to and divided by, beside pathway, region and months.
///
/// @param only  the values let in, by key
/// @param limit one limit for everybody, in days
/// @param by    what the answer is divided by; empty leaves the choice to the page
public record Narrowing(Map<GroupKey, List<String>> only, OptionalInt limit, List<GroupKey> by) {

    static final Narrowing NONE = new Narrowing(Map.of(), OptionalInt.empty(), List.of());

    /// The keys that can be narrowed, in the order of the form.
    static final List<GroupKey> KEYS =
            List.of(GroupKey.HREGION, GroupKey.UNIT, GroupKey.TREATMENT, GroupKey.SEX, GroupKey.AGE);

    static final String LIMIT = "limit";
    static final String BY = "by";
    private static final int LONGEST_LIMIT = 10_000;

    public Narrowing {
        only = Map.copyOf(only);
        by = List.copyOf(by);
    }

    /// The names of the choices in a link.
    static List<String> names() {
        var names = new ArrayList<>(KEYS.stream().map(GroupKey::key).toList());
        names.add(LIMIT);
        names.add(BY);
        return names;
    }

    /// Reads the choices of a link; several values stand with commas between.
    static Narrowing read(Map<String, String> given, Definitions definitions) {
        var only = new EnumMap<GroupKey, List<String>>(GroupKey.class);
        for (var key : KEYS) {
            var text = given.get(key.key());
            if (text != null) {
                var values = Arrays.asList(text.split(",", -1));
                FilterValues.of(key, definitions).ifPresent(known -> {
                    if (!known.containsAll(values)) {
                        throw Selection.unclear(key.key(), text);
                    }
                });
                only.put(key, values);
            }
        }
        return new Narrowing(only, limit(given.get(LIMIT)), by(given.getOrDefault(BY, "")));
    }

    private static OptionalInt limit(@Nullable String text) {
        if (text == null) {
            return OptionalInt.empty();
        }
        try {
            int days = Integer.parseInt(text);
            if (days >= 0 && days <= LONGEST_LIMIT) {
                return OptionalInt.of(days);
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of bounds.
        }
        throw Selection.unclear(LIMIT, text);
    }

    private static List<GroupKey> by(String text) {
        try {
            return GroupKey.list(text);
        } catch (IllegalArgumentException _) {
            throw Selection.unclear(BY, text);
        }
    }

    /// Lets in only these, with this limit.
    void narrow(Question.Builder question) {
        only.forEach(question::only);
        limit.ifPresent(question::limit);
    }
}
