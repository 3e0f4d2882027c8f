package se.varjedag.app.careplan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.careplan.Way.Stage;
import se.varjedag.app.careplan.Way.State;
import se.varjedag.app.careplan.Way.Step;
import se.varjedag.app.careplan.Way.Visit;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.ahead.Clocks;
import se.varjedag.pathway.ahead.PathwayClock;
import se.varjedag.pathway.definition.EndCode;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// Reads the way of a patient from the events that she may read, with the tracer and the clock of the worklist: what
/// she has not been told has no part in it, not even in a day or a limit.
@Component
public class Ways {
    private static final int PREFIX = 3;
    private static final Set<MeasuringPoint> ATTENDED = EnumSet.of(
            MeasuringPoint.FIRST_VISIT,
            MeasuringPoint.IMAGING_PERFORMED,
            MeasuringPoint.DIAGNOSTIC_SURGERY,
            MeasuringPoint.SPECIMEN_TAKEN);
    private static final Set<Stage> BEFORE_TOLD =
            EnumSet.of(Stage.START, Stage.VISIT, Stage.TESTS, Stage.ANSWERS, Stage.REVIEW, Stage.TOLD, Stage.AFTER);

    private final Patients patients;
    private final Timeline timeline;
    private final Today today;

    Ways(Patients patients, Timeline timeline, Today today) {
        this.patients = patients;
        this.timeline = timeline;
        this.today = today;
    }

    /// The way of the patient herself; the log is told. Empty when she has none here.
    public Optional<Way> own(Acting acting, UUID person, String what, String origin) {
        var errand = new Errand(se.varjedag.app.access.LogEntry.Action.LOOK, what, origin);
        return of(person, patients.own(acting, person, errand), today.day());
    }

    /// The pathways of the patient of which she knows that they have ended, the latest first; the log is told.
    public List<Closing> ended(Acting acting, UUID person, String what, String origin) {
        var errand = new Errand(se.varjedag.app.access.LogEntry.Action.LOOK, what, origin);
        return ended(person, patients.own(acting, person, errand));
    }

    /// The same of events that have been read: those that she may read.
    public List<Closing> ended(UUID person, List<Event> events) {
        var all = new ArrayList<Closing>();
        if (!events.isEmpty()) {
            var traced = traced(person, events, today.day());
            for (int at = 0; at < traced.size(); at++) {
                if (!traced.state(at).open()) {
                    var definition = traced.definitions().all().get(traced.definition(at));
                    all.add(new Closing(
                            new PathwayKey(person, definition.id(), LocalDate.ofEpochDay(traced.start(at))),
                            LocalDate.ofEpochDay(traced.end(at)),
                            traced.endSuffix(at),
                            traced.timelines().unitText(traced.endUnit(at))));
                }
            }
        }
        all.sort(Comparator.comparing(Closing::ended).reversed());
        return List.copyOf(all);
    }

    /// The pathways that the patient knows of, and whether she has been told the result of each: for rules on what may
    /// be written to her. Nothing of it is given away.
    Map<PathwayKey, Boolean> told(UUID person) {
        var events = patients.told(person);
        var all = new HashMap<PathwayKey, Boolean>();
        if (!events.isEmpty()) {
            var traced = traced(person, events, today.day());
            for (int at = 0; at < traced.size(); at++) {
                var way = of(person, events, traced, at, today.day());
                all.put(way.key(), way.told());
            }
        }
        return all;
    }

