package se.varjedag.pathway.event;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Cuts the timelines of some persons at a day: what came later had not happened yet.
final class EarlierDay {
    private EarlierDay() {}

    static Timelines of(Timelines all, int lastDay, IntPredicate whom) {
        int most = rows(all, whom);
        int[] personAt = new int[all.persons()];
        int[] from = new int[all.persons() + 1];
        long[] words = new long[most];
        long[] seconds = all.seconds == null ? null : new long[most];
        int kept = 0;
        int rows = 0;
        for (int p = 0; p < all.persons(); p++) {
            int start = all.from(p);
            int end = whom.test(p) ? all.to(p) : start;
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

    private static int rows(Timelines all, IntPredicate whom) {
        int rows = 0;
        for (int p = 0; p < all.persons(); p++) {
            rows += whom.test(p) ? all.to(p) - all.from(p) : 0;
        }
        return rows;
    }
}
