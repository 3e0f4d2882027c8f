package se.varjedag.app.results.web;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Between which bounds a reader can narrow numbers that are not shown, from those that are and from what adds up to
/// what:
/// a part is at least what the total leaves when the other parts are at their most, and so on until nothing narrows.
final class Bounds {
    private static final long PRIME = Integer.MAX_VALUE;

    private final long[] low;
    private final long[] high;
    private final List<int[]> sums = new ArrayList<>();

    /// @param numbers how many there are, each from nothing to no end
    Bounds(int numbers, long most) {
        low = new long[numbers];
        high = new long[numbers];
        Arrays.fill(high, most);
    }

    /// Says a number that is shown.
    void shown(int number, long value) {
        low[number] = value;
        high[number] = value;
    }

    /// Says that a number is the sum of others.
    ///
    /// @param sum the total first, then its parts
    void adds(int... sum) {
        sums.add(sum);
    }

    /// Whether the number is worked out.
    boolean known(int number) {
        return low[number] == high[number];
    }

    /// Narrows as far as it goes, and works out what several sums give together.
    void narrow() {
        boolean narrower = true;
        while (narrower) {
            narrower = false;
            for (var sum : sums) {
                narrower |= narrow(sum);
            }
            narrower = narrower || workOut();
        }
    }

    /// Takes sums from one another (elimination, in a field of a large prime) until each is of numbers that no other
    /// begins with: a number that is alone in one then is known. Bounds alone miss it where no single sum narrows.
    ///
    /// @return whether one more is known
    private boolean workOut() {
        int[] column = new int[low.length];
        int open = 0;
        for (int i = 0; i < low.length; i++) {
            column[i] = known(i) ? -1 : open++;
        }
        var rows = new ArrayList<long[]>();
        for (var sum : sums) {
            var row = new long[open + 1];
            boolean some = false;
            for (int i = 0; i < sum.length; i++) {
                long sign = i == 0 ? PRIME - 1 : 1;
                if (column[sum[i]] >= 0) {
                    row[column[sum[i]]] = sign;
                    some = true;
                } else {
                    row[open] = Math.floorMod(row[open] - sign * low[sum[i]], PRIME);
                }
            }
            if (some) {
                rows.add(row);
            }
        }
        reduce(rows, open);
        boolean more = false;
        for (int i = 0; i < low.length; i++) {
            if (column[i] >= 0) {
                var value = alone(rows, column[i], open);
                more |= value >= 0 && narrow(i, value, value);
            }
        }
        return more;
    }

    private static void reduce(List<long[]> rows, int open) {
        int done = 0;
        for (int at = 0; at < open && done < rows.size(); at++) {
            int pivot = done;
            while (pivot < rows.size() && rows.get(pivot)[at] == 0) {
                pivot++;
            }
            if (pivot < rows.size()) {
                Collections.swap(rows, pivot, done);
                var row = rows.get(done);
                times(row, inverse(row[at]));
                for (var other : rows) {
                    if (other != row && other[at] != 0) {
                        take(other, row, other[at]);
                    }
                }
                done++;
            }
        }
    }

    /// What a row says of a number that is alone in it; below zero where none does.
    private static long alone(List<long[]> rows, int at, int open) {
        for (var row : rows) {
            if (row[at] != 0) {
                for (int other = 0; other < open; other++) {
                    if (other != at && row[other] != 0) {
                        return -1;
                    }
                }
                return row[open];
            }
        }
        return -1;
    }

    private static void times(long[] row, long by) {
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
        return BigInteger.valueOf(value).modInverse(BigInteger.valueOf(PRIME)).longValue();
    }

    private boolean narrow(int[] sum) {
        long least = 0;
        long most = 0;
        for (int i = 1; i < sum.length; i++) {
            least += low[sum[i]];
            most += high[sum[i]];
        }
        int total = sum[0];
        boolean narrower = narrow(total, least, most);
        for (int i = 1; i < sum.length; i++) {
            int part = sum[i];
            long least0 = least - low[part];
            long most0 = most - high[part];
            narrower |= narrow(part, low[total] - most0, high[total] - least0);
            least = least0 + low[part];
            most = most0 + high[part];
        }
        return narrower;
    }

    private boolean narrow(int number, long least, long most) {
        if (least <= low[number] && most >= high[number]) {
            return false;
        }
        low[number] = Math.max(low[number], least);
        high[number] = Math.min(high[number], most);
        return true;
    }
}
