package se.varjedag.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.DemoPatient;
import se.varjedag.app.access.Role;
import se.varjedag.app.coordination.Covers;
import se.varjedag.app.coordination.Duty;
import se.varjedag.app.coordination.Handovers;
import se.varjedag.app.coordination.Line;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.Named.Staff;
import se.varjedag.app.coordination.Notes;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Typing;
import se.varjedag.app.coordination.Worklist;
import se.varjedag.nation.CareUnit;
import se.varjedag.nation.Nation;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.CareEvent.Status;

/// What the demo's staff have done: who is named for whom, what is booked and noted, why limits were passed, what has
/// been handed over. Made up, and the same each time for the same patients.
///
/// Health centres and the region's other urology clinics have handed over to the clinic what it is there for, so that
/// its list is as long as one of a whole year's patients would be, though the demo has a tenth of them. None of this
/// moves a clock: it is written beside the events, but for bookings, which no figure counts.
@Component
@ConditionalOnProperty("varjedag.demo")
class WorkOfDemo {
    private static final String CLINIC = DemoPatient.CLINIC;
    private static final String NEXT_REGION = "SIM-06-0012";
    private static final String REGION = "05";
    private static final String FROM = "demo";
    private static final String START = "10";

    /// Prostate and bladder cancer.
    private static final Set<String> OF_CLINIC = Set.of("VJ1", "VK1");

    private static final Staff KIM = new Staff("koordinator", "Kim Koordinator");
    private static final Staff KIT = new Staff("kit", "Kit Koordinator");
    private static final Staff KAJ = new Staff("kontaktsjukskoterska", "Kaj Kontaktsjuksköterska");
    private static final Staff KIA = new Staff("kia", "Kia Kontaktsjuksköterska");
    private static final List<String> NOTES = List.of(
            "Ringt patienten. Vill helst ha tider på förmiddagen.",
            "Röntgen har en återbudstid på torsdag. Patienten hör av sig i dag om den passar.",
            "Anhörig följer med till läkarbesöket.",
            "Svaret är efterfrågat, väntas inom två dagar.",
            "Behöver tolk vid besöket. Bokad.");
    private static final int EVERY_OTHER = 2;
    private static final int EVERY_THIRD = 3;
    private static final int EVERY_FIFTH = 5;
    private static final int EVERY_SEVENTH = 7;
    private static final int COVER_DAYS = 5;

    private final Worklist worklist;
    private final Named named;
    private final Notes notes;
    private final Covers covers;
    private final Handovers handovers;
    private final Typing typing;
    private final VoicesOfDemo voices;
    private final CareOfDemo care;
    private final LettersOfDemo letters;
    private final PlansOfDemo plans;
    private final ReasonsOfDemo reasons;
    private final MeasuresOfDemo measures;
    private final ResultsOfDemo results;

    WorkOfDemo(
            Worklist worklist,
            Named named,
            Notes notes,
            Covers covers,
            Handovers handovers,
            Typing typing,
            VoicesOfDemo voices,
            CareOfDemo care,
            LettersOfDemo letters,
            PlansOfDemo plans,
            ReasonsOfDemo reasons,
            MeasuresOfDemo measures,
            ResultsOfDemo results) {
        this.results = results;
        this.measures = measures;
        this.letters = letters;
        this.plans = plans;
        this.reasons = reasons;
        this.voices = voices;
        this.care = care;
        this.worklist = worklist;
        this.named = named;
        this.notes = notes;
        this.covers = covers;
        this.handovers = handovers;
        this.typing = typing;
    }

    /// Whether an event starts what the region's units hand over to the clinic.
    static boolean isOfClinic(CareEvent event) {
        var code = event.code();
        return event.region().equals(REGION)
                && code.endsWith(START)
                && OF_CLINIC.contains(code.substring(0, code.length() - START.length()));
    }

    /// Adds it, once: what says so is written last.
    void add() {
        if (!covers.at(CLINIC, LocalDate.MIN).isEmpty()) {
            return;
        }
        Nation.units().stream()
                .filter(unit -> unit.region().equals(REGION) && !unit.id().equals(CLINIC))
                .map(CareUnit::id)
                .forEach(this::handOver);
        var list = worklist.of(at(CLINIC));
        var lines = lines(list);
        for (int i = 0; i < lines.size(); i++) {
            write(lines.get(i), i, list.day());
        }
        var patient = patient();
        patient.ifPresent(line -> writeOfPatient(line, list.day()));
        send(lines);
        voices.add(lines, patient, list.day());
        care.add(patient.map(line -> line.key().person()), list.day());
        letters.add(patient.map(line -> line.key().person()), list.day());
        plans.add(lines, patient);
        measures.add(lines, patient, list.day());
        reasons.add(list.day());
        covers.add(at(CLINIC), KIA, KAJ, list.day().minusDays(1), list.day().plusDays(COVER_DAYS));
        results.add(list.day());
    }

    /// One who waits at the clinic, in whom one sees most of what the product is: within her limit, with a last day
    /// ahead for a next step that can be booked, and the farthest on her way.
    Optional<Line> patient() {
        var list = worklist.of(at(CLINIC));
        return lines(list).stream()
                .filter(line -> line.handover().isEmpty())
                .max(Comparator.comparing((Line line) -> !line.clock().over())
                        .thenComparing(line -> latest(line)
                                .filter(day -> !day.isBefore(list.day()))
                                .isPresent())
                        .thenComparing(line -> bookable(line).isPresent())
                        .thenComparingInt(line -> line.clock().reached().size()));
    }