    /// The pathways that the patient knows of, the latest first, and whether she has been told the result of each.
    public List<Known> known(UUID person) {
        return told(person).entrySet().stream()
                .map(one -> new Known(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing((Known one) -> one.key().start()).reversed())
                .toList();
    }

    /// A pathway that a patient knows of.
    ///
    /// @param told whether she has been told its result
    public record Known(PathwayKey key, boolean told) {}

    private TracedPathways traced(UUID person, List<Event> events, LocalDate day) {
        var rows =
                events.stream().map(event -> event.careEvent(person.toString())).toList();
        return new Tracer(timeline.definitions()).trace(Timelines.of(EventColumns.of(rows), null, day));
    }

    private Optional<Way> of(UUID person, List<Event> events, LocalDate day) {
        if (events.isEmpty()) {
            return Optional.empty();
        }
        var traced = traced(person, events, day);
        return latest(traced).stream()
                .mapToObj(pathway -> of(person, events, traced, pathway, day))
                .findFirst();
    }

    private static OptionalInt latest(TracedPathways traced) {
        return IntStream.range(0, traced.size())
                .reduce((one, other) -> traced.start(other) >= traced.start(one) ? other : one);
    }

    private static Way of(UUID person, List<Event> events, TracedPathways traced, int pathway, LocalDate day) {
        var definition = traced.definitions().all().get(traced.definition(pathway));
        boolean over = !traced.state(pathway).open();
        var start = LocalDate.ofEpochDay(traced.start(pathway));
        var until = over ? LocalDate.ofEpochDay(traced.end(pathway)) : day.isBefore(start) ? start : day;
        var clock = new Clocks(traced).of(pathway, until, _ -> true);
        var visits = visits(events, definition.prefix().orElse(""), day);
        boolean told = over || clock.has(MeasuringPoint.INFORMED);
        var reached = reached(clock);
        var steps = over ? ended(reached, until, traced.treated(pathway)) : ahead(reached, clock, told, visits);
        var unit = traced.timelines().unitText(over ? traced.endUnit(pathway) : traced.waitingUnit(pathway));
        return new Way(
                new PathwayKey(person, definition.id(), start),
                unit,
                clock.used(),
                clock.limit(),
                steps,
                visits,
                been(clock),
                told,
                over,
                over && traced.endSuffix(pathway) == EndCode.DISMISSED);
    }

    /// What she has been at herself.
    private static List<Visit> been(PathwayClock clock) {
        return clock.reached().stream()
                .filter(one -> ATTENDED.contains(one.point()))
                .map(one -> new Visit(one.point(), one.day(), one.unit()))
                .toList();
    }

    /// The last day of each stage that has been reached.
    private static Map<Stage, LocalDate> reached(PathwayClock clock) {
        var all = new EnumMap<Stage, LocalDate>(Stage.class);
        clock.reached().forEach(one -> all.merge(Stage.of(one.point()), one.day(), (a, b) -> a.isAfter(b) ? a : b));
        return all;
    }

    private static List<Step> ended(Map<Stage, LocalDate> reached, LocalDate end, boolean treated) {
        var steps = new ArrayList<Step>();
        for (var stage : BEFORE_TOLD) {
            if (stage != Stage.AFTER) {
                steps.add(done(stage, reached));
            }
        }
        steps.add(new Step(
                treated ? Stage.TREATMENT : Stage.END,
                State.DONE,
                Optional.of(end),
                Optional.empty(),
                Optional.empty()));
        return steps;
    }

    private static Step done(Stage stage, Map<Stage, LocalDate> reached) {
        return new Step(stage, State.DONE, Optional.ofNullable(reached.get(stage)), Optional.empty(), Optional.empty());
    }

    /// The steps of one who waits. What is waited for now is a booked step first, as on the worklist.
    private static List<Step> ahead(
            Map<Stage, LocalDate> reached, PathwayClock clock, boolean told, List<Visit> visits) {
        boolean decided = reached.containsKey(Stage.AFTER);
        var next = clock.next();
        var now = now(next.map(PathwayClock.Next::point), told, decided);
        var stages = new ArrayList<>(BEFORE_TOLD);
        if (decided) {
            stages.add(Stage.TREATMENT);
        }
        var steps = new ArrayList<Step>();
        boolean nextSaid = false;
        for (var stage : stages) {
            if (stage.compareTo(now) < 0) {
                steps.add(done(stage, reached));
                continue;
            }
            var booked = visits.stream()
                    .filter(visit -> Stage.of(visit.point()) == stage)
                    .map(Visit::day)
                    .min(Comparator.naturalOrder());
            var state = stage == now ? State.NOW : nextSaid ? State.LATER : State.NEXT;
            nextSaid |= state == State.NEXT;
            var latest = next.filter(_ -> stage == now && booked.isEmpty() && stage != Stage.AFTER)
                    .flatMap(PathwayClock.Next::latest);
            steps.add(new Step(stage, state, Optional.empty(), latest, booked));
        }
        return steps;
    }

    /// Before she has been told nothing lies nearer than that she will be; afterwards nothing is said of a treatment
    /// until one has been decided.
    private static Stage now(Optional<MeasuringPoint> next, boolean told, boolean decided) {
        if (told) {
            return decided ? Stage.TREATMENT : Stage.AFTER;
        }
        var stage = next.map(Stage::of).orElse(Stage.TOLD);
        return stage.compareTo(Stage.TOLD) > 0 ? Stage.TOLD : stage;
    }

    private static List<Visit> visits(List<Event> events, String prefix, LocalDate day) {
        var all = new ArrayList<Visit>();
        for (var event : events) {
            boolean national = !prefix.isEmpty() && event.code().startsWith(prefix);
            var point = MeasuringPoint.ofKey(event.code())
                    .or(() -> national ? ofSuffix(event.code().substring(PREFIX)) : Optional.empty());
            boolean own = national
                    || event.more().pathway().isEmpty()
                    || event.more().pathway().equals(prefix);
            if (event.planned() && own && !event.day().isBefore(day)) {
                point.ifPresent(one -> all.add(new Visit(one, event.day(), event.unit())));
            }
        }
        all.sort(Comparator.comparing(Visit::day));
        return all;
    }

    private static Optional<MeasuringPoint> ofSuffix(String suffix) {
        if (!suffix.matches("\\d\\d")) {
            return Optional.empty();
        }
        int code = Integer.parseInt(suffix);
        return code >= 50 && code <= 60
                ? Optional.of(MeasuringPoint.TREATMENT)
                : Optional.ofNullable(MeasuringPoint.ofSuffix(code));
    }
}
