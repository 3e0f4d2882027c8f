package se.varjedag.pathway.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Finds the current version of every event: the last to arrive of the rows that share source and id, or, without
/// an id, person, code, day, unit, ref and pathway.
///
/// Rows are dealt into parts by one half of their fingerprint, so that a part fits the processor's cache; within a part
/// rows meet by the other half, and those that meet are compared by all 128 bits.
final class CurrentVersions {
    private static final int PART = 1 << 13;
    /// Seed of the fingerprints of rows without id.
    private static final long NO_ID = 0x6E6F206964L;

    private final EventColumns events;
    private final EventNumbers numbers;
    private final long knownAt;
    private final int partBits;
    private final int rowBits;
    private final int shares;

    CurrentVersions(EventColumns events, EventNumbers numbers, @Nullable Instant knownAt) {
        this.events = events;
        this.numbers = numbers;
        this.knownAt = knownAt == null ? Long.MAX_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, knownAt);
        int size = events.size();
        partBits = size <= PART ? 0 : Math.min(12, 64 - Long.numberOfLeadingZeros(size / PART));
        rowBits = 64 - Long.numberOfLeadingZeros(size);
        shares = Shares.worthWhile(size);
    }

    /// One bit for each row that is not current; null where all are.
    long @Nullable [] passedOver() {
        int[][] counts = new int[shares][1 << partBits];
        Shares.each(shares, share -> deal(share, counts[share], null));
        int total = 0;
        int[] partStarts = new int[(1 << partBits) + 1];
        for (int part = 0; part < 1 << partBits; part++) {
            partStarts[part] = total;
            for (int share = 0; share < shares; share++) {
                int count = counts[share][part];
                counts[share][part] = total;
                total += count;
            }
        }
        partStarts[1 << partBits] = total;
        long[] dealt = new long[total];
        Shares.each(shares, share -> deal(share, counts[share], dealt));

        var older = new Rows[shares];
        Shares.each(shares, share -> {
            older[share] = new Rows();
            int from = (int) ((long) share * (1 << partBits) / shares);
            int to = (int) ((long) (share + 1) * (1 << partBits) / shares);
            long[] table = new long[0];
            for (int part = from; part < to; part++) {
                table = findOlder(dealt, partStarts[part], partStarts[part + 1], table, older[share]);
            }
        });
        return marked(older, total);
    }

    private long @Nullable [] marked(Rows[] older, int total) {
        int size = events.size();
        if (total == size && Arrays.stream(older).allMatch(rows -> rows.count == 0)) {
            return null;
        }
        long[] bits = new long[(size >>> 6) + 1];
        for (var rows : older) {
            for (int i = 0; i < rows.count; i++) {
                bits[rows.rows[i] >>> 6] |= 1L << rows.rows[i];
            }
        }
        if (total < size) {
            for (int b = 0; b < events.batches().size(); b++) {
                var batch = events.batches().get(b);
                for (int i = 0; i < batch.size; i++) {
                    if (unknownYet(batch, i)) {
                        int row = events.start(b) + i;
                        bits[row >>> 6] |= 1L << row;
                    }
                }
            }
        }
        return bits;
    }

    private boolean unknownYet(EventBatch batch, int row) {
        return batch.registered != null && batch.registered[row] > knownAt;
    }

    /// Counts a share's rows by part, or, when `into` is there, puts them from the places counted.
    private void deal(int share, int[] places, long @Nullable [] into) {
        int batches = events.batches().size();
        int shift = 64 - partBits;
        for (int b = share * batches / shares; b < (share + 1) * batches / shares; b++) {
            var batch = events.batches().get(b);
            long start = events.start(b);
            boolean allKnown = batch.registered == null || knownAt == Long.MAX_VALUE;
            for (int i = 0; i < batch.size; i++) {
                if (!allKnown && unknownYet(batch, i)) {
                    continue;
                }
                long low = low(batch, b, i);
                int part = partBits == 0 ? 0 : (int) (low >>> shift);
                if (into == null) {
                    places[part]++;
                } else {
                    into[places[part]++] = high(batch, b, i) << rowBits | (start + i);
                }
            }
        }
    }

    /// Puts the rows of one part into a table by their fingerprint's bits and notes the older of any two that are one
    /// event.
    private long[] findOlder(long[] dealt, int from, int to, long[] spare, Rows older) {
        int slots = Integer.highestOneBit(Math.max(8, to - from)) << 2;
        long[] table = spare.length >= slots ? spare : new long[slots];
        Arrays.fill(table, 0, slots, 0);
        int mask = slots - 1;
        long rowMask = (1L << rowBits) - 1;
        for (int i = from; i < to; i++) {
            long entry = dealt[i];
            int slot = (int) (entry >>> rowBits) & mask;
            while (true) {
                long there = table[slot];
                if (there == 0) {
                    table[slot] = entry + 1;
                    break;
                }
                there--;
                if (there >>> rowBits == entry >>> rowBits
                        && sameEvent((int) (there & rowMask), (int) (entry & rowMask))) {
                    older.add((int) Math.min(there & rowMask, entry & rowMask));
                    table[slot] = Math.max(there, entry) + 1;
                    break;
                }
                slot = (slot + 1) & mask;
            }
        }
        return table;
    }

    private boolean sameEvent(int rowA, int rowB) {
        int a = events.batchOf(rowA);
        int b = events.batchOf(rowB);
        int i = rowA - events.start(a);
        int j = rowB - events.start(b);
        var batchA = events.batches().get(a);
        var batchB = events.batches().get(b);
        return batchA.hasIdentity(i) == batchB.hasIdentity(j)
                && high(batchA, a, i) == high(batchB, b, j)
                && low(batchA, a, i) == low(batchB, b, j);
    }

    private long high(EventBatch batch, int b, int row) {
        if (batch.hasIdentity(row)) {
            return Objects.requireNonNull(batch.identityHigh)[row];
        }
        long who = numbers.whoWhat(b, row);
        long when = numbers.whenWhere(b, row);
        long which = numbers.whichRef(b, row);
        long high = Fingerprint.high(NO_ID, 0, who, when);
        return which == 0 ? high : Fingerprint.high(high, Fingerprint.low(NO_ID, 0, who, when), which, 0);
    }

    private long low(EventBatch batch, int b, int row) {
        if (batch.hasIdentity(row)) {
            return Objects.requireNonNull(batch.identityLow)[row];
        }
        long who = numbers.whoWhat(b, row);
        long when = numbers.whenWhere(b, row);
        long which = numbers.whichRef(b, row);
        long low = Fingerprint.low(NO_ID, 0, who, when);
        return which == 0 ? low : Fingerprint.low(Fingerprint.high(NO_ID, 0, who, when), low, which, 0);
    }

    /// Row numbers, as many as come.
    private static final class Rows {
        private int[] rows = new int[16];
        private int count;

        void add(int row) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count);
            }
            rows[count++] = row;
        }
    }
}
