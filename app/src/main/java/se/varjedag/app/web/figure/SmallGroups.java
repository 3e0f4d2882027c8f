package se.varjedag.app.web.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Which groups of a table may be shown where the number of all of them together stands beside it.
public final class SmallGroups {
    /// Fewer are never shown.
    public static final int FEWEST = 5;

    private SmallGroups() {}

    /// The groups whose numbers are shown. Since all of them together are told, those that are hidden are at least
    /// two, with ten patients or more between them: the smallest that could be shown go with them.
    ///
    /// @param sizes the number of patients in each group that has any
    public static List<String> shown(Map<String, Integer> sizes) {
        var shown = new ArrayList<>(sizes.entrySet().stream()
                .filter(one -> one.getValue() >= FEWEST)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .map(Map.Entry::getKey)
                .toList());
        while (!shown.isEmpty() && shown.size() < sizes.size()) {
            var kept = List.copyOf(shown);
            int hidden = sizes.entrySet().stream()
                    .filter(one -> !kept.contains(one.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (sizes.size() - shown.size() > 1 && hidden >= 2 * FEWEST) {
                break;
            }
            shown.removeFirst();
        }
        return shown;
    }
}
