package se.varjedag.app.coordination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Acting;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.definition.EndCode;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.CareEvent.Status;

/// What is typed of a pathway: a point reached, a booking, an end, a correction. Each becomes an event of the log as
/// one
/// that came in a file does, from the source [#SOURCE] and with who typed it and when; there is no second register.
@Component
public class Typing {
    /// What typed events have as their source.
    public static final String SOURCE = Event.TYPED;

    /// How an end begins in a form.
    private static final String END = "slut-";

    private static final List<Integer> ENDS = List.of(50, 52, 54, 58, 59, 60, 70, 72, 73, 74, 76, 78);
    private static final String START = "10";
    private static final String RECEIVED = "91";

    private final Patients patients;
    private final Units units;
    private final Timeline timeline;
    private final Clock clock = Clock.systemUTC();

    Typing(Patients patients, Units units, Timeline timeline) {
        this.patients = patients;
        this.units = units;
        this.timeline = timeline;
    }

    /// The points that can be typed of a pathway by this definition, in the order of care.
    public static List<MeasuringPoint> points(PathwayDefinition definition) {
        return MeasuringPoint.inOrderOfCare().stream()
                .filter(point -> point != MeasuringPoint.SUSPICION && point != MeasuringPoint.TREATMENT)
                .filter(point -> code(point, definition).isPresent())
                .toList();
    }

    /// The suffixes of the ends that can be typed.
    public static List<Integer> ends(PathwayDefinition definition) {
        return definition.prefix().isEmpty()
                ? List.of()
                : ENDS.stream().filter(suffix -> !definition.forbids(suffix)).toList();
    }

    private static Optional<String> code(MeasuringPoint point, PathwayDefinition definition) {
        if (point.subProcess()) {
            return Optional.of(point.key());
        }
        return definition.prefix().flatMap(prefix -> suffix(point).map(suffix -> prefix + suffix));
    }

    private static Optional<String> suffix(MeasuringPoint point) {
        for (var suffix : new ArrayList<>(List.of(5, 22, 25, 35, 40, 44))) {
            if (MeasuringPoint.ofSuffix(suffix) == point) {
                return Optional.of("%02d".formatted(suffix));
            }
        }
        return Optional.empty();
    }

    /// The code behind what a form names: a point, an end, or death; empty where it names none of this definition's.
    static Optional<String> code(String named, PathwayDefinition definition) {
        if (named.equals(EndCode.DIED)) {
            return Optional.of(EndCode.DIED);
        }
        if (named.startsWith(END)) {
            return ends(definition).stream()
                    .map(String::valueOf)
                    .filter(named.substring(END.length())::equals)
                    .findFirst()
                    .map(suffix -> definition.prefix().orElse("") + suffix);
        }
        return MeasuringPoint.ofKey(named)
                .filter(points(definition)::contains)
                .flatMap(point -> code(point, definition));
    }

    /// Types that something has happened, or is booked.
    ///
    /// @param named key of a point, `slut-` and a suffix, or `died`
    /// @return false where the patient is not the unit's; what a form names must be of the definition
    public boolean type(
            Acting acting,
            UUID person,
            PathwayDefinition definition,
            String named,
            LocalDate day,
            Status status,
            String origin) {
        var code = code(named, definition)
                .orElseThrow(() -> new IllegalArgumentException("No point of " + definition.id()));
        return keep(
                acting, person, definition, code, day, status, UUID.randomUUID().toString(), origin);
    }

    /// Starts a pathway.
    public boolean start(Acting acting, UUID person, PathwayDefinition definition, LocalDate day, String origin) {
        var code = definition.prefix().orElseThrow() + START;
        return keep(
                acting,
                person,
                definition,
                code,
                day,
                Status.DONE,
                UUID.randomUUID().toString(),
                origin);
    }

    /// Types that the pathway was received from another region, where its clock goes on.
    boolean received(Acting acting, UUID person, PathwayDefinition definition, LocalDate day, String origin) {
        if (definition.prefix().isEmpty()) {
            return false;
        }
        var code = definition.prefix().get() + RECEIVED;
        return keep(
                acting,
                person,
                definition,
                code,
                day,
                Status.DONE,
                UUID.randomUUID().toString(),
                origin);
    }

    /// Puts another day in the place of a typed event's, or takes it back: a new version of the same event.
    ///
    /// @param day empty to take it back
    /// @return false where it is not typed here, or the patient is not the unit's
    public boolean correct(Acting acting, UUID person, Event event, Optional<LocalDate> day, String origin) {
        if (!mayCorrect(acting, event)) {
            return false;
        }
        var status = day.isEmpty() ? Status.WITHDRAWN : event.planned() ? Status.PLANNED : Status.DONE;
        var again = new CareEvent(
                person.toString(),
                event.code(),
                day.orElse(event.day()),
                event.unit(),
                event.region(),
                "",
                "",
                null,
                event.more().pathway(),
                SOURCE,
                event.more().id(),
                status,
                now(),
                event.more().ref());
        return told(patients.type(acting, person, again, origin));
    }

    /// Whether an event was typed at the unit of who acts.
    public static boolean mayCorrect(Acting acting, Event event) {
        return event.source().equals(SOURCE)
                && event.unit().equals(acting.assignment().place());
    }

    private boolean keep(
            Acting acting,
            UUID person,
            PathwayDefinition definition,
            String code,
            LocalDate day,
            Status status,
            String id,
            String origin) {
        var unit = acting.assignment().place();
        boolean sub = MeasuringPoint.ofKey(code).isPresent();
        var event = new CareEvent(
                person.toString(),
                code,
                day,
                unit,
                units.byId(unit).map(Unit::region).orElse(""),
                "",
                "",
                null,
                sub ? definition.prefix().orElse("") : "",
                SOURCE,
                id,
                status,
                now(),
                "");
        return told(patients.type(acting, person, event, origin));
    }

    /// Whoever has typed something sees it on the next page.
    private boolean told(boolean kept) {
        if (kept) {
            timeline.refresh();
        }
        return kept;
    }

    private Instant now() {
        return clock.instant();
    }
}
