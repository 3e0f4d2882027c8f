package se.varjedag.pathway.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What has happened to each person, as known at some moment: current versions of done events only, person by person in
/// the order of their names, each person's rows by day.
///
/// Rows of one day stand in an order that no file decides: code, region, unit (both with empty last), ref, pathway. So
/// the first of several equals is the one that counts.
public final class Timelines {
    /// Stands for a day or year that is not there.
    public static final int NONE = Integer.MIN_VALUE;

    private final List<String> persons;
    private final int[] from;
    private final List<CareEvent> rows;
    private final Dictionary codes;
    private final Dictionary units;
    private final Dictionary regions;
    private final Dictionary pathways;
    private final Dictionary refs;
    private final int[] homeRegions;
    private final byte[] sexes;
    private final short[] born;
    private final int asOf;
    private final Bookings bookings;

    private record Dictionary(List<String> texts, Map<String, Integer> index) {
        static Dictionary of(List<CareEvent> rows, Function<CareEvent, String> column) {
            var all = new TreeSet<>(rows.stream().map(column).toList());
            all.add("");
            var texts = List.copyOf(all);
            var index = new HashMap<String, Integer>();
            for (int i = 0; i < texts.size(); i++) {
                index.put(texts.get(i), i);
            }
            return new Dictionary(texts, index);
        }

        int of(String text) {
            return index.getOrDefault(text, 0);
        }
    }

    private static final Comparator<String> EMPTY_LAST =
            Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder());

    private static final Comparator<CareEvent> ORDER = Comparator.comparing(CareEvent::person)
            .thenComparing(CareEvent::day)
            .thenComparing(CareEvent::code)
            .thenComparing(CareEvent::region, EMPTY_LAST)
            .thenComparing(CareEvent::unit, EMPTY_LAST)
            .thenComparing(CareEvent::ref)
            .thenComparing(CareEvent::pathway);

    private Timelines(List<CareEvent> done, List<CareEvent> booked, int asOf) {
        this.rows = done.stream().sorted(ORDER).toList();
        this.asOf = asOf;
        this.bookings = new Bookings(booked.stream().sorted(ORDER).toList());
        codes = Dictionary.of(rows, CareEvent::code);
        units = Dictionary.of(rows, CareEvent::unit);
        regions = Dictionary.of(
                rows.stream()
                        .flatMap(e -> java.util.stream.Stream.of(e, e.at(e.homeRegion(), "")))
                        .toList(),
                CareEvent::region);
        pathways = Dictionary.of(rows, CareEvent::pathway);
        refs = Dictionary.of(rows, CareEvent::ref);
        persons = rows.stream().map(CareEvent::person).distinct().toList();
        from = new int[persons.size() + 1];
        homeRegions = new int[persons.size()];
        sexes = new byte[persons.size()];
        born = new short[persons.size()];
        int row = 0;
        for (int p = 0; p < persons.size(); p++) {
            from[p] = row;
            while (row < rows.size() && rows.get(row).person().equals(persons.get(p))) {
                row++;
            }
            var own = rows.subList(from[p], row);
            homeRegions[p] = regions.of(last(own, CareEvent::homeRegion));
            var sex = last(own, CareEvent::sex);
            sexes[p] = (byte) (sex.isEmpty() ? 0 : sex.charAt(0));
            var year = last(own, e -> e.born() == null ? "" : "%04d".formatted(e.born()));
            born[p] = year.isEmpty() ? 0 : Short.parseShort(year);
        }
        from[persons.size()] = row;
    }

    private static String last(List<CareEvent> own, Function<CareEvent, String> column) {
        return own.stream()
                .filter(e -> !column.apply(e).isEmpty())
                .min(Comparator.comparing(CareEvent::day).reversed().thenComparing(column))
                .map(column)
                .orElse("");
    }

    /// The timelines of all persons.
    ///
    /// @param knownAt leaves out versions learnt later, before the current ones are found; null: none is left out
    /// @param asOf leaves out events dated later, after the current versions are found;
    ///     null: the day of the latest done event
    public static Timelines of(EventColumns events, @Nullable Instant knownAt, @Nullable LocalDate asOf) {
        var current = new LinkedHashMap<Object, CareEvent>();
        for (int i = 0; i < events.size(); i++) {
            var e = events.event(i);
            if (knownAt != null && e.registered() != null && e.registered().isAfter(knownAt)) {
                continue;
            }
            Object key = e.id().isEmpty()
                    ? Arrays.asList(e.person(), e.code(), e.day(), e.unit(), e.ref(), e.pathway())
                    : List.of(e.source(), e.id());
            current.put(key, e);
        }
        var done = new ArrayList<CareEvent>();
        var booked = new ArrayList<CareEvent>();
        for (var e : current.values()) {
            switch (e.status()) {
                case DONE -> {
                    if (asOf == null || !e.day().isAfter(asOf)) {
                        done.add(e);
                    }
                }
                case PLANNED -> booked.add(e);
                case WITHDRAWN -> {}
            }
        }
        int last = asOf != null
                ? (int) asOf.toEpochDay()
                : done.stream().mapToInt(e -> (int) e.day().toEpochDay()).max().orElse(NONE);
        return new Timelines(done, booked, last);
    }

    public int persons() {
        return persons.size();
    }

    /// How many rows there are; those of person `p` are `from(p)` up to and without `to(p)`.
    public int rows() {
        return rows.size();
    }

    public String person(int p) {
        return persons.get(p);
    }

    public int from(int p) {
        return from[p];
    }

    public int to(int p) {
        return from[p + 1];
    }

    /// Index in [#codes()].
    public int code(int row) {
        return codes.of(rows.get(row).code());
    }

    /// Days since 1970-01-01.
    public int day(int row) {
        return (int) rows.get(row).day().toEpochDay();
    }

    public int unit(int row) {
        return units.of(rows.get(row).unit());
    }

    public int region(int row) {
        return regions.of(rows.get(row).region());
    }

    public int pathway(int row) {
        return pathways.of(rows.get(row).pathway());
    }

    public int ref(int row) {
        return refs.of(rows.get(row).ref());
    }

    /// The codes in text order; index 0 is always the empty text, here as in the other lists.
    public List<String> codes() {
        return codes.texts();
    }

    public List<String> units() {
        return units.texts();
    }

    /// Regions that report and home regions.
    public List<String> regions() {
        return regions.texts();
    }

    public List<String> pathways() {
        return pathways.texts();
    }

    public List<String> refs() {
        return refs.texts();
    }

    public String codeText(int code) {
        return codes.texts().get(code);
    }

    public String unitText(int unit) {
        return units.texts().get(unit);
    }

    public String regionText(int region) {
        return regions.texts().get(region);
    }

    public String pathwayText(int pathway) {
        return pathways.texts().get(pathway);
    }

    public String refText(int ref) {
        return refs.texts().get(ref);
    }

    /// Index in [#regions()].
    public int homeRegion(int p) {
        return homeRegions[p];
    }

    /// `F`, `M`, or 0 where unknown.
    public byte sex(int p) {
        return sexes[p];
    }

    /// Year of birth, or 0 where unknown.
    public short born(int p) {
        return born[p];
    }

    /// The day the waiting are counted to, in days since 1970-01-01; [#NONE] where there is neither a date given nor an
    /// event.
    public int asOf() {
        return asOf;
    }

    public Bookings bookings() {
        return bookings;
    }
}
