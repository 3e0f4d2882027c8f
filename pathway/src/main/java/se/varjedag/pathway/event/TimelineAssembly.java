package se.varjedag.pathway.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Puts rows into timelines: finds the current versions, counts the rows of each person, deals them to their places and
/// sorts each person's.
///
/// A row travels as one word that sorts as its day, code, region and unit do, with its traits below; ref and pathway,
/// where events have them, as a second word. What sorts is also what is kept: nothing is looked up again.
final class TimelineAssembly {
    private final EventColumns events;
    private final EventNumbers numbers;
    private final int shares;
    private final long @Nullable [] passedOver;
    private final int lastDay;

    TimelineAssembly(EventColumns events, @Nullable Instant knownAt, @Nullable LocalDate asOf, boolean sorted) {
        this.events = events;
        numbers = new EventNumbers(events, sorted);
        shares = Shares.worthWhile(events.size());
        passedOver = new CurrentVersions(events, numbers, knownAt).passedOver();
        lastDay = asOf == null ? Integer.MAX_VALUE : Math.toIntExact(asOf.toEpochDay());
    }

    Timelines assembled() {
        // 1. How many rows each person has, share by share, and the span of days.
        int persons = numbers.persons.size();
        int[][] places = new int[shares][persons];
        int[][] spans = new int[shares][];
        Shares.each(shares, share -> spans[share] = count(share, places[share]));
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int[] span : spans) {
            first = Math.min(first, span[0]);
            last = Math.max(last, span[1]);
        }
        int asOf = lastDay != Integer.MAX_VALUE ? lastDay : last == Integer.MIN_VALUE ? Timelines.NONE : last;

        // 2. Only persons with rows stay, in their order.
        int[] personAt = new int[persons];
        int[] from = new int[persons + 1];
        int kept = 0;
        int rows = 0;
        for (int p = 0; p < persons; p++) {
            int start = rows;
            for (int[] own : places) {
                int n = own[p];
                own[p] = rows;
                rows += n;
            }
            if (rows > start) {
                personAt[kept] = p;
                from[kept++] = start;
            }
        }
        from[kept] = rows;

        // 3. Every row to its place, then each person's into order.
        var layout = new RowLayout(
                numbers.dictionaries(), first == Integer.MAX_VALUE ? 0 : first, Math.max(first, last), hasRefs());
        long[] words = new long[rows];
        long[] seconds = layout.hasSecond() ? new long[rows] : null;
        Shares.each(shares, share -> deal(share, places[share], layout, words, seconds));
        var timelines = new Timelines(
                numbers.dictionaries(),
                layout,
                Arrays.copyOf(personAt, kept),
                Arrays.copyOf(from, kept + 1),
                words,
                seconds,
                asOf,
                lastDay != Integer.MAX_VALUE,
                bookings());
        int each = kept;
        int sorters = Shares.worthWhile(rows);
        Shares.each(
                sorters,
                share -> timelines.settle(
                        (int) ((long) share * each / sorters), (int) ((long) (share + 1) * each / sorters)));
        return timelines;
    }

    private boolean hasRefs() {
        return events.batches().stream().anyMatch(batch -> batch.ref != null || batch.pathway != null);
    }

    private boolean counts(EventBatch batch, int i, int row) {
        return (passedOver == null || (passedOver[row >>> 6] >>> row & 1) == 0)
                && (batch.status == null || batch.status[i] == EventBatch.DONE)
                && batch.day[i] <= lastDay;
    }

    private int firstBatch(int share) {
        return (int) ((long) share * events.batches().size() / shares);
    }

    private int[] count(int share, int[] counts) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int b = firstBatch(share); b < firstBatch(share + 1); b++) {
            var batch = events.batches().get(b);
            int[] persons = numbers.persons(b);
            int start = events.start(b);
            for (int i = 0; i < batch.size; i++) {
                if (counts(batch, i, start + i)) {
                    counts[persons[batch.person[i]]]++;
                    int day = batch.day[i];
                    first = Math.min(first, day);
                    last = Math.max(last, day);
                }
            }
        }
        return new int[] {first, last};
    }

    private void deal(int share, int[] places, RowLayout layout, long[] words, long @Nullable [] seconds) {
        for (int b = firstBatch(share); b < firstBatch(share + 1); b++) {
            var batch = events.batches().get(b);
            int[] persons = numbers.persons(b);
            long[] codes = layout.codes(numbers.codes(b));
            long[] regions = layout.regions(numbers.regions(b));
            long[] units = layout.units(numbers.units(b));
            long[] traits = layout.traits(numbers.traits(b));
            boolean traitsFirst = seconds == null;
            int start = events.start(b);
            for (int i = 0; i < batch.size; i++) {
                if (counts(batch, i, start + i)) {
                    int place = places[persons[batch.person[i]]]++;
                    long trait = traits[batch.traits[i]];
                    words[place] = layout.day(batch.day[i])
                            | codes[batch.code[i]]
                            | regions[batch.region[i]]
                            | units[batch.unit[i]]
                            | (traitsFirst ? trait : 0);
                    if (seconds != null) {
                        seconds[place] = layout.second(numbers.whichRef(b, i)) | trait;
                    }
                }
            }
        }
    }

    private Bookings bookings() {
        var rows = new int[16];
        int n = 0;
        for (int b = 0; b < events.batches().size(); b++) {
            var batch = events.batches().get(b);
            if (batch.status == null) {
                continue;
            }
            for (int i = 0; i < batch.size; i++) {
                int row = events.start(b) + i;
                boolean current = passedOver == null || (passedOver[row >>> 6] >>> row & 1) == 0;
                if (current && batch.status[i] == EventBatch.PLANNED) {
                    if (n == rows.length) {
                        rows = Arrays.copyOf(rows, 2 * n);
                    }
                    rows[n++] = row;
                }
            }
        }
        return new Bookings(events, Arrays.copyOf(rows, n));
    }
}
