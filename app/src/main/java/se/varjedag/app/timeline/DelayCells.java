package se.varjedag.app.timeline;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.timeline.RegistrationDelays.Delay;

/// So many events of a place, of a kind, of a month, registered so many days after they happened: one cell for each
/// that there is, in columns. Nothing is added to cells that somebody may be reading: a copy is.
final class DelayCells {
    /// For those of which the source does not say when it knew.
    static final int UNSAID = Integer.MIN_VALUE;

    private static final int ROOM = 1024;
    private static final int MONTHS = 12;
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
        copy.size = size;
        return copy;
    }

    /// The number of a month, as the cells have it.
    static int number(YearMonth month) {
        return month.getYear() * MONTHS + month.getMonthValue() - 1;
    }

    void add(Place who, Kind what, int when, @Nullable Integer late, int many) {
        if (size == place.length) {
            int room = size + size / 2;
            place = Arrays.copyOf(place, room);
            kind = Arrays.copyOf(kind, room);
            month = Arrays.copyOf(month, room);
            days = Arrays.copyOf(days, room);
            events = Arrays.copyOf(events, room);
        }
        place[size] = numbered(who, places, numberOfPlace);
        kind[size] = numbered(what, kinds, numberOfKind);
        month[size] = when;
        days[size] = late == null ? UNSAID : late;
        events[size] = many;
        size++;
    }

    private static <T> int numbered(T one, List<T> all, Map<T, Integer> numbers) {
        return numbers.computeIfAbsent(one, _ -> {
            all.add(one);
            return all.size() - 1;
        });
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
