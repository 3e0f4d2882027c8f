package se.varjedag.app.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.database.Sha256;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// One pathway of a patient, traced from nothing but the events that the reader may see: what is blocked, or belongs to
/// another unit, is not told by the back door of what follows from it.
///
/// @param id    the pseudonym, the day it began and eight characters of the definition: the same as long as these are
/// @param limit the days it may take, the longest still possible while it is open; -1 where unknown
/// @param unit  where it waits, or ended
record Episode(
        String id,
        UUID person,
        PathwayDefinition definition,
        State state,
        LocalDate start,
        Optional<LocalDate> end,
        @Nullable TreatmentKind treatment,
        int limit,
        String unit,
        List<Point> points,
        Set<UUID> events,
        Instant lastUpdated) {
    private static final int PERSON = 32;

    Episode {
        points = List.copyOf(points);
        events = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(events));
    }

    /// A measuring point that was reached.
    record Point(MeasuringPoint point, LocalDate day, String unit, List<UUID> events) {

        Point {
            events = List.copyOf(events);
        }
    }

    /// The first day of a point; empty where it was not reached.
    Optional<LocalDate> first(MeasuringPoint point) {
        return points.stream()
                .filter(one -> one.point() == point)
                .map(Point::day)
                .findFirst();
    }

    /// Whose pathway has this id; empty where none can.
    static Optional<UUID> personOf(String id) {
        if (!id.matches("[0-9a-f]{32}-\\d{8}-[0-9a-f]{8}(-\\d+)?")) {
            return Optional.empty();
        }
        return Optional.of(new UUID(
                HexFormat.fromHexDigitsToLong(id.substring(0, PERSON / 2)),
                HexFormat.fromHexDigitsToLong(id.substring(PERSON / 2, PERSON))));
    }

    /// The pathways that follow from these events of a person, in the order they opened.
    ///
    /// @param asOf the day that waiting is counted to; null: that of the latest event
    static List<Episode> of(UUID person, List<Event> seen, Definitions definitions, @Nullable LocalDate asOf) {
        var rows =
                seen.stream().map(event -> event.careEvent(person.toString())).toList();
        var traced = new Tracer(definitions).trace(Timelines.of(EventColumns.of(rows), null, asOf));
        var known = new HashMap<Fact, List<Event>>();
        seen.stream()
                .filter(event -> !event.planned())
                .forEach(event -> known.computeIfAbsent(Fact.of(event), _ -> new ArrayList<>())
                        .add(event));
        var episodes = new ArrayList<Episode>();
        var ids = new HashMap<String, Integer>();
        for (int i = 0; i < traced.size(); i++) {
            var id = id(person, traced, i);
            int before = ids.merge(id, 1, Integer::sum);
            episodes.add(of(before == 1 ? id : id + "-" + before, person, traced, i, known));
        }
        return List.copyOf(episodes);
    }

    /// What tells a traced row and an event to be of one another.
    private record Fact(String code, LocalDate day, String unit, String pathway, String ref) {
        static Fact of(Event event) {
            return new Fact(
                    event.code(),
                    event.day(),
                    event.unit(),
                    event.more().pathway(),
                    event.more().ref());
        }

        static Fact of(Timelines timelines, int row) {
            return new Fact(
                    timelines.codeText(timelines.code(row)),
                    LocalDate.ofEpochDay(timelines.day(row)),
                    timelines.unitText(timelines.unit(row)),
                    timelines.pathwayText(timelines.pathway(row)),
                    timelines.refText(timelines.ref(row)));
        }
    }

    private static Episode of(String id, UUID person, TracedPathways traced, int i, Map<Fact, List<Event>> known) {
        var timelines = traced.timelines();
        var events = new LinkedHashSet<Event>();
        events.addAll(behind(timelines, traced.startRow(i), known));
        var points = new ArrayList<Point>();
        for (int k = traced.pointsFrom(i); k < traced.pointsTo(i); k++) {
            var these = behind(timelines, traced.pointRow(k), known);
            events.addAll(these);
            points.add(new Point(
                    traced.pointKind(k),
                    LocalDate.ofEpochDay(traced.pointDay(k)),
                    timelines.unitText(traced.pointUnit(k)),
                    these.stream().map(event -> event.more().event()).toList()));
        }
        boolean ended = traced.endRow(i) != TracedPathways.NONE;
        if (ended) {
            events.addAll(behind(timelines, traced.endRow(i), known));
        }
        return new Episode(
                id,
                person,
                traced.definitions().all().get(traced.definition(i)),
                traced.state(i),
                LocalDate.ofEpochDay(traced.start(i)),
                ended ? Optional.of(LocalDate.ofEpochDay(traced.end(i))) : Optional.empty(),
                traced.treatment(i),
                traced.limit(i),
                timelines.unitText(ended ? traced.endUnit(i) : traced.waitingUnit(i)),
                points,
                events.stream()
                        .map(event -> event.more().event())
                        .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new)),
                events.stream()
                        .map(event -> event.more().learnt())
                        .max(Instant::compareTo)
                        .orElse(Instant.EPOCH));
    }

    private static List<Event> behind(Timelines timelines, int row, Map<Fact, List<Event>> known) {
        return known.getOrDefault(Fact.of(timelines, row), List.of());
    }

    private static String id(UUID person, TracedPathways traced, int i) {
        var definition = traced.definitions().all().get(traced.definition(i)).id();
        return "%016x%016x-%s-%s"
                .formatted(
                        person.getMostSignificantBits(),
                        person.getLeastSignificantBits(),
                        LocalDate.ofEpochDay(traced.start(i)).toString().replace("-", ""),
                        Sha256.hex(definition).substring(0, 8));
    }
}
