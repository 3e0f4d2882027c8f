package se.varjedag.app.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// One pathway of the patient on the clock that everybody reads, traced from the events that the reader may see.
///
/// @param end   the day it ended; null while it is open
/// @param limit the days it may take; -1 where unknown
/// @param treatment what it ended with, where it reached treatment
public record Clock(
        PathwayDefinition definition,
        State state,
        LocalDate start,
        @Nullable LocalDate end,
        int limit,
        @Nullable TreatmentKind treatment,
        List<Reached> points) {

    public Clock {
        points = List.copyOf(points);
    }

    /// A measuring point that was reached.
    public record Reached(MeasuringPoint point, LocalDate day) {}

    /// Days from the start to the end, or to a day while it is open.
    public int days(LocalDate today) {
        var until = end == null ? today : end;
        return Math.toIntExact(ChronoUnit.DAYS.between(start, until));
    }

    /// The pathways that follow from these events, the oldest first.
    ///
    /// @param asOf the day that waiting is counted to; null: that of the latest event
    public static List<Clock> of(List<Event> seen, Definitions definitions, @Nullable LocalDate asOf) {
        var rows = seen.stream().map(Clock::row).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        var traced = new Tracer(definitions).trace(Timelines.of(EventColumns.of(rows), null, asOf));
        var clocks = new ArrayList<Clock>();
        for (int i = 0; i < traced.size(); i++) {
            if (traced.state(i) == State.CRITERIA_NOT_MET) {
                continue;
            }
            var points = new ArrayList<Reached>();
            for (int k = traced.pointsFrom(i); k < traced.pointsTo(i); k++) {
                points.add(new Reached(traced.pointKind(k), LocalDate.ofEpochDay(traced.pointDay(k))));
            }
            boolean ended = traced.endRow(i) != TracedPathways.NONE;
            clocks.add(new Clock(
                    traced.definitions().all().get(traced.definition(i)),
                    traced.state(i),
                    LocalDate.ofEpochDay(traced.start(i)),
                    ended ? LocalDate.ofEpochDay(traced.end(i)) : null,
                    traced.limit(i),
                    traced.treatment(i),
                    points));
        }
        return clocks;
    }

    private static CareEvent row(Event event) {
        var more = event.more();
        return new CareEvent(
                "she",
                event.code(),
                event.day(),
                event.unit(),
                event.region(),
                more.homeRegion(),
                more.sex(),
                more.born(),
                more.pathway(),
                "",
                more.event().toString(),
                event.planned() ? CareEvent.Status.PLANNED : CareEvent.Status.DONE,
                null,
                more.ref());
    }
}
