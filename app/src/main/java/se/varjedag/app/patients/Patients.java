package se.varjedag.app.patients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.AccessLog;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Blocks;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.LogEntry.Action;
import se.varjedag.app.access.Openings;
import se.varjedag.app.access.PatientAccess;
import se.varjedag.app.access.PatientAccess.Distance;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.identity.Shown;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.PersonEvents;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.pathway.event.CareEvent;

/// Opens a patient's data: asks the law, tells the log, and only then reads.
@Component
public class Patients {
    private static final int OF_AGE = 18;

    private final PersonEvents events;
    private final PatientAccess access;
    private final Openings openings;
    private final Blocks blocks;
    private final Identities identities;
    private final AccessLog log;
    private final ObjectProvider<CareRelation> relations;
    private final Imports imports;
    private final Clock clock = Clock.systemUTC();

    Patients(
            PersonEvents events,
            PatientAccess access,
            Openings openings,
            Blocks blocks,
            Identities identities,
            AccessLog log,
            ObjectProvider<CareRelation> relations,
            Imports imports) {
        this.events = events;
        this.access = access;
        this.openings = openings;
        this.blocks = blocks;
        this.identities = identities;
        this.log = log;
        this.relations = relations;
        this.imports = imports;
    }

    /// What somebody sees of a patient.
    ///
    /// @param within  whether a choice would open data of other units of the own caregiver
    /// @param beyond  whether there is anything of other caregivers; told only after the choice within the own
    /// @param blocked whether something of the own caregiver is blocked; told only after the choice
    public record Sight(
            UUID person,
            Shown who,
            PatientAccess.Reach reach,
            List<Event> events,
            boolean within,
            boolean beyond,
            boolean blocked,
            List<Blocks.Block> own) {

        public Sight {
            events = List.copyOf(events);
            own = List.copyOf(own);
        }
    }

    /// The person with this number, if somebody here has it; who asks has still to be let in.
    public Optional<UUID> withNumber(String written) {
        return identities.withNumber(written);
    }

    /// Whose event this is; who asks has still to be let in.
    public Optional<UUID> ofEvent(UUID event) {
        return events.personOf(event);
    }

    /// Opens a patient's data. The log is told of every unit whose data are among them before anything is given away.
    ///
    /// @return empty when nothing of the patient is for the reader; that she exists is not told
    public Optional<Sight> open(Acting acting, UUID person, Errand errand) {
        return reach(acting, person, errand).map(reach -> {
            var sight = sight(person, reach);
            opened(acting, sight, List.of(), errand);
            return sight;
        });
    }

    /// Whether there would be anything of the patient for the reader. The log is told of a refusal only: who is let in
    /// has still to open the patient.
    public boolean opens(Acting acting, UUID person, String origin) {
        return reach(acting, person, Errand.page(origin)).isPresent();
    }

    /// What the reader may see of a patient; the log is told of a refusal.
    ///
    /// @return empty when that is nothing
    Optional<PatientAccess.Reach> reach(Acting acting, UUID person, Errand errand) {
        var reach = reach(acting, person);
        if (!reach.any()) {
            log.keep(entry(acting, errand, false).about(person, ""));
        }
        return Optional.of(reach).filter(PatientAccess.Reach::any);
    }

    /// Tells the log that a list of the own unit's patients was given.
    public void listed(Acting acting, Errand errand) {
        log.keep(entry(acting, errand, true).withDataOf(acting.assignment().place()));
    }

    /// Tells the log of every unit whose data are given away.
    ///
    /// @param beside the units of what is given away beside the events
    void opened(Acting acting, Sight sight, Collection<String> beside, Errand errand) {
        var of = new TreeSet<>(beside);
        sight.events().forEach(event -> of.add(event.unit()));
        if (of.isEmpty()) {
            of.add("");
        }
        var line = entry(acting, errand, true);
        log.keep(of.stream().map(unit -> line.about(sight.person(), unit)).toList());
    }

    private PatientAccess.Reach reach(Acting acting, UUID person) {
        var unit = acting.assignment().place();
        return access.reach(
                acting,
                person,
                events.hasBeenAt(person, unit) || relations.stream().anyMatch(one -> one.has(person, unit)));
    }

