package se.varjedag.pathway.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the timelines of a few persons in the place of what these were among many. Nothing is sorted again:
/// stretches of persons are copied as they stand, and their rows rewritten only where a new text moved the numbers
/// of the old.
final class Replacement {
    private final Timelines before;
    private final Timelines touched;
    private final Set<String> whom;
    private final Joined persons;
    private final Joined codes;
    private final Joined units;
    private final Joined regions;
    private final Joined pathways;
    private final Joined refs;
    private final Traits traits = new Traits();
    private final int[] traitsBefore;
    private final int[] traitsTouched;
    private final Dictionaries dictionaries;

    Replacement(Timelines before, Timelines touched, Collection<String> whom) {
        if (before.asOfGiven != touched.asOfGiven || (before.asOfGiven && before.asOf() != touched.asOf())) {
            throw new IllegalArgumentException("Timelines as of one day cannot take in those as of another");
        }
        this.before = before;
        this.touched = touched;
        this.whom = Set.copyOf(whom);
        var one = before.dictionaries;
        var other = touched.dictionaries;
        persons = one.sortedPersons().with(other.sortedPersons());
        codes = one.codes().with(other.codes());
        units = one.units().with(other.units());
        regions = one.regions().with(other.regions());
        pathways = one.pathways().with(other.pathways());
        refs = one.refs().with(other.refs());
        traitsBefore = traits.addAll(one.traits(), regions.allOfOne());
        traitsTouched = traits.addAll(other.traits(), regions.allOfOther());
        dictionaries = new Dictionaries(
                persons.all(), codes.all(), units.all(), regions.all(), pathways.all(), refs.all(), traits);
    }

    Replaced replaced() {
        var stretches = stretches();
        int count = 0;
        int rows = 0;
        if (!stretches.isEmpty()) {
            var last = stretches.getLast();
            count = last.at() + last.to() - last.from();
            rows = last.rowAt() + source(last).from[last.to()] - last.firstRow();
        }
        int lastDay = lastDay(stretches);
        var layout = new RowLayout(
                dictionaries,
                firstDay(lastDay),
                lastDay == Timelines.NONE ? 0 : lastDay,
                before.layout.hasSecond() || touched.layout.hasSecond());
        var all = new Timelines(
                dictionaries,
                layout,
                new int[count],
                new int[count + 1],
                new long[rows],
                layout.hasSecond() ? new long[rows] : null,
                before.asOfGiven ? before.asOf() : lastDay,
                before.asOfGiven,
                bookings());
        all.from[count] = rows;
        fill(all, stretches);
        return new Replaced(all, stretches);
    }

    private Timelines source(Stretch stretch) {
        return stretch.touched() ? touched : before;
    }

    /// The persons in their new order, in runs from one side or the other.
    private List<Stretch> stretches() {
        var stretches = new ArrayList<Stretch>();
        var names = SortedUnion.of(whom);
        int next = 0;
        int nextTouched = 0;
        for (int w = 1; w < names.size(); w++) {
            int place = before.dictionaries.sortedPersons().find(names, w);
            int at = lowerBound(before.personAt, place < 0 ? -place - 1 : place);
            boolean known = place >= 0 && at < before.personAt.length && before.personAt[at] == place;
            if (at > next) {
                add(stretches, false, next, at);
            }
            next = known ? at + 1 : Math.max(next, at);
            int here = touched.dictionaries.sortedPersons().find(names, w);
            if (here >= 0 && nextTouched < touched.personAt.length && touched.personAt[nextTouched] == here) {
                add(stretches, true, nextTouched, nextTouched + 1);
                nextTouched++;
            }
        }
        if (nextTouched < touched.personAt.length) {
            throw new IllegalArgumentException(
                    "Somebody has touched timelines who is not among the %d persons touched".formatted(whom.size()));
        }
        if (next < before.personAt.length) {
            add(stretches, false, next, before.personAt.length);
        }
        return stretches;
    }

