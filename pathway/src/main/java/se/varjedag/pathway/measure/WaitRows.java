package se.varjedag.pathway.measure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.measure.WaitTable.Blocks;
import se.varjedag.pathway.measure.WaitTable.Numbers;
import se.varjedag.pathway.measure.WaitTable.Profile;
import se.varjedag.pathway.measure.WaitTable.Quarter;
import se.varjedag.pathway.measure.WaitTable.Trait;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// Collects waits row by row, and lays them out as a table.
final class WaitRows {
    private static final int ROOM = 64;

    private final TracedPathways traced;
    private final boolean whole;
    private final Calendar calendar;
    private final boolean open;
    private final long quarters;
    private final long regions;
    private final GroupIndex blocks;
    private final GroupIndex profiles = new GroupIndex(Long.MAX_VALUE);
    private final GroupIndex traits = new GroupIndex(Long.MAX_VALUE);
    private final DayCounts endedOn = new DayCounts();
    private final DayCounts begunOn = new DayCounts();
    private Span span = Span.EMPTY;

    private int[] block;
    private int[] end;
    private int[] days;
    private int[] profile;
    private int[] trait;
    private int[] unit;
    private int size;

    /// @param calendar of all days from the first wait to the day the waiting are counted to
    WaitRows(TracedPathways traced, Measure measure, Calendar calendar, boolean open) {
        this.traced = traced;
        this.calendar = calendar;
        this.open = open;
        whole = measure.whole();
        quarters = calendar.quarterTexts().size();
        regions = traced.timelines().regions().size();
        blocks = new GroupIndex(quarters * regions * traced.definitions().all().size());
        block = new int[ROOM];
        end = new int[ROOM];
        days = new int[ROOM];
        profile = new int[ROOM];
        trait = new int[ROOM];
        unit = new int[ROOM];
    }

    /// The measure's end was reached.
    void reached(int pathway, int fromDay, int toDay, int region, int unitThere) {
        var kind = traced.treatment(pathway);
        boolean included = whole && kind != null && kind != TreatmentKind.CLOSED;
        ended(fromDay, toDay);
        add(pathway, fromDay, toDay, region, unitThere, profile(Profile.REACHED, pathway, included));
    }

    /// The pathway ended without reaching it.
    void left(int pathway, int fromDay, int endDay, int region, int unitThere) {
        ended(fromDay, endDay);
        long left = Profile.pack(Profile.LEFT, traced.treatmentOrdinal(pathway), -1, false, false);
        add(pathway, fromDay, endDay, region, unitThere, left);
    }

    /// The pathway is open.
    void open(int pathway, int fromDay) {
        int outcome = traced.state(pathway) == State.STALE ? Profile.STALE : Profile.WAITING;
        add(
                pathway,
                fromDay,
                traced.asOf(),
                traced.waitingRegion(pathway),
                traced.waitingUnit(pathway),
                profile(outcome, pathway, false));
    }

    private long profile(int outcome, int pathway, boolean included) {
        int limit = whole ? traced.limit(pathway) : -1;
        boolean assumed = whole && traced.assumedLimit(pathway);
        return Profile.pack(outcome, traced.treatmentOrdinal(pathway), limit, assumed, included);
    }

    private void ended(int fromDay, int endDay) {
        endedOn.add(endDay);
        begunOn.add(fromDay);
    }

    private void add(int pathway, int fromDay, int endDay, int region, int unitThere, long happened) {
        if (size == block.length) {
            makeRoom();
        }
        long place = (traced.definition(pathway) * regions + region) * quarters + calendar.quarter(endDay);
        block[size] = blocks.of(place);
        end[size] = endDay;
        days[size] = endDay - fromDay;
        profile[size] = profiles.of(happened);
        trait[size] = traits.of(trait(pathway));
        unit[size] = unitThere;
        span = span.with(new Span(fromDay, endDay));
        size++;
    }

    private long trait(int pathway) {
        int person = traced.person(pathway);
        var timelines = traced.timelines();
        int startYear = calendar.firstYear() + calendar.year(traced.start(pathway));
        return Trait.pack(
                timelines.homeRegion(person),
                Selection.sex(timelines.sex(person)),
                AgeClass.of(startYear, timelines.born(person)));
    }

    private void makeRoom() {
        block = Arrays.copyOf(block, 2 * size);
        end = Arrays.copyOf(end, 2 * size);
        days = Arrays.copyOf(days, 2 * size);
        profile = Arrays.copyOf(profile, 2 * size);
        trait = Arrays.copyOf(trait, 2 * size);
        unit = Arrays.copyOf(unit, 2 * size);
    }

    /// The rows as a table. Nothing can be added any more.
    WaitTable table() {
        var order = blocks.sorted();
        var definitions = new int[order.length];
        var regionOf = new int[order.length];
        var quarterOf = new Quarter[order.length];
        var placeOf = new int[order.length];
        Map<Integer, Quarter> known = new HashMap<>();
        for (int i = 0; i < order.length; i++) {
            long key = blocks.key(order[i]);
            quarterOf[i] = known.computeIfAbsent((int) (key % quarters), this::quarter);
            regionOf[i] = (int) (key / quarters % regions);
            definitions[i] = (int) (key / quarters / regions);
            placeOf[order[i]] = i;
        }
        var starts = new int[order.length + 1];
        var target = targets(placeOf, starts);
        for (int row = 0; row < size; row++) {
            end[row] -= quarterOf[placeOf[block[row]]].first();
        }
        return new WaitTable(
                open,
                traced.timelines().regions(),
                traced.timelines().units(),
                new Numbers(profiles),
                new Numbers(traits),
                new Blocks(definitions, regionOf, quarterOf, starts),
                column(end, target),
                column(days, target),
                column(profile, target),
                column(trait, target),
                column(unit, target),
                endedOn,
                begunOn,
                span);
    }

    /// Where each row goes, and where each block starts.
    private int[] targets(int[] placeOf, int[] starts) {
        for (int row = 0; row < size; row++) {
            starts[placeOf[block[row]] + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        var next = starts.clone();
        var target = new int[size];
        for (int row = 0; row < size; row++) {
            target[row] = next[placeOf[block[row]]]++;
        }
        return target;
    }

    private Column column(int[] values, int[] target) {
        var sorted = new int[size];
        for (int row = 0; row < size; row++) {
            sorted[target[row]] = values[row];
        }
        return Column.of(sorted);
    }

    private Quarter quarter(int sinceFirst) {
        int first = calendar.firstDayOfQuarter(sinceFirst);
        int last = calendar.firstDayOfQuarter(sinceFirst + 1) - 1;
        return new Quarter(calendar.firstYear() * Quarter.OF_YEAR + sinceFirst, first, last);
    }
}
