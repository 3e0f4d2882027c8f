package se.varjedag.pathway.event;

import java.util.Arrays;

/// Cuts timelines at a day: what came later had not happened yet.
final class EarlierDay {
    private EarlierDay() {}

    static Timelines of(Timelines all, int lastDay) {
        int[] personAt = new int[all.persons()];
        int[] from = new int[all.persons() + 1];
        long[] words = new long[all.rows()];
        long[] seconds = all.seconds == null ? null : new long[all.rows()];
        int kept = 0;
        int rows = 0;
        for (int p = 0; p < all.persons(); p++) {
            int start = all.from(p);
            int end = all.to(p);
            while (end > start && all.day(end - 1) > lastDay) {
                end--;
            }
            if (end > start) {
                personAt[kept] = all.personAt[p];
                from[kept++] = rows;
                System.arraycopy(all.words, start, words, rows, end - start);
                if (all.seconds != null && seconds != null) {
                    System.arraycopy(all.seconds, start, seconds, rows, end - start);
                }
                rows += end - start;
            }
        }
        from[kept] = rows;
        var cut = new Timelines(
                all.dictionaries,
                all.layout,
                Arrays.copyOf(personAt, kept),
                Arrays.copyOf(from, kept + 1),
                Arrays.copyOf(words, rows),
                seconds == null ? null : Arrays.copyOf(seconds, rows),
                lastDay,
                true,
                all.bookings());
        cut.settleTraits();
        return cut;
    }
}
