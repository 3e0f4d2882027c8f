package se.varjedag.app.results.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Counts;
import se.varjedag.app.web.figure.SmallGroups;

/// Which figures are told of too few patients, and which go with them so that they cannot be counted from the rest:
/// diagnoses add up to all together, units to their region, regions to the healthcare region.
record Hiding(Set<String> now, Set<String> before) {
    Hiding {
        now = Set.copyOf(now);
        before = Set.copyOf(before);
    }

    static Hiding of(Content content) {
        return new Hiding(hidden(content, Line::now), hidden(content, Line::before));
    }

    boolean hides(Line line) {
        return now.contains(line.key());
    }

    boolean hidesBefore(Line line) {
        return before.contains(line.key());
    }

    /// Parts that add up to a total.
    private record Sum(String total, List<String> parts) {}

    private static Set<String> hidden(Content content, Function<Line, Counts> counts) {
        var sizes = new HashMap<String, Long>();
        var sums = new HashMap<String, List<String>>();
        for (var line : content.figures()) {
            long n = counts.apply(line).n();
            if (n > 0) {
                sizes.put(line.key(), n);
                if (!line.svf().isEmpty()) {
                    sums.computeIfAbsent("svf /" + line.place(), _ -> new ArrayList<>())
                            .add(line.key());
                }
                if (!line.whole()) {
                    var above = line.ofUnit() ? "region-" + line.region() : Content.WHOLE;
                    sums.computeIfAbsent("place " + line.svf() + "/" + above, _ -> new ArrayList<>())
                            .add(line.key());
                }
            }
        }
        var all = sums.entrySet().stream()
                .map(one -> new Sum(one.getKey().substring(one.getKey().indexOf(' ') + 1), one.getValue()))
                .sorted(Comparator.comparing(Sum::total))
                .toList();
        var hidden = new HashSet<String>();
        sizes.forEach((key, n) -> {
            if (n < SmallGroups.FEWEST) {
                hidden.add(key);
            }
        });
        while (all.stream().map(one -> close(one, sizes, hidden)).reduce(false, Boolean::logicalOr)) {
            // What was hidden for one sum may be all that is hidden of another.
        }
        return hidden;
    }

    /// Hides one more where what is hidden of a sum could be counted from the rest.
    private static boolean close(Sum sum, Map<String, Long> sizes, Set<String> hidden) {
        long parts = sum.parts().stream().filter(hidden::contains).count();
        boolean total = hidden.contains(sum.total());
        if (parts + (total ? 1 : 0) == 0) {
            return false;
        }
        long size = sum.parts().stream()
                .filter(hidden::contains)
                .mapToLong(one -> sizes.getOrDefault(one, 0L))
                .sum();
        boolean safe = total ? parts > 0 : parts > 1 && size >= 2L * SmallGroups.FEWEST;
        if (safe) {
            return false;
        }
        return hideSmallest(sum.parts(), sizes, hidden) || (!total && hidden.add(sum.total()));
    }

    private static boolean hideSmallest(Collection<String> some, Map<String, Long> sizes, Set<String> hidden) {
        return some.stream()
                .filter(one -> !hidden.contains(one))
                .min(Comparator.comparingLong((String one) -> sizes.getOrDefault(one, 0L))
                        .thenComparing(one -> one))
                .map(hidden::add)
                .orElse(false);
    }
}
