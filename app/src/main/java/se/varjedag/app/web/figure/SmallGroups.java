package se.varjedag.app.web.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Which groups of a table may be shown where the number of all of them together stands beside it: what is told
/// of fewer than five patients is hidden, and so much with it that it cannot be counted from the rest.
public final class SmallGroups {
    /// Fewer are never shown.
    public static final int FEWEST = 5;

    private SmallGroups() {}

    /// The groups whose numbers are shown where they lie within larger ones that are told of too: those of a larger one
    /// that is hidden itself are hidden, and within each of the others as many as [#shown(Map)] says.
    ///
    /// @param within the larger group that each lies in
    public static List<String> shown(Map<String, Integer> sizes, UnaryOperator<String> within) {
        var parts = new TreeMap<String, Map<String, Integer>>();
        sizes.forEach((group, size) ->
                parts.computeIfAbsent(within.apply(group), _ -> new HashMap<>()).put(group, size));
        var sums = new HashMap<String, Integer>();
        parts.forEach((larger, part) -> sums.put(
                larger, part.values().stream().mapToInt(Integer::intValue).sum()));
        return shown(sums).stream()
                .flatMap(larger -> shown(parts.getOrDefault(larger, Map.of())).stream())
                .toList();
    }

    /// The groups whose numbers are shown, the smallest first. Since all of them together are told, those that
    /// are hidden are at least two, with ten patients or more between them: the smallest that could be shown go
    /// with them.
    ///
    /// @param sizes how many patients each group has; a group without any tells of nobody and hides nothing
    public static List<String> shown(Map<String, Integer> sizes) {
        var some = sizes.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .toList();
        var shown = new ArrayList<>(some.stream()
                .filter(one -> one.getValue() >= FEWEST)
                .map(Map.Entry::getKey)
                .toList());
        int hidden = some.stream()
                .mapToInt(Map.Entry::getValue)
                .filter(size -> size < FEWEST)
                .sum();
        while (!shown.isEmpty() && shown.size() < some.size()) {
            if (some.size() - shown.size() > 1 && hidden >= 2 * FEWEST) {
                break;
            }
            hidden += sizes.getOrDefault(shown.removeFirst(), 0);
        }
        return shown;
    }
}
