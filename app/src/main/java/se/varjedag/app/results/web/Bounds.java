package se.varjedag.app.results.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Between which bounds a reader can narrow numbers that are not shown, from those that are and from what adds up to
/// what:
/// a part is at least what the total leaves when the other parts are at their most, and so on until nothing narrows.
final class Bounds {
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

    /// Narrows as far as it goes.
    void narrow() {
        boolean narrower = true;
        while (narrower) {
            narrower = false;
            for (var sum : sums) {
                narrower |= narrow(sum);
            }
        }
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