    private void add(List<Stretch> stretches, boolean isTouched, int from, int to) {
        int at = 0;
        int rowAt = 0;
        if (!stretches.isEmpty()) {
            var last = stretches.getLast();
            at = last.at() + last.to() - last.from();
            rowAt = last.rowAt() + source(last).from[last.to()] - last.firstRow();
        }
        stretches.add(new Stretch(isTouched, from, to, at, (isTouched ? touched : before).from[from], rowAt));
    }

    private static int lowerBound(int[] sorted, int value) {
        int found = Arrays.binarySearch(sorted, value);
        return found < 0 ? -found - 1 : found;
    }

    /// Days only widen from one replacement to the next, so that rows need seldom be written anew.
    private int firstDay(int lastDay) {
        int first = lastDay == Timelines.NONE ? 0 : lastDay;
        for (var side : List.of(before, touched)) {
            if (side.rows() > 0) {
                first = Math.min(first, side.layout.firstDay());
            }
        }
        return first;
    }

    private int lastDay(List<Stretch> stretches) {
        int last = Timelines.NONE;
        for (var stretch : stretches) {
            var source = source(stretch);
            for (int p = stretch.from(); p < stretch.to(); p++) {
                last = Math.max(last, source.day(source.to(p) - 1));
            }
        }
        return last;
    }

    private Bookings bookings() {
        var bookings = new ArrayList<CareEvent>();
        for (var booking : before.bookings().all()) {
            if (!whom.contains(booking.person())) {
                bookings.add(booking);
            }
        }
        bookings.addAll(touched.bookings().all());
        return new Bookings(bookings);
    }

    private void fill(Timelines all, List<Stretch> stretches) {
        var layout = all.layout;
        boolean copied = List.of(codes, units, regions, pathways, refs).stream().allMatch(Joined::unchanged)
                && layout.writesAs(before.layout);
        var ofBefore = new Recoding(
                before.layout,
                layout,
                codes.allOfOne(),
                regions.allOfOne(),
                units.allOfOne(),
                pathways.allOfOne(),
                refs::ofOne,
                traitsBefore);
        var ofTouched = new Recoding(
                touched.layout,
                layout,
                codes.allOfOther(),
                regions.allOfOther(),
                units.allOfOther(),
                pathways.allOfOther(),
                refs::ofOther,
                traitsTouched);
        for (var stretch : stretches) {
            var source = source(stretch);
            fillPersons(all, source, stretch);
            int end = source.from[stretch.to()];
            // Not one call of either recoding: JDK 25 may lose the object chosen when it leaves compiled code there.
            if (stretch.touched()) {
                ofTouched.write(source, stretch.firstRow(), end, all.words, all.seconds, stretch.rowAt());
            } else if (copied) {
                copy(source.words, source.seconds, stretch.firstRow(), end, all, stretch.rowAt());
            } else {
                ofBefore.write(source, stretch.firstRow(), end, all.words, all.seconds, stretch.rowAt());
            }
        }
    }

    private static void copy(long[] words, long @Nullable [] seconds, int row, int end, Timelines to, int at) {
        System.arraycopy(words, row, to.words, at, end - row);
        if (seconds != null && to.seconds != null) {
            System.arraycopy(seconds, row, to.seconds, at, end - row);
        }
    }

    private void fillPersons(Timelines all, Timelines source, Stretch stretch) {
        int shift = stretch.at() - stretch.from();
        int rowShift = stretch.rowAt() - stretch.firstRow();
        for (int p = stretch.from(); p < stretch.to(); p++) {
            int home = source.homeRegions[p];
            int place = source.personAt[p];
            all.personAt[p + shift] = stretch.touched() ? persons.ofOther(place) : persons.ofOne(place);
            all.homeRegions[p + shift] = stretch.touched() ? regions.ofOther(home) : regions.ofOne(home);
            all.from[p + shift] = source.from[p] + rowShift;
        }
        int count = stretch.to() - stretch.from();
        System.arraycopy(source.sexes, stretch.from(), all.sexes, stretch.at(), count);
        System.arraycopy(source.born, stretch.from(), all.born, stretch.at(), count);
    }
}
