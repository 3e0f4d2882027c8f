package se.varjedag.pathway.measure;

import java.util.Arrays;
import java.util.List;

/// Waits of one measure in columns, sorted by definition, region and quarter of their end. Immutable.
///
/// Rows of one definition, region and quarter are a block. What a question says about these three is decided once
/// per block; the rest of a row is five narrow numbers. A profile is what happened (outcome, treatment, limit), a
/// trait is who the person is (home region, sex, age class): there are few different ones, so each is listed once
/// and a row names it by its place.
///
/// @param open whether the waits are open ones
/// @param regions the texts of the regions, by the numbers that blocks and traits have
/// @param units the texts of the units, by the numbers in `unit`
/// @param profiles the different profiles, as [Profile] packs them
/// @param traits the different traits, as [Trait] packs them
/// @param day days of the end since the first of its quarter; of an open wait, of the day it is counted to
/// @param days how long the wait is
/// @param endedOn how many ended on each day
/// @param begunOn on which days those that ended had begun
/// @param span the days from the first beginning to the last end
record WaitTable(
        boolean open,
        List<String> regions,
        List<String> units,
        Numbers profiles,
        Numbers traits,
        Blocks blocks,
        Column day,
        Column days,
        Column profile,
        Column trait,
        Column unit,
        DayCounts endedOn,
        DayCounts begunOn,
        Span span) {

    /// A list of numbers that rows name by their place.
    static final class Numbers {
        private final long[] all;

        /// The keys of an index, by their numbers there.
        Numbers(GroupIndex index) {
            all = new long[index.size()];
            Arrays.setAll(all, index::key);
        }

        int size() {
            return all.length;
        }

        long at(int place) {
            return all[place];
        }
    }

    /// Which rows belong together, and what they have in common.
    static final class Blocks {
        private final int[] definitions;
        private final int[] regions;
        private final Quarter[] quarters;
        private final int[] starts;

        /// @param starts the first row of each block; one more at the end
        Blocks(int[] definitions, int[] regions, Quarter[] quarters, int[] starts) {
            this.definitions = definitions;
            this.regions = regions;
            this.quarters = quarters;
            this.starts = starts;
        }

        int size() {
            return definitions.length;
        }

        int definition(int block) {
            return definitions[block];
        }

        int region(int block) {
            return regions[block];
        }

        Quarter quarter(int block) {
            return quarters[block];
        }

        /// The first row of a block; its rows are those up to and without `start(block + 1)`.
        int start(int block) {
            return starts[block];
        }

        /// The first block that starts at this row or later.
        int startingFrom(int row) {
            int found = Arrays.binarySearch(starts, row);
            return found < 0 ? -found - 1 : found;
        }
    }

    /// A quarter of a year, and its first and last day.
    ///
    /// @param number quarters since the first of the year 0
    record Quarter(int number, int first, int last) {
        static final int OF_YEAR = 4;
    }

    /// What happened to a wait, packed into one number.
    static final class Profile {
        static final int REACHED = DayHistogram.Outcome.REACHED.place;
        static final int LEFT = DayHistogram.Outcome.LEFT.place;
        static final int WAITING = DayHistogram.Outcome.WAITING.place;
        static final int STALE = 3;

        private static final int ASSUMED = 1 << 2;
        private static final int INCLUDED = 1 << 3;
        private static final int TREATMENT_SHIFT = 4;
        private static final int LIMIT_SHIFT = 16;
        private static final int TREATMENT_MASK = (1 << (LIMIT_SHIFT - TREATMENT_SHIFT)) - 1;

        private Profile() {}

        /// @param treatment the ordinal of the kind of treatment, -1 for none
        /// @param limit in days, -1 for none
        static long pack(int outcome, int treatment, int limit, boolean assumed, boolean included) {
            return (long) (limit + 1) << LIMIT_SHIFT
                    | (long) (treatment + 1) << TREATMENT_SHIFT
                    | (included ? INCLUDED : 0)
                    | (assumed ? ASSUMED : 0)
                    | outcome;
        }

        static int outcome(long profile) {
            return (int) profile & STALE;
        }

        /// One more than the ordinal of the kind of treatment, 0 for none.
        static int treatment(long profile) {
            return (int) (profile >>> TREATMENT_SHIFT) & TREATMENT_MASK;
        }

        static int limit(long profile) {
            return (int) (profile >>> LIMIT_SHIFT) - 1;
        }

        static boolean assumed(long profile) {
            return (profile & ASSUMED) != 0;
        }

        static boolean included(long profile) {
            return (profile & INCLUDED) != 0;
        }
    }

    /// Who a person is, packed into one number.
    static final class Trait {
        private static final int SEX_SHIFT = 8;
        private static final int HOME_SHIFT = 16;
        private static final int MASK = 0xFF;

        private Trait() {}

        static long pack(int homeRegion, int sex, int age) {
            return (long) homeRegion << HOME_SHIFT | sex << SEX_SHIFT | age;
        }

        static int homeRegion(long trait) {
            return (int) (trait >>> HOME_SHIFT);
        }

        static int sex(long trait) {
            return (int) (trait >>> SEX_SHIFT) & MASK;
        }

        static int age(long trait) {
            return (int) trait & MASK;
        }
    }

    int rows() {
        return blocks.start(blocks.size());
    }

    /// The longest limit of a row, -1 when none is known.
    int longestLimit() {
        int longest = -1;
        for (int i = 0; i < profiles.size(); i++) {
            longest = Math.max(longest, Profile.limit(profiles.at(i)));
        }
        return longest;
    }

    /// How much memory the columns and blocks take, without what many tables share.
    long bytes() {
        return day.bytes()
                + days.bytes()
                + profile.bytes()
                + trait.bytes()
                + unit.bytes()
                + 16L * blocks.size()
                + 8L * (profiles.size() + traits.size());
    }
}
