package se.varjedag.pathway.measure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.measure.WaitTable.Profile;
import se.varjedag.pathway.measure.WaitTable.Quarter;
import se.varjedag.pathway.measure.WaitTable.Trait;

/// What one table's numbers mean for a question: for each block what it adds to the number of a group, for each
/// profile, trait, unit and day whether it is let in and what it adds, so that a row is a few looks into small
/// lists.
final class TablePlan {
    static final long OUT = KeyPlan.OUT;

    final WaitTable table;

    /// The lists that leave rows out, and those that tell groups apart: only what the question needs.
    final Lookup[] filters;

    final Lookup[] adders;

    /// Whether the rows are taken away from what the other tables count.
    final boolean gone;

    /// Whether rows are counted by the day they begin on.
    final boolean byStart;

    /// By profile: its marks as [WaitKinds] has them, and its limit, as large as can be where there is none.
    final int[] marks;
    final int[] bounds;

    /// By day of account since the first of the calendar; null where no row need be asked for its day.
    final @Nullable Lookup byDay;

    private final boolean dayOfEvery;
    private final KeyPlan keys;
    private final int number;
    private final Calendar calendar;
    private final boolean periodHolds;
    private final long periodFrom;
    private final long periodTo;
    private final int[] healthcareRegions;

    /// One list: by value, whether it is let in and what it adds.
    ///
    /// The column whose values it is by is null for the day of account, `in` where all are let in, `adds` where
    /// none adds anything.
    static final class Lookup {
        final @Nullable Column column;
        final boolean @Nullable [] in;
        final long @Nullable [] adds;

        private Lookup(@Nullable Column column, boolean @Nullable [] in, long @Nullable [] adds) {
            this.column = column;
            this.in = in;
            this.adds = adds;
        }
    }

    @FunctionalInterface
    private interface Adds {
        long of(int value);
    }

    /// @param number the place of the table among all, those whose rows are taken away last
    TablePlan(Question question, KeyPlan keys, MeasureTables tables, WaitTable table, int number) {
        this.keys = keys;
        this.table = table;
        this.number = number;
        gone = number >= tables.counted().size();
        calendar = tables.calendar();
        byStart = question.countBy() == CountBy.START;
        // By end everyone open is counted, whatever the period.
        periodHolds = byStart || !table.open();
        periodFrom = question.periodFrom() == null
                ? Long.MIN_VALUE
                : question.periodFrom().toEpochDay();
        periodTo = question.periodTo() == null
                ? Long.MAX_VALUE
                : question.periodTo().toEpochDay();
        healthcareRegions =
                table.regions().stream().mapToInt(HealthcareRegions::of).toArray();
        int profiles = table.profiles().size();
        marks = new int[profiles];
        bounds = new int[profiles];
        for (int i = 0; i < profiles; i++) {
            long profile = table.profiles().at(i);
            int outcome = Profile.outcome(profile);
            int limit = outcome == Profile.LEFT ? -1 : question.limit().orElse(Profile.limit(profile));
            boolean assumed = question.limit().isEmpty() && Profile.assumed(profile);
            marks[i] = WaitKinds.marks(outcome, limit >= 0, assumed, Profile.included(profile));
            bounds[i] = limit < 0 ? Integer.MAX_VALUE : limit;
        }
        var ofProfile = lookup(
                table.profile(), profiles, i -> ofProfile(table.profiles().at(i)), GroupKey.TREATMENT, GroupKey.LIMIT);
        var ofTrait = lookup(
                table.trait(),
                table.traits().size(),
                i -> ofTrait(table.traits().at(i)),
                GroupKey.HOME_REGION,
                GroupKey.SEX,
                GroupKey.AGE);
        var ofUnit = lookup(
                table.unit(), table.units().size(), i -> keys.addsInside(GroupKey.UNIT, number, i), GroupKey.UNIT);
        var lookups = Arrays.stream(new @Nullable Lookup[] {ofProfile, ofTrait, ofUnit})
                .filter(one -> one != null)
                .toArray(Lookup[]::new);
        filters = Arrays.stream(lookups).filter(one -> one.in != null).toArray(Lookup[]::new);
        adders = Arrays.stream(lookups).filter(one -> one.adds != null).toArray(Lookup[]::new);
        boolean wanted = keys.uses(GroupKey.MONTH)
                || (byStart
                        && (question.periodFrom() != null
                                || question.periodTo() != null
                                || keys.uses(GroupKey.YEAR)
                                || keys.uses(GroupKey.QUARTER)));
        boolean cut = !byStart && periodHolds && (question.periodFrom() != null || question.periodTo() != null);
        byDay = wanted || cut ? byDay() : null;
        dayOfEvery = wanted;
    }

