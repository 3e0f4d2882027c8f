package se.varjedag.app.patients;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
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
import se.varjedag.app.timeline.ClinicalValue;
import se.varjedag.app.timeline.ClinicalValues;
import se.varjedag.app.timeline.PersonEvents;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.app.timeline.PersonValues;
import se.varjedag.pathway.event.CareEvent;

/// Opens a patient's data: asks the law, tells the log, and only then reads.
@Component
public class Patients {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final int OF_AGE = 18;
    private static final String TYPED_HERE = "varjedag";

    private final PersonEvents events;
    private final PersonValues values;
    private final ClinicalValues told;
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
            PersonValues values,
            ClinicalValues told,
            PatientAccess access,
            Openings openings,
            Blocks blocks,
            Identities identities,
            AccessLog log,
            ObjectProvider<CareRelation> relations,
            Imports imports) {
        this.events = events;
        this.values = values;
        this.told = told;
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
        var reach = reach(acting, person);
        if (!reach.any()) {
            log.keep(entry(acting, errand, false).about(person, ""));
            return Optional.empty();
        }
        var sight = sight(person, reach);
        var of = new TreeSet<String>();
        sight.events().forEach(event -> of.add(event.unit()));
        if (of.isEmpty()) {
            of.add("");
        }
        var line = entry(acting, errand, true);
        log.keep(of.stream().map(unit -> line.about(person, unit)).toList());
        return Optional.of(sight);
    }

    /// What somebody sees of a patient with her clinical values, the oldest first.
    ///
    /// @param hidden whether a choice within the own caregiver would open more values
    public record Course(Sight sight, List<ClinicalValue> values, boolean hidden) {

        public Course {
            values = List.copyOf(values);
        }
    }

    /// Opens a patient's data and clinical values, by the same rule as events: from the own unit outward. The log is
    /// told of every unit whose data are among them before anything is given away.
    ///
    /// @return empty when nothing of the patient is for the reader
    public Optional<Course> course(Acting acting, UUID person, String origin) {
        var reach = reach(acting, person);
        if (!reach.any()) {
            log.keep(entry(acting, Errand.page(origin), false).about(person, ""));
            return Optional.empty();
        }
        var sight = sight(person, reach);
        var all = values.of(person);
        var seen = all.stream()
                .filter(value -> reach.sees(value.unit(), value.caregiver()))
                .toList();
        var of = new TreeSet<String>();
        sight.events().forEach(event -> of.add(event.unit()));
        seen.forEach(value -> of.add(value.unit()));
        if (of.isEmpty()) {
            of.add("");
        }
        var look = entry(acting, Errand.page(origin), true);
        log.keep(of.stream().map(unit -> look.about(person, unit)).toList());
        return Optional.of(new Course(sight, seen, all.stream().anyMatch(value -> within(reach, value))));
    }

    /// Whether a choice within the own caregiver would open a value. What is blocked, or another caregiver's, is not
    /// told of here.
    private static boolean within(PatientAccess.Reach reach, ClinicalValue value) {
        return !reach.sees(value.unit(), value.caregiver())
                && !reach.blocked(value.unit(), value.caregiver())
                && reach.distance(value.unit(), value.caregiver()) == Distance.OWN_CAREGIVER;
    }

    /// Keeps a value that the reader typed, of the own unit; the log is told first.
    ///
    /// @return false when the patient has never been at the unit
    public boolean type(Acting acting, UUID person, ClinicalValue.Fact fact, String origin) {
        return type(acting, person, UUID.randomUUID().toString(), fact, origin);
    }

    /// Takes back a value that was typed at the own unit; the log is told first.
    ///
    /// @return false when it is none of the unit's
    public boolean takeBack(Acting acting, UUID person, UUID value, String origin) {
        var found = values.of(person).stream()
                .filter(one -> one.id().equals(value)
                        && one.source().equals(TYPED_HERE)
                        && one.unit().equals(acting.assignment().place()))
                .findFirst();
        return found.isPresent()
                && type(
                        acting,
                        person,
                        found.get().name(),
                        found.get().fact().in(ClinicalValue.State.WITHDRAWN),
                        origin);
    }

    private boolean type(Acting acting, UUID person, String name, ClinicalValue.Fact fact, String origin) {
        var reach = reach(acting, person);
        log.keep(entry(acting, Action.CHANGE, origin, reach.related())
                .about(person, reach.unit())
                .because("value"));
        if (reach.related()) {
            told.add(List.of(new ClinicalValue.Told(
                    person, reach.unit(), ClinicalValue.Origin.TYPED, TYPED_HERE, name, fact, null)));
        }
        return reach.related();
    }

    /// Whether there would be anything of the patient for the reader. The log is told of a refusal only: who is let in
    /// has still to open the patient.
    public boolean opens(Acting acting, UUID person, String origin) {
        var any = reach(acting, person).any();
        if (!any) {
            log.keep(entry(acting, Errand.page(origin), false).about(person, ""));
        }
        return any;
    }

    /// Tells the log that a list of the own unit's patients was given.
    public void listed(Acting acting, Errand errand) {
        log.keep(entry(acting, errand, true).withDataOf(acting.assignment().place()));
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
        var may = mayChange(acting, person, event.code(), origin);
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

    private Sight sight(UUID person, PatientAccess.Reach reach) {
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

    /// Tells the log that a patient's page was printed.
    public void printed(Acting acting, UUID person, String origin) {
        if (reach(acting, person).any()) {
            log.keep(entry(acting, Action.PRINT, origin, true)
                    .about(person, acting.assignment().place()));
        }
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
        return Guardian.of(born, LocalDate.now(clock.withZone(STOCKHOLM)));
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

    /// The patient's own data: all of them.
    public List<Event> own(Acting acting, UUID person, Errand errand) {
        log.keep(entry(acting, errand, true).about(person, ""));
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
