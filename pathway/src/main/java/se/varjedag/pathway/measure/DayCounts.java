package se.varjedag.pathway.measure;

import java.util.Arrays;

/// How many waits there are on each day: what tells the first and the last day after some were taken away.
final class DayCounts {
    private int first;
    private int[] counts = {};

    /// One more on this day.
    void add(int day) {
        makeRoom(day);
        counts[day - first]++;
    }

    /// The days on which more were added than taken away.
    static Span span(Iterable<DayCounts> added, Iterable<DayCounts> taken) {
        var left = new DayCounts();
        for (var one : added) {
            left.add(one, 1);
        }
        for (var one : taken) {
            left.add(one, -1);
        }
        var span = Span.EMPTY;
        for (int i = 0; i < left.counts.length; i++) {
            if (left.counts[i] > 0) {
                span = span.with(new Span(left.first + i, left.first + i));
            }
        }
        return span;
    }

    private void add(DayCounts other, int sign) {
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] > 0) {
                makeRoom(other.first + i);
                counts[other.first + i - first] += sign * other.counts[i];
            }
        }
    }

    private void makeRoom(int day) {
        if (counts.length == 0) {
            first = day;
            counts = new int[1];
        } else if (day < first) {
            int room = Math.max(first - day, counts.length);
            var wider = new int[counts.length + room];
            System.arraycopy(counts, 0, wider, room, counts.length);
            counts = wider;
            first -= room;
        } else if (day - first >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(day - first + 1, 2 * counts.length));
        }
    }
}
