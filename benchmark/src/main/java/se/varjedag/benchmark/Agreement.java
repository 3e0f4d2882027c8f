package se.varjedag.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Two answers must be the same: every group, every count, and every measured number up to the next double.
final class Agreement {
    private static final int KEYS = 3;

    private Agreement() {}

    static void check(String ours, String theirs) {
        var our = groups(ours);
        var their = groups(theirs);
        if (!our.keySet().equals(their.keySet())) {
            throw new IllegalStateException(
                    "The answers have different groups: %d and %d".formatted(our.size(), their.size()));
        }
        for (var key : our.keySet()) {
            var one = our.getOrDefault(key, List.of());
            var other = their.getOrDefault(key, List.of());
            for (int i = 0; i < one.size(); i++) {
                if (!same(one.get(i), other.get(i))) {
                    throw new IllegalStateException(
                            "The answers differ at %s: ours %s, theirs %s".formatted(key, one, other));
                }
            }
        }
    }

    private static boolean same(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other);
        }
        double left = Double.parseDouble(one);
        double right = Double.parseDouble(other);
        return Math.abs(left - right) <= Math.ulp(right);
    }

    private static Map<String, List<String>> groups(String answer) {
        var groups = new HashMap<String, List<String>>();
        answer.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            var cells = List.of(line.split(",", -1));
            groups.put(String.join(",", cells.subList(0, KEYS)), cells.subList(KEYS, cells.size()));
        });
        return groups;
    }
}
