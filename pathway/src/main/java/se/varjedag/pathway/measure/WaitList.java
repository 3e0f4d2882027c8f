package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The waits that a question lets in, written down one after the other, each with the number of its group: what one
/// thread reads.
final class WaitList {
    private static final int ROOM = 1 << 15;

    /// Up to here groups are counted by their numbers themselves.
    private static final int LARGEST_TABLE = 1 << 20;

    private final WaitKinds kinds;
    private final @Nullable GroupIndex index;
    private final List<int[]> groups = new ArrayList<>();
    private final List<int[]> waits = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private int[] lastGroups = {};
    private int[] lastWaits = {};
    private int last;

    /// How many waits each group has; once they were given places, where the next of each goes.
    private int[] counts;

    /// @param range one more than the largest number of a group
    WaitList(WaitKinds kinds, long range) {
        this.kinds = kinds;
        index = range <= LARGEST_TABLE ? null : new GroupIndex(range);
        counts = new int[index == null ? (int) range : 64];
    }

    /// Writes down the waits of a part of a table.
    ///
    /// @param place the place of the table's plan among all
    void write(TablePlan plan, int place, int fromBlock, int toBlock) {
        var runs = new Runs(plan, fromBlock, toBlock);
        var batch = new RowBatch(plan, runs);
        var ofProfiles = kinds.ofProfiles(place);
        for (int run = 0; run < runs.size(); run++) {
            for (int stretch = runs.firstOf(run); stretch < runs.firstOf(run + 1); stretch++) {
                for (int from = runs.fromRow(stretch); from < runs.toRow(stretch); from += RowBatch.SIZE) {
                    int n = batch.read(stretch, from);
                    makeRoom(n);
                    write(n, runs.adds(run), batch.inside(), batch.days(n), batch.profiles(n), ofProfiles);
                }
            }
        }
    }

    private void write(int n, long adds, long[] inside, int[] days, int[] profiles, int[] ofProfiles) {
        if (index == null) {
            for (int i = 0; i < n; i++) {
                lastGroups[last + i] = (int) (adds + inside[i]);
            }
        } else {
            for (int i = 0; i < n; i++) {
                lastGroups[last + i] = index.of(adds + inside[i]);
            }
            if (index.size() > counts.length) {
                counts = Arrays.copyOf(counts, Math.max(index.size(), 2 * counts.length));
            }
        }
        int bits = kinds.bits();
        int all = 0;
        for (int i = 0; i < n; i++) {
            lastWaits[last + i] = days[i] << bits | ofProfiles[profiles[i]];
            all |= days[i];
        }
        for (int i = last; i < last + n; i++) {
            counts[lastGroups[i]]++;
        }
        last += n;
        if (all >>> (Integer.SIZE - bits) != 0) {
            throw new ArithmeticException("A wait is too long to be counted beside so many kinds of waits");
        }
    }

    private void makeRoom(int rows) {
        if (last + rows > lastGroups.length) {
            close();
            lastGroups = new int[ROOM];
            lastWaits = new int[ROOM];
            groups.add(lastGroups);
            waits.add(lastWaits);
        }
    }

    private void close() {
        if (lastGroups.length > 0) {
            sizes.add(last);
        }
        last = 0;
    }

    /// The numbers of the groups that occur in some lists of one question, in their order.
    static long[] numbers(List<WaitList> lists) {
        if (lists.getFirst().index == null) {
            return numbersOfTables(lists);
        }
        var all = new GroupIndex(Long.MAX_VALUE);
        for (var list : lists) {
            for (int group = 0; list.index != null && group < list.index.size(); group++) {
                all.of(list.index.key(group));
            }
        }
        return Arrays.stream(all.sorted()).mapToLong(all::key).toArray();
    }

    private static long[] numbersOfTables(List<WaitList> lists) {
        var all = new int[lists.getFirst().counts.length];
        for (var list : lists) {
            for (int number = 0; number < all.length; number++) {
                all[number] += list.counts[number];
            }
        }
        var numbers = new long[all.length];
        int size = 0;
        for (int number = 0; number < all.length; number++) {
            numbers[size] = number;
            size += all[number] > 0 ? 1 : 0;
        }
        return Arrays.copyOf(numbers, size);
    }

    /// Gives the waits of a group the places from one on; gives the first place behind them.
    int place(long number, int at) {
        int group = index == null ? (int) number : index.find(number);
        if (group < 0) {
            return at;
        }
        int count = counts[group];
        counts[group] = at;
        return at + count;
    }

    /// Puts every wait to the next place of its group, once all groups were given theirs.
    void bringTogether(int[] sorted) {
        close();
        for (int part = 0; part < groups.size(); part++) {
            var groupsThere = groups.get(part);
            var waitsThere = waits.get(part);
            int size = sizes.get(part);
            for (int i = 0; i < size; i++) {
                sorted[counts[groupsThere[i]]++] = waitsThere[i];
            }
        }
    }
}
