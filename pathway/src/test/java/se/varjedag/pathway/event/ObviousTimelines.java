package se.varjedag.pathway.event;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rules written down as plainly as can be, for small logs: what [Timelines] must agree with.
final class ObviousTimelines {
    record Person(String name, String home, String sex, int born, List<List<String>> rows) {}

    private ObviousTimelines() {}

    private static final Comparator<String> EMPTY_LAST =
            comparing(String::isEmpty).thenComparing(naturalOrder());

    private static final Comparator<CareEvent> ORDER = comparing(CareEvent::day)
            .thenComparing(CareEvent::code)
            .thenComparing(CareEvent::region, EMPTY_LAST)
            .thenComparing(CareEvent::unit, EMPTY_LAST)
            .thenComparing(CareEvent::ref)
            .thenComparing(CareEvent::pathway);

    static List<CareEvent> current(List<CareEvent> events, @Nullable Instant knownAt) {
        var current = new LinkedHashMap<Object, CareEvent>();
        for (var e : events) {
            if (knownAt == null || e.registered() == null || !e.registered().isAfter(knownAt)) {
                Object key = e.id().isEmpty()
                        ? List.of(e.person(), e.code(), e.day(), e.unit(), e.ref(), e.pathway())
                        : List.of(e.source(), e.id());
                current.put(key, e);
            }
        }
        return List.copyOf(current.values());
    }

    static List<Person> of(List<CareEvent> events, @Nullable Instant knownAt, @Nullable LocalDate asOf) {
        var byPerson = new TreeMap<String, List<CareEvent>>();
        for (var e : current(events, knownAt)) {
            if (e.status() == CareEvent.Status.DONE && (asOf == null || !e.day().isAfter(asOf))) {
                byPerson.computeIfAbsent(e.person(), person -> new ArrayList<>())
                        .add(e);
            }
        }
        var persons = new ArrayList<Person>();
        byPerson.forEach((name, own) -> {
            own.sort(ORDER);
            var year = last(own, e -> e.born() == null ? "" : e.born().toString());
            persons.add(new Person(
                    name,
                    last(own, CareEvent::homeRegion),
                    last(own, CareEvent::sex),
                    year.isEmpty() ? 0 : Integer.parseInt(year),
                    own.stream().map(ObviousTimelines::row).toList()));
        });
        return persons;
    }

    static List<String> row(CareEvent e) {
        return List.of(e.day().toString(), e.code(), e.region(), e.unit(), e.ref(), e.pathway());
    }

    private static String last(List<CareEvent> own, Function<CareEvent, String> column) {
        return own.stream()
                .filter(e -> !column.apply(e).isEmpty())
                .min(comparing(CareEvent::day).reversed().thenComparing(column))
                .map(column)
                .orElse("");
    }

    /// The same picture of the real ones.
    static List<Person> of(Timelines t) {
        var persons = new ArrayList<Person>();
        for (int p = 0; p < t.persons(); p++) {
            var rows = new ArrayList<List<String>>();
            for (int r = t.from(p); r < t.to(p); r++) {
                rows.add(List.of(
                        LocalDate.ofEpochDay(t.day(r)).toString(),
                        t.codeText(t.code(r)),
                        t.regionText(t.region(r)),
                        t.unitText(t.unit(r)),
                        t.refText(t.ref(r)),
                        t.pathwayText(t.pathway(r))));
            }
            var sex = t.sex(p) == 0 ? "" : Character.toString(t.sex(p));
            persons.add(new Person(t.person(p), t.regionText(t.homeRegion(p)), sex, t.born(p), rows));
        }
        return persons;
    }
}
