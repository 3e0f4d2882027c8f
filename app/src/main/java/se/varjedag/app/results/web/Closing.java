package se.varjedag.app.results.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Counts;
import se.varjedag.app.web.figure.SmallGroups;

/// Hides cells until no hidden number of fewer than five can be worked out from what is shown: first by the
/// rule that what is hidden of a sum tells of ten patients or more between them, then by trying ([Bounds]).
final class Closing {
    /// Of each cell with patients, its numbers.
    private final Map<String, long[]> numbers = new HashMap<>();

    private final List<Sum> sums;
    private final int measures;

    /// Parts that add up to a total.
    private record Sum(String total, List<String> parts) {
        Stream<String> cells() {
            return Stream.concat(parts.stream(), Stream.of(total));
        }
    }

    /// @param measures numbers that are shown or hidden together
    Closing(Content content, Function<Line, Counts> period, List<ToLongFunction<Counts>> measures) {
        this.measures = measures.size();
        var parts = new HashMap<String, List<String>>();
        for (var line : content.figures()) {
            var values = measures.stream()
                    .mapToLong(one -> one.applyAsLong(period.apply(line)))
                    .toArray();
            if (all(values) == 0) {
                continue;
            }
            numbers.put(line.key(), values);
            if (!line.svf().isEmpty()) {
                parts.computeIfAbsent("svf /" + line.place(), _ -> new ArrayList<>())
                        .add(line.key());
            }
            if (!line.whole()) {
                var above = line.ofUnit() ? "region-" + line.region() : Content.WHOLE;
                parts.computeIfAbsent("place " + line.svf() + "/" + above, _ -> new ArrayList<>())
                        .add(line.key());
            }
        }
        sums = parts.entrySet().stream()
                .map(one -> new Sum(one.getKey().substring(one.getKey().indexOf(' ') + 1), one.getValue()))
                .sorted(Comparator.comparing(Sum::total))
                .toList();
    }

    /// The keys of the cells to hide where nothing else is told of them.
    Set<String> hidden() {
        return hidden(new HashSet<>(), false, Set.of());
    }

    /// The keys of the cells to hide where the sum of a cell's numbers is shown of all cells but some. Those
    /// are hidden here too.
    Set<String> hiddenBeside(Set<String> already) {
        return hidden(new HashSet<>(already), true, already);
    }

    private Set<String> hidden(Set<String> hidden, boolean wholes, Set<String> already) {
        numbers.forEach((key, values) -> {
            if (Arrays.stream(values).anyMatch(Closing::few)) {
                hidden.add(key);
            }
        });
        do {
            while (sums.stream().map(one -> close(one, hidden)).reduce(false, Boolean::logicalOr)) {
                // What was hidden for one sum may be all that is hidden of another.
            }
        } while (workedOut(hidden, wholes, already).stream()
                .map(key -> hideBeside(key, hidden))
                .reduce(false, Boolean::logicalOr));
        return hidden;
    }

    private static boolean few(long value) {
        return value > 0 && value < SmallGroups.FEWEST;
    }

    /// Hides one more where what is hidden of a sum could be counted from the rest.
    private boolean close(Sum sum, Set<String> hidden) {
        var parts = sum.parts().stream().filter(hidden::contains).toList();
        boolean total = hidden.contains(sum.total());
        if ((parts.isEmpty() && !total) || (total ? !parts.isEmpty() : parts.size() > 1 && enough(parts))) {
            return false;
        }
        return hideSmallest(sum.parts().stream(), hidden) || (!total && hidden.add(sum.total()));
    }

    /// Whether what is hidden tells of ten patients or more between them, or of none.
    private boolean enough(List<String> parts) {
        for (int i = 0; i < measures; i++) {
            long sum = 0;
            for (var part : parts) {
                sum += of(part)[i];
            }
            if (sum > 0 && sum < 2L * SmallGroups.FEWEST) {
                return false;
            }
        }
        return true;
    }

    /// The hidden cells of which a number of few patients comes out.
    private List<String> workedOut(Set<String> hidden, boolean wholes, Set<String> already) {
        var keys = List.copyOf(numbers.keySet());
        var at = new HashMap<String, Integer>();
        keys.forEach(key -> at.put(key, at.size()));
        int width = measures + 1;
        var bounds = new Bounds(
                keys.size() * width,
                numbers.values().stream().mapToLong(Closing::all).max().orElse(0));
        for (int cell = 0; cell < keys.size(); cell++) {
            var key = keys.get(cell);
            int first = cell * width;
            for (int i = 0; i < measures && !hidden.contains(key); i++) {
                bounds.shown(first + i, of(key)[i]);
            }
            if (wholes && !already.contains(key)) {
                bounds.shown(first + measures, all(of(key)));
            }
            var sum = new int[width];
            sum[0] = first + measures;
            for (int i = 0; i < measures; i++) {
                sum[i + 1] = first + i;
            }
            bounds.adds(sum);
        }
        for (int i = 0; i < width; i++) {
            int measure = i;
            bounds.table(sums.stream()
                    .map(sum -> Stream.concat(Stream.of(sum.total()), sum.parts().stream())
                            .mapToInt(key -> at.getOrDefault(key, 0) * width + measure)
                            .toArray())
                    .toList());
        }
        bounds.narrow();
        return hidden.stream()
                .filter(at::containsKey)
                .filter(key -> {
                    for (int i = 0; i < measures; i++) {
                        if (few(of(key)[i]) && bounds.known(at.getOrDefault(key, 0) * width + i)) {
                            return true;
                        }
                    }
                    return false;
                })
                .sorted()
                .toList();
    }

    /// Hides the smallest cell that stands in a sum with this one; where all of those are hidden, in a sum
    /// with one of them, and so on.
    private boolean hideBeside(String key, Set<String> hidden) {
        var reached = new HashSet<>(Set.of(key));
        int before;
        do {
            before = reached.size();
            var beside = sums.stream()
                    .filter(sum -> sum.cells().anyMatch(reached::contains))
                    .flatMap(Sum::cells)
                    .toList();
            if (hideSmallest(beside.stream(), hidden)) {
                return true;
            }
            reached.addAll(beside);
        } while (reached.size() > before);
        return false;
    }

    private boolean hideSmallest(Stream<String> cells, Set<String> hidden) {
        return cells.filter(one -> !hidden.contains(one))
                .min(Comparator.comparingLong((String one) -> all(of(one))).thenComparing(one -> one))
                .map(hidden::add)
                .orElse(false);
    }

    private long[] of(String key) {
        return numbers.getOrDefault(key, new long[measures]);
    }

    private static long all(long[] values) {
        return Arrays.stream(values).sum();
    }
}