    private static Optional<LocalDate> latest(Line line) {
        return line.next().flatMap(Line.NextUp::latest);
    }

    /// The next step, where it can be booked.
    private static Optional<MeasuringPoint> bookable(Line line) {
        return line.next().map(Line.NextUp::point).filter(Typing.points(line.definition())::contains);
    }

    /// She has a coordinator, a nurse, and a day in time for her next step.
    private void writeOfPatient(Line line, LocalDate today) {
        var kim = at(CLINIC);
        named.name(kim, line.key(), Task.COORDINATOR, KIM, line.key().start(), Optional.empty());
        named.name(kim, line.key(), Task.CONTACT_NURSE, KAJ, line.key().start(), Optional.empty());
        if (line.next().flatMap(Line.NextUp::booked).isEmpty()) {
            var soon = today.plusDays(EVERY_THIRD);
            book(
                    kim,
                    line,
                    latest(line).filter(soon::isAfter).filter(today::isBefore).orElse(soon));
        }
    }

    /// In an order that does not depend on what persons are called in this installation.
    private static List<Line> lines(Worklist.Lines list) {
        return list.lines().stream()
                .filter(line -> line.group() != Line.Group.SILENT)
                .sorted(Comparator.comparing((Line line) -> line.key().start())
                        .thenComparing(line -> line.key().definition())
                        .thenComparingInt(Line::born))
                .toList();
    }

    private static Acting at(String unit) {
        var assignment = new Assignment(Role.COORDINATOR, unit);
        return new Acting(new Account(KIM.who(), KIM.name(), assignment), assignment);
    }

    private static Acting sender(String unit) {
        var assignment = new Assignment(Role.COORDINATOR, unit);
        return new Acting(new Account("kurt", "Kurt Koordinator", assignment), assignment);
    }

    /// What another unit of the region has for the clinic: all received, but for the latest of one of them.
    private void handOver(String unit) {
        var theirs = lines(worklist.of(at(unit))).stream()
                .filter(line -> OF_CLINIC.contains(line.definition().prefix().orElse("")))
                .toList();
        for (var line : theirs) {
            handovers.send(sender(unit), line.key(), CLINIC, "Remissen är skickad. Patienten vet om det.");
        }
        var sent = new ArrayList<>(handovers.at(unit));
        if (unit.equals("SIM-05-0023") && !sent.isEmpty()) {
            sent.removeFirst();
        }
        sent.forEach(one -> handovers.answer(at(CLINIC), one, true, ""));
    }

    private void write(Line line, int i, LocalDate today) {
        var kim = at(CLINIC);
        var key = line.key();
        if (i % EVERY_SEVENTH != EVERY_FIFTH) {
            named.name(kim, key, Task.COORDINATOR, i % EVERY_THIRD == 1 ? KIT : KIM, key.start(), Optional.empty());
        }
        if (i % EVERY_FIFTH != 1) {
            named.name(kim, key, Task.CONTACT_NURSE, i % EVERY_THIRD == 2 ? KIA : KAJ, key.start(), Optional.empty());
            done(line, i, today);
        }
        if (i % EVERY_OTHER == 0) {
            notes.add(kim, key, NOTES.get(i / EVERY_OTHER % NOTES.size()));
        }
        if (line.clock().overForCertain() && i % EVERY_THIRD != 0) {
            boolean capacity = line.next().isPresent() && i % EVERY_OTHER == 0;
            notes.because(
                    kim,
                    key,
                    capacity ? Notes.Why.CAPACITY : Notes.Why.PATIENT,
                    capacity ? line.next().orElseThrow().point().key() : "",
                    "");
        }
        if (i % EVERY_THIRD == 0) {
            book(kim, line, today.plusDays(1L + i % EVERY_FIFTH));
        }
    }

    /// What the contact nurse has done: most of it in time, the rest is on her list.
    private void done(Line line, int i, LocalDate today) {
        int nth = i;
        for (var duty : Duty.values()) {
            nth++;
            var day = line.key().start().plusDays(duty.days() - 1L);
            if (!day.isAfter(today) && nth % EVERY_THIRD != 0) {
                notes.done(at(CLINIC), line.key(), duty, day);
            }
        }
    }

    private void book(Acting kim, Line line, LocalDate day) {
        bookable(line)
                .ifPresent(point -> typing.type(
                        kim, line.key().person(), line.definition(), point.key(), day, Status.PLANNED, FROM));
    }

    /// One is on its way to the next region, and nobody there has answered yet.
    private void send(List<Line> lines) {
        var hers = patient().map(Line::key);
        lines.stream()
                .filter(line -> line.handover().isEmpty() && !hers.equals(Optional.of(line.key())))
                .reduce((_, last) -> last)
                .ifPresent(line -> handovers.send(
                        at(CLINIC),
                        line.key(),
                        NEXT_REGION,
                        "Patienten har flyttat. Bilderna är skickade, kallelsen är inte det."));
    }
}
