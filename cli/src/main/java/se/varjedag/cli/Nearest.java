package se.varjedag.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant to write.
final class Nearest {
    private Nearest() {}

    /// The choice that the fewest changed letters away is, if those are few enough for a slip.
    static Optional<String> to(String word, Collection<String> choices) {
        var lower = word.toLowerCase(Locale.ROOT);
        return choices.stream()
                .filter(choice -> distance(lower, choice.toLowerCase(Locale.ROOT)) <= Math.max(2, choice.length() / 3)
                        || (lower.length() > 1
                                && choice.toLowerCase(Locale.ROOT).startsWith(lower)))
                .min(Comparator.comparingInt((String choice) -> distance(lower, choice.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// A refusal of `word` that names the nearest choice and all of them.
    static WrongUsage refusal(String option, String word, Collection<String> choices) {
        var all = String.join(", ", choices);
        var near = to(word, choices);
        return new WrongUsage(
                "%s cannot be '%s'.%s Choose from: %s."
                        .formatted(
                                option,
                                word,
                                near.map(" Did you mean '%s'?"::formatted).orElse(""),
                                all),
                "%s kan inte vara '%s'.%s Välj bland: %s."
                        .formatted(
                                option,
                                word,
                                near.map(" Menade du '%s'?"::formatted).orElse(""),
                                all));
    }

    /// The Levenshtein distance, a swap of two neighbouring letters counted as one change.
    static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        var row = new int[other.length() + 1];
        var next = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            next[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                next[j] = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    next[j] = Math.min(next[j], before[j - 2] + 1);
                }
            }
            var spare = before;
            before = row;
            row = next;
            next = spare;
        }
        return row[other.length()];
    }
}
