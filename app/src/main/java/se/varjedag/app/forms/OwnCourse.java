package se.varjedag.app.forms;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// One pathway of a patient as she knows it herself: traced from the events that she may read, so that no day of it
/// follows from what she has not been told.
///
/// @param unit  the care unit that has it; of one that has ended, the one it ended at
/// @param days  on which each point was first reached
/// @param ahead the first day on which a point is booked
record OwnCourse(
        String definition,
        LocalDate start,
        String unit,
        boolean ended,
        Map<CountedFrom, LocalDate> days,
        Map<CountedFrom, LocalDate> ahead) {

    OwnCourse {
        days = Map.copyOf(days);
        ahead = Map.copyOf(ahead);
    }

    /// The day that a rule counts from; empty where she knows of none.
    Optional<LocalDate> counted(Rule rule) {
        return Optional.ofNullable(
                rule.occasion() == Occasion.BEFORE ? ahead.get(rule.countedFrom()) : days.get(rule.countedFrom()));
    }

    /// All of hers.
    static List<OwnCourse> of(UUID person, Collection<Event> told, Definitions definitions, LocalDate today) {
        if (told.isEmpty()) {
            return List.of();
        }
        var rows =
                told.stream().map(event -> event.careEvent(person.toString())).toList();
        var traced = new Tracer(definitions).trace(Timelines.of(EventColumns.of(rows), null, today));
        var all = new ArrayList<OwnCourse>();
        for (int at = 0; at < traced.size(); at++) {
            all.add(of(traced, at, told, today));
        }
        return all;
    }

    private static OwnCourse of(TracedPathways traced, int pathway, Collection<Event> told, LocalDate today) {
        var definition = traced.definitions().all().get(traced.definition(pathway));
        boolean ended = !traced.state(pathway).open();
        var days = days(traced, pathway);
        var ahead = new EnumMap<CountedFrom, LocalDate>(CountedFrom.class);
        if (!ended) {
            var prefix = definition.prefix().orElse("");
            for (var point : CountedFrom.values()) {
                told.stream()
                        .filter(event -> event.planned() && !event.day().isBefore(today))
                        .filter(event -> point.toldBy(event.code()) && isOf(event, prefix))
                        .map(Event::day)
                        .min(LocalDate::compareTo)
                        .filter(_ -> !days.containsKey(point))
                        .ifPresent(day -> ahead.put(point, day));
            }
        }
        return new OwnCourse(
                definition.id(),
                LocalDate.ofEpochDay(traced.start(pathway)),
                traced.timelines().unitText(ended ? traced.endUnit(pathway) : traced.waitingUnit(pathway)),
                ended,
                days,
                ahead);
    }

    private static boolean isOf(Event event, String prefix) {
        return (!prefix.isEmpty() && event.code().startsWith(prefix))
                || event.more().pathway().equals(prefix)
                || (event.more().pathway().isEmpty()
                        && MeasuringPoint.ofKey(event.code()).isPresent());
    }

    /// The first day of each point of a pathway, its end among them where it counts as investigated.
    static Map<CountedFrom, LocalDate> days(TracedPathways traced, int pathway) {
        var days = new EnumMap<CountedFrom, LocalDate>(CountedFrom.class);
        for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
            var day = LocalDate.ofEpochDay(traced.pointDay(point));
            if (traced.pointDay(point) >= traced.start(pathway)) {
                CountedFrom.of(traced.pointKind(point).key()).ifPresent(one -> days.putIfAbsent(one, day));
            }
        }
        days.put(CountedFrom.SUSPICION, LocalDate.ofEpochDay(traced.start(pathway)));
        boolean counts = traced.state(pathway) == State.TREATED || traced.state(pathway) == State.LEFT;
        if (counts && traced.endSuffix(pathway) != TracedPathways.DIED) {
            days.put(CountedFrom.CLOSED, LocalDate.ofEpochDay(traced.end(pathway)));
        }
        return days;
    }
}
