package se.varjedag.app.results.open;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One who puts all that is shown into equations and works out what is not: by elimination, which finds every number
/// that only one value fits, and by bounds, for no number of patients is below zero.
final class Solving {
    private static final long PRIME = Integer.MAX_VALUE;
    private static final long MOST = 1_000_000;

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Map<Integer, Integer>> equations = new ArrayList<>();
    private final Map<Integer, Long> shown = new HashMap<>();

    private int place(String name) {
        return places.computeIfAbsent(name, _ -> places.size());
    }

    void knows(String name, long value) {
        shown.put(place(name), value);
    }

    /// @param parts add up to the total
    void adds(String total, List<String> parts) {
        var equation = new HashMap<Integer, Integer>();
        equation.put(place(total), -1);
        parts.forEach(part -> equation.put(place(part), 1));
        equations.add(equation);
    }

    /// Everything that comes out, the shown among it.
    Map<String, Long> found() {
        var least = new long[places.size()];
        var most = new long[places.size()];
        for (int at = 0; at < most.length; at++) {
            least[at] = shown.getOrDefault(at, 0L);
            most[at] = shown.getOrDefault(at, MOST);
        }
        narrow(least, most);
        var found = new HashMap<String, Long>();
        places.forEach((name, at) -> {
            if (least[at] == most[at]) {
                found.put(name, least[at]);
            }
        });
        eliminated(least, most)
                .forEach((at, value) -> places.forEach((name, place) -> {
                    if (place.equals(at)) {
                        found.put(name, value);
                    }
                }));
        return found;
    }

    private void narrow(long[] least, long[] most) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var equation : equations) {
                for (var one : equation.entrySet()) {
                    changed |= narrow(equation, one.getKey(), one.getValue(), least, most);
                }
            }
        }
    }

    private static boolean narrow(Map<Integer, Integer> equation, int at, int sign, long[] least, long[] most) {
        long low = 0;
        long high = 0;
        for (var other : equation.entrySet()) {
            if (other.getKey() != at) {
                long by = (long) -sign * other.getValue();
                low += by > 0 ? least[other.getKey()] : -most[other.getKey()];
                high += by > 0 ? most[other.getKey()] : -least[other.getKey()];
            }
        }
        if (low <= least[at] && high >= most[at]) {
            return false;
        }
        least[at] = Math.max(least[at], low);
        most[at] = Math.min(most[at], high);
        return true;
    }

    /// Numbers that are alone in a row when everything else has been taken away, reckoned in a field of a large prime.
    private Map<Integer, Long> eliminated(long[] least, long[] most) {
        var open = new ArrayList<Integer>();
        var column = new HashMap<Integer, Integer>();
        for (int at = 0; at < least.length; at++) {
            if (least[at] < most[at]) {
                column.put(at, open.size());
                open.add(at);
            }
        }
        var rows = new ArrayList<long[]>();
        for (var equation : equations) {
            var row = new long[open.size() + 1];
            equation.forEach((at, sign) -> {
                var where = column.get(at);
                if (where == null) {
                    row[open.size()] = Math.floorMod(row[open.size()] - sign * least[at], PRIME);
                } else {
                    row[where] = Math.floorMod(sign, PRIME);
                }
            });
            rows.add(row);
        }
        int done = 0;
        for (int at = 0; at < open.size() && done < rows.size(); at++) {
            int pivot = done;
            while (pivot < rows.size() && rows.get(pivot)[at] == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            var row = rows.get(pivot);
            rows.set(pivot, rows.get(done));
            rows.set(done, row);
            scale(row, inverse(row[at]));
            for (int other = 0; other < rows.size(); other++) {
                if (other != done && rows.get(other)[at] != 0) {
                    take(rows.get(other), row, rows.get(other)[at]);
                }
            }
            done++;
        }
        var found = new HashMap<Integer, Long>();
        for (var row : rows) {
            int alone = -1;
            int some = 0;
            for (int at = 0; at < open.size(); at++) {
                if (row[at] != 0) {
                    alone = at;
                    some++;
                }
            }
            if (some == 1) {
                found.put(open.get(alone), row[open.size()]);
            }
        }
        return found;
    }

    private static void scale(long[] row, long by) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * by % PRIME;
        }
    }

    private static void take(long[] row, long[] other, long times) {
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.floorMod(row[i] - times * other[i] % PRIME, PRIME);
        }
    }

    private static long inverse(long value) {
        long result = 1;
        long base = value;
        for (long power = PRIME - 2; power > 0; power >>= 1) {
            if ((power & 1) == 1) {
                result = result * base % PRIME;
            }
            base = base * base % PRIME;
        }
        return result;
    }
}