    private long ofProfile(long profile) {
        return sum(
                keys.addsInside(GroupKey.TREATMENT, number, Profile.treatment(profile)),
                keys.addsInside(GroupKey.LIMIT, number, Profile.limit(profile) + 1));
    }

    private long ofTrait(long trait) {
        return sum(
                keys.addsInside(GroupKey.HOME_REGION, number, Trait.homeRegion(trait)),
                keys.addsInside(GroupKey.SEX, number, Trait.sex(trait)),
                keys.addsInside(GroupKey.AGE, number, Trait.age(trait)));
    }

    private @Nullable Lookup lookup(Column column, int size, Adds adds, GroupKey... of) {
        boolean filters = Arrays.stream(of).anyMatch(keys::filtersBy);
        boolean groups = Arrays.stream(of).anyMatch(keys::groupsBy);
        return filters || groups ? lookup(column, size, adds, filters, groups) : null;
    }

    private static Lookup lookup(@Nullable Column column, int size, Adds adds, boolean filters, boolean groups) {
        var in = new boolean[size];
        var added = new long[size];
        for (int i = 0; i < size; i++) {
            added[i] = adds.of(i);
            in[i] = added[i] != OUT;
        }
        return new Lookup(column, filters && !allTrue(in) ? in : null, groups ? added : null);
    }

    private static boolean allTrue(boolean[] all) {
        for (boolean one : all) {
            if (!one) {
                return false;
            }
        }
        return true;
    }

    private Lookup byDay() {
        boolean groups = keys.groupsBy(GroupKey.MONTH)
                || (byStart && (keys.groupsBy(GroupKey.YEAR) || keys.groupsBy(GroupKey.QUARTER)));
        return lookup(null, calendar.last() - calendar.first() + 1, i -> ofDay(calendar.first() + i), true, groups);
    }

    private long ofDay(int day) {
        if (periodHolds && (day < periodFrom || day > periodTo)) {
            return OUT;
        }
        long month = keys.addsInside(GroupKey.MONTH, number, calendar.month(day));
        return byStart
                ? sum(
                        month,
                        keys.addsInside(GroupKey.QUARTER, number, calendar.quarter(day)),
                        keys.addsInside(GroupKey.YEAR, number, calendar.year(day)))
                : month;
    }

    private static long sum(long... adds) {
        long sum = 0;
        for (long one : adds) {
            if (one == OUT) {
                return OUT;
            }
            sum += one;
        }
        return sum;
    }

    /// What a block adds to the number of a group, or [#OUT] when the question leaves out all of its rows.
    long adds(int block) {
        int region = table.blocks().region(block);
        long place = sum(
                keys.adds(GroupKey.SVF, number, table.blocks().definition(block)),
                keys.adds(GroupKey.REGION, number, region),
                keys.adds(GroupKey.HREGION, number, healthcareRegions[region]));
        if (byStart || place == OUT) {
            return place;
        }
        var quarter = table.blocks().quarter(block);
        if (periodHolds && (quarter.last() < periodFrom || quarter.first() > periodTo)) {
            return OUT;
        }
        int sinceFirst = quarter.number() - calendar.firstYear() * Quarter.OF_YEAR;
        return sum(
                place,
                keys.adds(GroupKey.QUARTER, number, sinceFirst),
                keys.adds(GroupKey.YEAR, number, sinceFirst / Quarter.OF_YEAR));
    }

    /// The first day of a block's quarter, since the first of the calendar.
    int firstDayOf(int block) {
        return table.blocks().quarter(block).first() - calendar.first();
    }

    /// Whether the rows of a block must be asked for their day.
    boolean asksForDay(int block) {
        var quarter = table.blocks().quarter(block);
        return dayOfEvery || (byDay != null && (quarter.first() < periodFrom || quarter.last() > periodTo));
    }
}
