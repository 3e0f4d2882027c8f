package se.varjedag.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two answers must be the same: every group, every count, and every measured number up to the next double.
final class Agreement {
    private Agreement() {}

    /// Checks two answers whose lines begin with so many keys.
    static void check(String ours, String theirs, int keys) {
        check(ours, theirs, keys, 0);
    }

    /// The same where numbers may differ by so much more than the next double.
    static void check(String ours, String theirs, int keys, double tolerance) {
        var our = groups(ours, keys);
        var their = groups(theirs, keys);
        if (!our.keySet().equals(their.keySet())) {
            throw new IllegalStateException(
                    "The answers have different groups: %d and %d".formatted(our.size(), their.size()));
        }
        for (var key : our.keySet()) {
            var one = our.getOrDefault(key, List.of());
            var other = their.getOrDefault(key, List.of());
            for (int i = 0; i < one.size(); i++) {
                if (!same(one.get(i), other.get(i), tolerance)) {
                    throw new IllegalStateException(
                            "The answers differ at %s: ours %s, theirs %s".formatted(key, one, other));
                }
            }
        }
    }

    private static boolean same(String one, String other, double tolerance) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other);
        }
        double left = Double.parseDouble(one);
        double right = Double.parseDouble(other);
        return Math.abs(left - right) <= Math.ulp(right) + tolerance;
    }

    private static Map<String, List<String>> groups(String answer, int keys) {
        var groups = new HashMap<String, List<String>>();
        answer.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            var cells = List.of(line.split(",", -1));
            groups.put(String.join(",", cells.subList(0, keys)), cells.subList(keys, cells.size()));
        });
        return groups;
    }
}
