package se.varjedag.pathway.measure;

import java.util.List;

/// The kinds of waits that a question tells apart besides their days: what happened, against which limit, whether
/// it counts for inclusion, and whether the wait is to be taken away. There are few, so a wait that is written down
/// names its kind by its number, and takes four bytes with its days.
final class WaitKinds {
    private static final int MARK_BITS = 5;

    /// So many different marks there are.
    static final int MARKS = 1 << MARK_BITS;

    private static final int OUTCOME = 3;
    private static final int LIMITED = 4;
    private static final int ASSUMED = 8;
    private static final int INCLUDED = 16;

    private static final long GONE = 1L << 40;

    private static final int BOUND_FROM = MARK_BITS + 1;
    private static final int TAKEN_AWAY = MARKS;

    private final int[] marks;
    private final int[] bounds;
    private final boolean[] gone;
    private final long[] whole;
    private final int bits;
    private final int[][] ofProfiles;

    /// What is told apart besides limit and days.
    static int marks(int outcome, boolean limited, boolean assumed, boolean included) {
        return outcome | (limited ? LIMITED : 0) | (assumed ? ASSUMED : 0) | (included ? INCLUDED : 0);
    }

    /// The outcome among marks, as [WaitTable.Profile] has it.
    static int outcome(int marks) {
        return marks & OUTCOME;
    }

    /// Whether there is a limit.
    static boolean limited(int marks) {
        return (marks & LIMITED) != 0;
    }

    /// Whether it is assumed.
    static boolean assumed(int marks) {
        return (marks & ASSUMED) != 0;
    }

    /// Whether the ends count for inclusion.
    static boolean included(int marks) {
        return (marks & INCLUDED) != 0;
    }

    /// The kinds of these tables' waits.
    WaitKinds(List<TablePlan> plans) {
        this(plans, true);
    }

    /// The kinds of one table's waits by themselves, none of which is taken away here.
    static WaitKinds of(TablePlan plan) {
        return new WaitKinds(List.of(plan), false);
    }

    private WaitKinds(List<TablePlan> plans, boolean signed) {
        var index = new GroupIndex(Long.MAX_VALUE);
        ofProfiles = new int[plans.size()][];
        for (int place = 0; place < ofProfiles.length; place++) {
            var plan = plans.get(place);
            ofProfiles[place] = new int[plan.marks.length];
            for (int profile = 0; profile < plan.marks.length; profile++) {
                long key = (signed && plan.gone ? GONE : 0)
                        | (long) plan.bounds[profile] << MARK_BITS
                        | plan.marks[profile];
                ofProfiles[place][profile] = index.of(key);
            }
        }
        marks = new int[index.size()];
        bounds = new int[marks.length];
        gone = new boolean[marks.length];
        for (int number = 0; number < marks.length; number++) {
            long key = index.key(number);
            marks[number] = (int) key & (MARKS - 1);
            bounds[number] = (int) ((key & ~GONE) >>> MARK_BITS);
            gone[number] = (key & GONE) != 0;
        }
        whole = new long[marks.length];
        for (int number = 0; number < marks.length; number++) {
            whole[number] = ((long) bounds[number] << BOUND_FROM) + (gone[number] ? TAKEN_AWAY : 0) + marks[number];
        }
        bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, marks.length));
    }

    /// The numbers of the kinds of a table's profiles.
    ///
    /// @param place the place of the table's plan among all
    int[] ofProfiles(int place) {
        return ofProfiles[place];
    }

    /// How many there are.
    int size() {
        return marks.length;
    }

    /// How many bits of a wait written down its kind takes; its days stand above them.
    int bits() {
        return bits;
    }

    /// What is told apart besides limit and days, from 0 to below [#MARKS].
    int marks(int kind) {
        return marks[kind];
    }

    /// The limit, as large as can be where there is none.
    int bound(int kind) {
        return bounds[kind];
    }

    /// By kind all of it in one number, for [#marksOf], [#boundOf] and [#signOf]: one look in memory instead of three.
    long[] whole() {
        return whole;
    }

    /// The marks of a whole kind.
    static int marksOf(long kind) {
        return (int) kind & (MARKS - 1);
    }

    /// Its limit.
    static int boundOf(long kind) {
        return (int) (kind >>> BOUND_FROM);
    }

    /// How much one wait of it counts.
    static int signOf(long kind) {
        return 1 - (((int) kind & TAKEN_AWAY) >> (MARK_BITS - 1));
    }

    /// How much one wait of this kind counts: taken away, minus one.
    int sign(int kind) {
        return gone[kind] ? -1 : 1;
    }
}
