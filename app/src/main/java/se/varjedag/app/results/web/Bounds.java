package se.varjedag.app.results.web;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;

/// What a reader can work out of numbers that are not shown, from those that are and from what adds up to
/// what: a part is at least what the total leaves when the other parts are at their most, and the sums of a
/// table taken from one another may leave one number alone.
final class Bounds {
    private static final long PRIME = Integer.MAX_VALUE;

    private final long[] low;
    private final long[] high;
    private final List<int[]> sums = new ArrayList<>();
    private final List<List<int[]>> tables = new ArrayList<>();

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

    /// Says the sums of one table, which are taken together too.
    void table(List<int[]> table) {
        sums.addAll(table);
        tables.add(List.copyOf(table));
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
            for (var table : tables) {
                narrower = narrower || workOut(table);
            }
        }
    }

    /// Takes the sums of a table from one another (elimination, in a field of a large prime) until each is of
    /// numbers that no other begins with: a number that is alone in one then is known. Bounds miss it where
    /// no single sum narrows. Of several tables whose numbers add up cell by cell nothing comes out so that
    /// does not come out of one of them.
    ///
    /// @return whether one more is known
    private boolean workOut(List<int[]> table) {
        var columns = new HashMap<Integer, Integer>();
        for (var sum : table) {
            for (int number : sum) {
                if (!known(number)) {
                    columns.putIfAbsent(number, columns.size());
                }
            }
        }
        int open = columns.size();
        var rows = new ArrayList<long[]>();
        for (var sum : table) {
            var row = new long[open + 1];
            for (int i = 0; i < sum.length; i++) {
                long sign = i == 0 ? PRIME - 1 : 1;
                var column = columns.get(sum[i]);
                if (column != null) {
                    row[column] = sign;
                } else {
                    row[open] = Math.floorMod(row[open] - sign * low[sum[i]], PRIME);
                }
            }
            rows.add(row);
        }
        int[] first = reduce(rows, open);
        boolean more = false;
        for (var one : columns.entrySet()) {
            int row = first[one.getValue()];
            if (row >= 0 && alone(rows.get(row), one.getValue(), open)) {
                long value = rows.get(row)[open];
                more |= narrow(one.getKey(), value, value);
            }
        }
        return more;
    }

    /// @return of each column the row that begins with it, or below zero
    private static int[] reduce(List<long[]> rows, int open) {
        var first = new int[open];
        Arrays.fill(first, -1);
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
                for (int i = 0; i < rows.size(); i++) {
                    if (i != done && rows.get(i)[at] != 0) {
                        takeAway(row, rows.get(i)[at], rows.get(i));
                    }
                }
                first[at] = done++;
            }
        }
        return first;
    }

    private static boolean alone(long[] row, int at, int open) {
        for (int other = 0; other < open; other++) {
            if (other != at && row[other] != 0) {
                return false;
            }
        }
        return true;
    }

    private static void times(long[] row, long by) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * by % PRIME;
        }
    }

    private static void takeAway(long[] what, long times, long[] from) {
        for (int i = 0; i < from.length; i++) {
            from[i] = Math.floorMod(from[i] - times * what[i] % PRIME, PRIME);
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
