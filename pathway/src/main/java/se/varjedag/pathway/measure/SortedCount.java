package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts a question of many groups. The waits let in are written down with their groups and brought together group
/// by group with one counting sort; then one small table after another is filled, never many side by side. A group
/// of three costs what three waits cost.
final class SortedCount {
    private static final int WAITS_OF_TASK = 1 << 15;
    private static final int WORTH_TWO_THREADS = 2 * WAITS_OF_TASK;

    /// From so many waits on a group is worth a table by kind and day.
    private static final int LARGE = GroupTally.MOST / 2;

    private final KeyPlan keys;
    private final WaitKinds kinds;
    private final List<WaitList> lists;

    /// A part of a table, and the place of its plan among all.
    private record Part(TablePlan plan, int place, int fromBlock, int toBlock) {}

    /// @param plans the tables whose waits are counted, and those whose waits are taken away
    SortedCount(KeyPlan keys, List<TablePlan> plans, boolean twoThreads) {
        this.keys = keys;
        kinds = new WaitKinds(plans);
        var shares = shares(plans, twoThreads ? 2 : 1);
        lists = (twoThreads ? shares.parallelStream() : shares.stream())
                .map(this::written)
                .toList();
    }

    /// Each large table in halves, the small ones with the first of them.
    private static List<List<Part>> shares(List<TablePlan> plans, int threads) {
        var shares = new ArrayList<List<Part>>();
        for (int thread = 0; thread < threads; thread++) {
            shares.add(new ArrayList<>());
        }
        for (int place = 0; place < plans.size(); place++) {
            var plan = plans.get(place);
            var blocks = plan.table.blocks();
            int from = 0;
            for (int thread = 0; thread < threads; thread++) {
                int to = thread == threads - 1
                        ? blocks.size()
                        : blocks.startingFrom((int) ((long) plan.table.rows() * (thread + 1) / threads));
                shares.get(thread).add(new Part(plan, place, from, to));
                from = to;
            }
        }
        return shares;
    }

    private WaitList written(List<Part> share) {
        var list = new WaitList(kinds, keys.range());
        for (var part : share) {
            list.write(part.plan, part.place, part.fromBlock, part.toBlock);
        }
        return list;
    }

    /// The groups with anybody in them, in the order of their keys.
    List<Group> groups() {
        var numbers = WaitList.numbers(lists);
        int count = numbers.length;
        var starts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            int at = starts[i];
            for (var list : lists) {
                at = list.place(numbers[i], at);
            }
            starts[i + 1] = at;
        }
        var sorted = new int[starts[count]];
        boolean twoThreads = sorted.length >= WORTH_TWO_THREADS;
        (twoThreads ? lists.parallelStream() : lists.stream()).forEach(list -> list.bringTogether(sorted));
        var groups = new @Nullable Group[count];
        var tasks = tasks(starts, count);
        (twoThreads ? tasks.parallelStream() : tasks.stream()).forEach(task -> {
            var tally = new GroupTally(kinds);
            var large = new Tally(kinds, 1);
            for (int i = task.from; i < task.to; i++) {
                if (starts[i + 1] - starts[i] < LARGE) {
                    tally.addAll(sorted, starts[i], starts[i + 1]);
                } else {
                    large.addAll(sorted, starts[i], starts[i + 1]);
                    large.moveTo(tally, 0);
                    large.forget();
                }
                groups[i] = tally.group(keys.key(numbers[i]));
            }
        });
        return withAnybody(groups);
    }

    private static List<Group> withAnybody(@Nullable Group[] groups) {
        var some = new ArrayList<Group>(groups.length);
        for (var group : groups) {
            if (group != null) {
                some.add(group);
            }
        }
        return List.copyOf(some);
    }

    /// Groups that follow on each other.
    private record Task(int from, int to) {}

    private static List<Task> tasks(int[] starts, int count) {
        var tasks = new ArrayList<Task>();
        int from = 0;
        for (int i = 1; i <= count; i++) {
            if (i == count || starts[i] - starts[from] >= WAITS_OF_TASK) {
                tasks.add(new Task(from, i));
                from = i;
            }
        }
        return tasks;
    }
}
