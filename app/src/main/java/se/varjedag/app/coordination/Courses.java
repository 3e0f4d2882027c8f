package se.varjedag.app.coordination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.patients.Patients.Sight;
import se.varjedag.app.patients.UnitPathways;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// Opens one pathway of a patient: asks the law through [Patients], which tells the log, and only then reads.
@Component
public class Courses {
    private static final int ANOTHER_CANCER = 72;

    /// Before the decision that starts the clock there may be a referral on suspicion.
    private static final int BEFORE = 90;

    private final Timeline timeline;
    private final Patients patients;
    private final UnitPathways pathways;
    private final Worklist worklist;
    private final Handovers handovers;
    private final Notes notes;
    private final Units units;

    Courses(
            Timeline timeline,
            Patients patients,
            UnitPathways pathways,
            Worklist worklist,
            Handovers handovers,
            Notes notes,
            Units units) {
        this.pathways = pathways;
        this.timeline = timeline;
        this.patients = patients;
        this.worklist = worklist;
        this.handovers = handovers;
        this.notes = notes;
        this.units = units;
    }

    /// Opens a pathway that the unit has, has had, or is handing over.
    ///
    /// @param handle of the pathway ([PathwayKey#handle()])
    /// @return empty where there is nothing for the reader; that it exists is not told
    public Optional<Course> open(Acting acting, UUID person, String handle, String origin) {
        var sight = patients.open(acting, person, Errand.page(origin));
        if (sight.isEmpty()) {
            return Optional.empty();
        }
        var traced = timeline.snapshot().pathways();
        for (int at : pathways(traced, person)) {
            var key = PathwayKey.of(traced, at);
            if (key.handle().equals(handle)) {
                return course(acting, traced, at, key, sight.get());
            }
        }
        return Optional.empty();
    }

    private Optional<Course> course(Acting acting, TracedPathways traced, int pathway, PathwayKey key, Sight sight) {
        var unit = acting.assignment().place();
        var moves = moves(key);
        if (!isOf(traced, pathway, unit, moves)) {
            return Optional.empty();
        }
        var end = end(traced, pathway);
        var line = worklist.line(acting, traced, pathway, end.map(Course.End::day));
        var prefix = line.definition().prefix().orElse("");
        return Optional.of(new Course(
                line,
                end,
                sight,
                sight.events().stream()
                        .filter(event -> belongs(event, prefix, key.start(), end))
                        .toList(),
                moves,
                Optional.ofNullable(notes.reasons(List.of(key.person())).get(key))
                        .map(one -> sees(sight, one.unit()) ? one : one.wordless()),
                end.isEmpty() && has(traced, pathway, unit, moves)));
    }

    /// The notes of a pathway that its reader may see, by the rule of its events: the own unit's, and others' by choice
    /// and where the patient has blocked nothing. The latest first.
    public List<Notes.Note> notes(Course course) {
        return notes.of(course.line().key()).stream()
                .filter(one -> sees(course.sight(), one.unit()))
                .toList();
    }

    private boolean sees(Sight sight, String unit) {
        return sight.reach().sees(unit, units.byId(unit).map(Unit::caregiver).orElse(""));
    }

    private List<Handovers.Handover> moves(PathwayKey key) {
        return handovers.of(List.of(key.person())).stream()
                .filter(one -> one.key().equals(key))
                .toList();
    }

    private static boolean isOf(TracedPathways traced, int pathway, String unit, List<Handovers.Handover> moves) {
        return UnitPathways.isOf(traced, pathway, unit)
                || moves.stream()
                        .anyMatch(one -> one.from().equals(unit) || one.to().equals(unit));
    }

    /// How the pathways stand of a patient whom the reader has opened, the oldest first: those of the reader's unit as
    /// its worklist tells of them, and of other units' those that the reader sees now.
    public List<Standing> of(Acting acting, Sight sight) {
        var traced = timeline.snapshot().pathways();
        var all = new ArrayList<Standing>();
        for (int at : pathways(traced, sight.person())) {
            var unit = acting.assignment().place();
            boolean own = isOf(traced, at, unit, moves(PathwayKey.of(traced, at)));
            if (traced.state(at) != State.CRITERIA_NOT_MET && (own || pathways.sees(sight.reach(), traced, at))) {
                var end = end(traced, at);
                var last = end.map(Course.End::day);
                var line = own
                        ? worklist.line(acting, traced, at, last)
                        : worklist.line(acting, traced, at, last, sight.reach());
                all.add(new Standing(line, last, Optional.ofNullable(traced.treatment(at))));
            }
        }
        return List.copyOf(all);
    }

    /// The pathways of a person, the oldest first.
    private static int[] pathways(TracedPathways traced, UUID person) {
        var found = traced.timelines().find(List.of(person.toString()));
        return found.length == 0
                ? new int[0]
                : IntStream.range(traced.firstOf(found[0]), traced.firstOf(found[0] + 1))
                        .toArray();
    }

    private static boolean has(TracedPathways traced, int pathway, String unit, List<Handovers.Handover> moves) {
        return Handovers.holder(traced.timelines().unitText(traced.waitingUnit(pathway)), moves)
                .equals(unit);
    }

    private static Optional<Course.End> end(TracedPathways traced, int pathway) {
        if (traced.state(pathway).open()) {
            return Optional.empty();
        }
        int suffix = traced.endSuffix(pathway);
        boolean missing = suffix == ANOTHER_CANCER && !startedSince(traced, pathway);
        return Optional.of(new Course.End(LocalDate.ofEpochDay(traced.end(pathway)), suffix, missing));
    }

    private static boolean startedSince(TracedPathways traced, int pathway) {
        int person = traced.person(pathway);
        for (int at = traced.firstOf(person); at < traced.firstOf(person + 1); at++) {
            if (at != pathway && traced.start(at) >= traced.end(pathway)) {
                return true;
            }
        }
        return false;
    }

    private static boolean belongs(Event event, String prefix, LocalDate start, Optional<Course.End> end) {
        boolean point = MeasuringPoint.ofKey(event.code()).isPresent();
        boolean own = point
                ? event.more().pathway().isEmpty() || event.more().pathway().equals(prefix)
                : !prefix.isEmpty() && event.code().startsWith(prefix);
        return own
                && !event.day().isBefore(start.minusDays(BEFORE))
                && (event.planned()
                        || !end.map(last -> event.day().isAfter(last.day())).orElse(false));
    }

    /// The definitions that a pathway can start by: those whose code of the decision is known.
    public List<PathwayDefinition> startable() {
        return timeline.definitions().all().stream()
                .filter(one -> one.prefix().isPresent())
                .toList();
    }
}