    /// Keeps an event that the reader's unit has typed of its patient. The log of looks is told first, also of a
    /// refusal; an emergency lets read, not write.
    ///
    /// @return false when she is no patient of the unit
    public boolean type(Acting acting, UUID person, CareEvent event, String origin) {
        var may = mayChange(acting, person, "point", origin);
        if (may) {
            imports.type(event, person, acting.account().username());
        }
        return may;
    }

    /// Tells the log that something was done with what another unit has sent of a patient who is not, or not yet, a
    /// patient of the reader's unit.
    ///
    /// @param what in one word, what was done
    public void answered(Acting acting, UUID person, String what, String origin) {
        log.keep(entry(acting, Action.CHANGE, origin, true)
                .about(person, acting.assignment().place())
                .because(what));
    }

    /// Tells the log that something of the own unit was changed that is no patient's.
    ///
    /// @param what in one word, what was changed
    public void changed(Acting acting, String what, String origin) {
        log.keep(entry(acting, Action.CHANGE, origin, true)
                .withDataOf(acting.assignment().place())
                .because(what));
    }

    /// Whether the reader may write of this patient, which the log of looks is told: for what is not an event.
    ///
    /// @param what in one word, what is changed
    public boolean mayChange(Acting acting, UUID person, String what, String origin) {
        var may = reach(acting, person).related();
        log.keep(entry(acting, Action.CHANGE, origin, may)
                .about(person, acting.assignment().place())
                .because(what));
        return may;
    }

    Sight sight(UUID person, PatientAccess.Reach reach) {
        var seen = new ArrayList<Event>();
        boolean within = false;
        boolean beyond = false;
        boolean blocked = false;
        boolean chosen = reach.open().contains(Openings.Kind.CHOICE);
        for (var event : events.of(person)) {
            if (reach.sees(event.unit(), event.caregiver())) {
                seen.add(event);
            } else if (reach.blocked(event.unit(), event.caregiver())) {
                blocked |= chosen && reach.distance(event.unit(), event.caregiver()) == Distance.OWN_CAREGIVER;
            } else if (reach.distance(event.unit(), event.caregiver()) == Distance.OWN_CAREGIVER) {
                within = true;
            } else {
                beyond |= chosen;
            }
        }
        return new Sight(person, identities.shown(person), reach, seen, within, beyond, blocked, own(reach));
    }

    /// The blocks that the reader's unit may end: its own, and those of its whole caregiver.
    private static List<Blocks.Block> own(PatientAccess.Reach reach) {
        return reach.blocks().stream()
                .filter(block -> block.unit().equals(reach.unit())
                        || (block.unit().isEmpty() && block.caregiver().equals(reach.caregiver())))
                .toList();
    }

    /// Opens a door to a patient, and tells the log of it first. Beyond the own unit needs a relation; an emergency
    /// does not.
    ///
    /// @return false when there is no relation
    public boolean choose(Acting acting, UUID person, Openings.Kind kind, String why, String origin) {
        var emergency = kind == Openings.Kind.EMERGENCY;
        var may = emergency || reach(acting, person).related();
        log.keep(entry(acting, emergency ? Action.EMERGENCY : Action.CHOICE, origin, may)
                .about(person, "")
                .because(why));
        if (may) {
            openings.open(acting, person, kind, why);
        }
        return may;
    }

    /// Tells the log that a patient's page was printed, or that somebody who may not open it said so.
    public void printed(Acting acting, UUID person, String origin) {
        log.keep(entry(acting, Action.PRINT, origin, reach(acting, person).any())
                .about(person, acting.assignment().place()));
    }

    /// Why a guardian may not block.
    public enum Guardian {
        /// The patient is a child, or nobody here knows her age: a guardian may not block a child's data.
        OF_CHILD("guardian"),
        /// The patient is of age by her number, and has no guardian: only she herself may ask.
        OF_ADULT("guardian-of-adult");

        private final String key;

        Guardian(String key) {
            this.key = key;
        }

        /// How it is written in the access log and in texts.
        public String key() {
            return key;
        }

