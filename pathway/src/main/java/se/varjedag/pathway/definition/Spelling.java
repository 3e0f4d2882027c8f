package se.varjedag.pathway.definition;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/// Finds the word somebody probably meant.
final class Spelling {
    private Spelling() {}

    /// The words as a sentence lists them, with the likeliest first if one is close to what was written.
    static Words hint(String written, Collection<String> words) {
        var list = String.join(", ", words);
        var all = new Words("Orden är: " + list, "The words are: " + list);
        return nearest(written, words)
                .map(word -> new Words("Menade du '" + word + "'?", "Did you mean '" + word + "'?").then(all))
                .orElse(all);
    }

    /// The word that differs in fewest letters, if that is at most a third of them.
    static Optional<String> nearest(String written, Collection<String> words) {
        var lower = written.toLowerCase(Locale.ROOT);
        String best = null;
        var fewest = Math.max(1, written.length() / 3) + 1;
        for (var word : words) {
            var differing = distance(lower, word.toLowerCase(Locale.ROOT));
            if (differing < fewest) {
                fewest = differing;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /// Levenshtein's distance: the fewest letters to insert, take away or change.
    static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(previous[j - 1] + change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
