package se.varjedag.app.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.varjedag.app.timeline.RegistrationDelays.Delay;

/// So many events of a place, of a kind, of a month, registered so many days after they happened: one cell for each
/// that there is, in columns, found again by a table of their numbers. Nothing is added to cells that somebody may be
/// reading: a copy is.
final class DelayCells {
    /// For those of which the source does not say when it knew.
    static final int UNSAID = Integer.MIN_VALUE;

    private static final int ROOM = 1024;
    private static final int NONE = -1;
    private static final int PREFIX = 3;
    private static final int MONTHS = 12;
    private static final int MIX = 0x9E3779B1;
    private static final long LOW = 0xFFFF_FFFFL;

    private final List<Place> places = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<Place, Integer> numberOfPlace = new HashMap<>();
    private final Map<Kind, Integer> numberOfKind = new HashMap<>();
    private int[] place = new int[ROOM];
    private int[] kind = new int[ROOM];
    private int[] month = new int[ROOM];
    private int[] days = new int[ROOM];
    private int[] events = new int[ROOM];
    private int[] table = empty(2 * ROOM);
    private int size;

    /// Who reported.
    record Place(String region, String unit) {}

    /// What was reported: the prefix of the code, and the prefix that a sub-process point names.
    record Kind(String code, String pathway) {
        boolean isOf(List<String> prefixes) {
            return prefixes.isEmpty() || prefixes.contains(code) || prefixes.contains(pathway);
        }
    }

    /// The same cells, to be added to.
    DelayCells copy() {
        var copy = new DelayCells();
        copy.places.addAll(places);
        copy.kinds.addAll(kinds);
        copy.numberOfPlace.putAll(numberOfPlace);
        copy.numberOfKind.putAll(numberOfKind);
        copy.place = place.clone();
        copy.kind = kind.clone();
        copy.month = month.clone();
        copy.days = days.clone();
        copy.events = events.clone();
        copy.table = table.clone();
        copy.size = size;
        return copy;
    }

    /// The number of a month, as the cells have it.
    static int number(YearMonth month) {
        return month.getYear() * MONTHS + month.getMonthValue() - 1;
    }

    /// Counts an event in.
    ///
    /// @param late days from the event to its registration, or [#UNSAID]
    void add(String region, String unit, String code, String pathway, LocalDate day, int late) {
        add(
                numbered(new Place(region, unit), places, numberOfPlace),
                numbered(new Kind(prefix(code), pathway), kinds, numberOfKind),
                number(YearMonth.from(day)),
                late);
    }

    private void add(int who, int what, int when, int late) {
        int at = slot(who, what, when, late);
        if (table[at] != NONE) {
            events[table[at]]++;
            return;
        }
        if (size == place.length) {
            grow();
            at = slot(who, what, when, late);
        }
        table[at] = size;
        place[size] = who;
        kind[size] = what;
        month[size] = when;
        days[size] = late;
        events[size] = 1;
        size++;
    }

    /// Where in the table the cell's number is, or would be.
    private int slot(int who, int what, int when, int late) {
        int mixed = ((who * MIX + what) * MIX + when) * MIX + late;
        int at = (mixed ^ (mixed >>> (Integer.SIZE / 2))) & (table.length - 1);
        while (table[at] != NONE && !is(table[at], who, what, when, late)) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private boolean is(int cell, int who, int what, int when, int late) {
        return place[cell] == who && kind[cell] == what && month[cell] == when && days[cell] == late;
    }

    private void grow() {
        int room = 2 * size;
        place = Arrays.copyOf(place, room);
        kind = Arrays.copyOf(kind, room);
        month = Arrays.copyOf(month, room);
        days = Arrays.copyOf(days, room);
        events = Arrays.copyOf(events, room);
        table = empty(2 * room);
        for (int cell = 0; cell < size; cell++) {
            table[slot(place[cell], kind[cell], month[cell], days[cell])] = cell;
        }
    }

    private static int[] empty(int room) {
        var table = new int[room];
        Arrays.fill(table, NONE);
        return table;
    }

    private static String prefix(String code) {
        return code.length() <= PREFIX ? code : code.substring(0, PREFIX);
    }

    private static <T> int numbered(T one, List<T> all, Map<T, Integer> numbers) {
        var known = numbers.get(one);
        if (known != null) {
            return known;
        }
        all.add(one);
        numbers.put(one, all.size() - 1);
        return all.size() - 1;
    }

    /// The delays of the events of these months.
    ///
    /// @param prefixes as {@link RegistrationDelays#of} has them
    List<Delay> of(YearMonth first, YearMonth last, List<String> prefixes) {
        int from = number(first);
        int to = number(last);
        var chosen = new boolean[kinds.size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = kinds.get(i).isOf(prefixes);
        }
        var sums = new HashMap<Long, Long>();
        for (int cell = 0; cell < size; cell++) {
            if (month[cell] >= from && month[cell] <= to && chosen[kind[cell]]) {
                long key = ((long) place[cell] << Integer.SIZE) | (days[cell] & LOW);
                sums.merge(key, (long) events[cell], Long::sum);
            }
        }
        var delays = new ArrayList<Delay>();
        sums.forEach((key, sum) -> {
            var where = places.get((int) (key >> Integer.SIZE));
            int late = key.intValue();
            delays.add(new Delay(where.region(), where.unit(), late == UNSAID ? null : late, sum));
        });
        return delays;
    }
}