        /// @param born empty where the number does not tell it, or there is none
        static Guardian of(Optional<LocalDate> born, LocalDate today) {
            return born.filter(day -> !today.isBefore(day.plusYears(OF_AGE)))
                    .map(_ -> OF_ADULT)
                    .orElse(OF_CHILD);
        }
    }

    /// Why a guardian may not block the data of this patient, whom the reader has a relation to; empty where she has
    /// none.
    public Optional<Guardian> guardian(Acting acting, UUID person) {
        return reach(acting, person).related() ? Optional.of(guardian(person)) : Optional.empty();
    }

    private Guardian guardian(UUID person) {
        var born = switch (identities.shown(person)) {
            case Shown.Known(var number, var _) -> number.born();
            case Shown.Protected(var number, var _) -> number.born();
            case Shown.MadeUp _, Shown.Unknown _ -> Optional.<LocalDate>empty();
        };
        return Guardian.of(born, LocalDate.now(clock.withZone(Sweden.TIME)));
    }

    /// Blocks the own unit's data of a patient, or the whole caregiver's, at the patient's wish.
    ///
    /// @return false when a guardian asks, or the patient has never been at the unit
    public boolean block(Acting acting, UUID person, boolean whole, Blocks.AskedBy askedBy, String origin) {
        var reach = reach(acting, person);
        var may = reach.related()
                && askedBy == Blocks.AskedBy.PATIENT
                && !(whole && reach.caregiver().isEmpty());
        log.keep(entry(acting, Action.CHANGE, origin, may)
                .about(person, reach.unit())
                .because(
                        askedBy == Blocks.AskedBy.GUARDIAN && reach.related()
                                ? guardian(person).key()
                                : "block"));
        return may
                && blocks.make(
                        person,
                        whole ? "" : reach.unit(),
                        reach.caregiver(),
                        askedBy,
                        acting.account().name());
    }

    /// Ends a block of the own unit's or the own caregiver's.
    ///
    /// @return false when it is none of the reader's to end
    public boolean unblock(Acting acting, UUID person, long block, Blocks.End end, String origin) {
        var reach = reach(acting, person);
        var may = reach.related() && own(reach).stream().anyMatch(one -> one.id() == block);
        log.keep(entry(acting, Action.CHANGE, origin, may)
                .about(person, reach.unit())
                .because("unblock"));
        if (may) {
            blocks.end(person, block, end, acting.account().name());
        }
        return may;
    }

    /// The patient's own data: all that reveals no result which she has not been told ([Untold]). The newest first.
    public List<Event> own(Acting acting, UUID person, Errand errand) {
        log.keep(entry(acting, errand, true).about(person, ""));
        return Untold.told(events.of(person), LocalDate.now(clock.withZone(Sweden.TIME)));
    }

    /// What she may read, for rules on what may be written to her: who asks gives nothing of it away, so no log is
    /// told.
    public List<Event> told(UUID person) {
        return Untold.told(events.of(person), LocalDate.now(clock.withZone(Sweden.TIME)));
    }

    /// Of which days she may read what tells of a disease or its treatment: what other modules keep of her follows it.
    public Predicate<LocalDate> mayRead(UUID person) {
        return Untold.naming(events.of(person), LocalDate.now(clock.withZone(Sweden.TIME)));
    }

    /// What a patient knows of herself, for rules on what is asked of her and shown to her: who asks gives nothing of
    /// it
    /// away, so no log is told.
    public Knowledge knows(UUID person) {
        return Knowledge.of(events.of(person), LocalDate.now(clock.withZone(Sweden.TIME)));
    }

    /// Tells the log that the program did something by itself, by a rule of a unit.
    ///
    /// @param what in one word, what was done
    public void doneByItself(UUID person, String unit, String what) {
        log.keep(LogEntry.byItself(clock.instant(), person, unit, what));
    }

    /// Every event of a patient, for rules within this module.
    List<Event> all(UUID person) {
        return events.of(person);
    }

    private LogEntry entry(Acting acting, Action action, String origin, boolean allowed) {
        return entry(acting, new Errand(action, Errand.ONE, origin), allowed);
    }

    private LogEntry entry(Acting acting, Errand errand, boolean allowed) {
        return LogEntry.by(
                Optional.of(acting), clock.instant(), errand.action(), errand.what(), errand.origin(), allowed);
    }
}
