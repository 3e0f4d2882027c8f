package se.varjedag.app.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.DemoPatient;
import se.varjedag.app.access.Role;
import se.varjedag.app.careplan.Closing;
import se.varjedag.app.careplan.ClosingLetters;
import se.varjedag.app.careplan.Closings;
import se.varjedag.app.careplan.Family;
import se.varjedag.app.careplan.Family.Part;
import se.varjedag.app.careplan.LetterWording;
import se.varjedag.app.careplan.Reached;
import se.varjedag.app.patients.UnitPathways;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.Frame;
import se.varjedag.pathway.ahead.Clocks;
import se.varjedag.pathway.ahead.PathwayClock;
import se.varjedag.pathway.definition.MeasuringPoint;

/// The closing letters of the demo's clinic, and how its patients reach it: most of those whose suspicion was dismissed
/// have their letter, the rest wait on the list. Made up.
@Component
@ConditionalOnProperty("varjedag.demo")
class LettersOfDemo {
    private static final int EVERY_FOURTH = 4;
    private static final int MOST_DAYS = 20;
    private static final int ANSWER_DAYS = 2;
    private static final List<String> OWN =
            List.of("", "Tack för att du kom. Ring oss gärna om du undrar över något.", "");

    private final Closings closings;
    private final ClosingLetters letters;
    private final LetterWording wording;
    private final Reached reached;
    private final Timeline timeline;
    private final Family family;
    private final Frame frame;

    LettersOfDemo(
            Closings closings,
            ClosingLetters letters,
            LetterWording wording,
            Reached reached,
            Timeline timeline,
            Family family,
            Frame frame) {
        this.family = family;
        this.frame = frame;
        this.closings = closings;
        this.letters = letters;
        this.wording = wording;
        this.reached = reached;
        this.timeline = timeline;
    }

    /// Adds them, and the family's view.
    ///
    /// @param patient the patient whom the demo's staff meet: she lets her relative see a part of her plan
    void add(Optional<UUID> patient, LocalDate today) {
        var assignment = new Assignment(Role.CONTACT_NURSE, DemoPatient.CLINIC);
        var kaj = new Acting(new Account("kontaktsjukskoterska", "Kaj Kontaktsjuksköterska", assignment), assignment);
        // A number that is kept free for made-up persons.
        reached.say(kaj, new Reached.By("08-465 004 12", "vardagar 8–10", ANSWER_DAYS));
        int nth = 0;
        for (var one : closings.ofYear(DemoPatient.CLINIC)) {
            nth++;
            var day = one.ended().plusDays(1L + nth * 7L % MOST_DAYS);
            if (nth % EVERY_FOURTH != 0 && day.isBefore(today)) {
                var own = OWN.get(nth % OWN.size());
                var at = day.atTime(LocalTime.NOON).atZone(Sweden.TIME).toInstant();
                letters.sign(kaj, one, 0, own, wording.of(one, points(one), own), at);
            }
        }
        patient.ifPresent(one -> reader().filter(other -> !other.equals(one)).ifPresent(other -> allow(one, other)));
    }

    private void allow(UUID patient, UUID relative) {
        var today = frame.today();
        var code = family.allow(patient, "Alva, min syster", Set.of(Part.WAY, Part.VISITS), today.plusMonths(3));
        var assignment = new Assignment(Role.PATIENT, relative.toString());
        family.take(new Account(DemoPatient.RELATIVE, "Alva Anhörig", assignment), relative, code, today);
    }

    /// Somebody who has such a letter and has been told, and so can read it: the latest of those who were examined
    /// most.
    Optional<UUID> reader() {
        return closings.ofYear(DemoPatient.CLINIC).stream()
                .filter(one -> letters.latest(one.key()).isPresent())
                .filter(one -> points(one).stream().anyMatch(point -> point.point() == MeasuringPoint.INFORMED))
                .max(Comparator.comparingInt((Closing one) -> points(one).size())
                        .thenComparing(Closing::ended))
                .map(one -> one.key().person());
    }

    private List<PathwayClock.Reached> points(Closing closing) {
        var traced = timeline.snapshot().pathways();
        var key = closing.key();
        var at = UnitPathways.find(
                traced, key.person(), key.definition(), key.start().toEpochDay());
        return at.isEmpty()
                ? List.of()
                : new Clocks(traced)
                        .of(at.getAsInt(), closing.ended(), _ -> true)
                        .reached();
    }
}
