package se.varjedag.app.intake.fhir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.varjedag.app.identity.SeenPerson;
import se.varjedag.app.intake.PersonNumbers;
import se.varjedag.app.intake.mapping.CodeMapping;
import se.varjedag.app.intake.mapping.MappingRow;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.Says;
import se.varjedag.app.timeline.ClinicalValue.Sent;
import se.varjedag.app.timeline.ClinicalValue.TakesBack;
import se.varjedag.app.timeline.TakenBack;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;

/// One file of FHIR on its way to events.
///
/// While the file is read, patients, diagnoses and care units are remembered, and what carries a code of the mapping is
/// laid aside on disk, because what it refers to may come after it. When the file has ended all references are looked
/// up, and events come out.
final class FhirReading implements Entries.Listener, AutoCloseable {
    /// Where the sender says nothing of who it is.
    static final String NAMELESS = "fhir";

    /// What is there to be referred to.
    private static final Set<String> LOOKED_UP = Set.of("Patient", "Organization");

    private final CodeMapping mapping;
    private final Units units;
    private final RejectionSink rejections;
    private final String file;
    private final String source;
    private final LocalDate today;
    private final KnownPersons persons;
    private final Waiting waiting;
    private final Map<String, Set<String>> diagnoses = new HashMap<>();
    private final CareUnits careUnits = new CareUnits();
    private final Courses courses = new Courses();
    private final TakenAway takenAway;
    private final ValueReading valueReading;
    private final SentValues values;
    private final EventColumns.Builder events = EventColumns.builder();
    private final Map<String, SeenPerson> seen = new HashMap<>();
    private final Counted counted = new Counted();

    /// How many there were of what.
    static final class Counted {
        long read;
        long withoutCode;
        long laterInCourse;
        long rejected;
    }

    FhirReading(CodeMapping mapping, Units units, RejectionSink rejections, Path file, String source, LocalDate today)
            throws IOException {
        this.mapping = mapping;
        this.units = units;
        this.rejections = rejections;
        this.file = file.toString();
        this.source = source;
        this.today = today;
        this.persons = new KnownPersons(mapping, new PersonNumbers(mapping, today), today.getYear());
        this.waiting = new Waiting(file.resolveSibling(file.getFileName() + ".waiting"));
        this.takenAway = new TakenAway(file.resolveSibling(file.getFileName() + ".taken"));
        this.valueReading = new ValueReading(mapping.values(), today);
        this.values = new SentValues(file.resolveSibling(file.getFileName() + ".values"));
    }

    @Override
    public void entry(Entry entry) {
        counted.read++;
        var resource = new Resource(entry.resource());
        if (entry.method().equals("DELETE")) {
            takenAway(entry);
            return;
        }
        var type = resource.type();
        if (type.isEmpty()) {
            counted.withoutCode++;
            return;
        }
        switch (type) {
            case "Patient" -> persons.add(entry, resource);
            case "Organization" -> careUnits.add(entry, resource);
            case "Condition" -> diagnosis(entry, resource);
            default -> {
                // Whatever else is looked up by its codes alone.
            }
        }
        if (!mapping.knows(type) && !mapping.values().knows(type)) {
            counted.withoutCode += LOOKED_UP.contains(type) ? 0 : 1;
            return;
        }
        persons.addContained(entry, resource);
        layAside(entry, resource);
    }

    @Override
    public void broken(long line, boolean tooLarge) {
        counted.read++;
        reject(line, "", "", tooLarge ? Reasons.LINE_TOO_LARGE : Reasons.LINE_NOT_JSON);
    }

    private void takenAway(Entry entry) {
        var name = References.plain(entry.url());
        var type = name.substring(0, Math.max(0, name.indexOf('/')));
        var by = source.isEmpty() ? entry.source() : source;
        for (var part : mapping.parts(type)) {
            takenAway.add(new TakenBack(by.isEmpty() ? NAMELESS : by, named(name, part), null, 0));
        }
        if (mapping.values().knows(type)) {
            values.add(new TakesBack(by.isEmpty() ? NAMELESS : by, name, null));
        }
    }

    private void diagnosis(Entry entry, Resource condition) {
        var pathways = mapping.pathways(condition.codes());
        if (!pathways.isEmpty()) {
            References.of(entry, condition).forEach(name -> diagnoses.put(name, pathways));
        }
    }

    private void layAside(Entry entry, Resource resource) {
        var codes = resource.codes();
        var candidates = new ArrayList<Pending.Candidate>();
        if (!resource.withdrawn() && !(resource.notYet() && !resource.planned())) {
            for (int row : mapping.fitting(resource.type(), codes, resource.categories())) {
                var date = resource.first(mapping.row(row).dates()).orElse("");
                // Most patients are alive: that no date of death is there is no fault.
                if (!date.isEmpty() || !resource.type().equals("Patient")) {
                    candidates.add(new Pending.Candidate(row, date));
                }
            }
        }
        var value = valueReading.of(resource);
        if (candidates.isEmpty() && !resource.withdrawn() && !LOOKED_UP.contains(resource.type()) && !value.carried()) {
            counted.withoutCode++;
        }
        var because = new LinkedHashSet<String>();
        resource.reasonReferences().forEach(reference -> because.add(References.plain(reference)));
        var unitNames = new ArrayList<String>();
        resource.organizations().forEach(reference -> unitNames.addAll(References.to(reference, entry)));
        waiting.add(new Pending(
                entry.place(),
                sender(entry, resource),
                name(entry, resource),
                resource.registered(),
                resource.planned(),
                resource.type().equals("Patient")
                        ? References.of(entry, resource)
                        : References.to(resource.subject(), entry),
                codes,
                candidates,
                List.copyOf(mapping.pathways(resource.reasons())),
                List.copyOf(because),
                unitNames,
                resource.ref(),
                value));
    }

    private String sender(Entry entry, Resource resource) {
        if (!source.isEmpty()) {
            return source;
        }
        var own = resource.source();
        return !own.isEmpty() ? own : entry.source().isEmpty() ? NAMELESS : entry.source();
    }

    /// Type and id; where a transaction names a resource only by a `urn:uuid:`, that.
    private static String name(Entry entry, Resource resource) {
        if (!resource.id().isEmpty()) {
            return resource.type() + "/" + resource.id();
        }
        return entry.fullUrl().isEmpty() ? "" : resource.type() + "/" + entry.fullUrl();
    }

    private static String named(String name, String part) {
        return part.isEmpty() || name.isEmpty() ? name : name + "#" + part;
    }

    /// Looks up what everything refers to, when all of the file is known.
    EventColumns events() throws IOException {
        waiting.each(pending -> applying(pending, false));
        waiting.each(pending -> applying(pending, true));
        return events.build();
    }

    Counted counted() {
        return counted;
    }

    /// Those who have an event here and are known by a Swedish number.
    Collection<SeenPerson> seen() {
        return seen.values();
    }

    Iterable<TakenBack> takenBack() {
        return takenAway;
    }

    /// First the courses of treatment are gathered, then, in a second round, events are made.
    private void applying(Pending pending, boolean make) {
        var settled = new HashSet<String>();
        var known = persons.find(pending.subject());
        var reasons = new TreeSet<>(pending.reasons());
        pending.because().forEach(name -> reasons.addAll(diagnoses.getOrDefault(name, Set.of())));
        var used = false;
        for (var candidate : pending.candidates()) {
            var row = mapping.row(candidate.row());
            var event = mapping.event(row, pending.codes(), reasons);
            if (settled.contains(row.part()) || event.isEmpty() || !meant(row, known)) {
                continue;
            }
            used = true;
            if ((make || row.courseDays().isPresent()) && settles(pending, candidate, row, event.get(), known, make)) {
                settled.add(row.part());
            }
        }
        if (make) {
            if (!pending.candidates().isEmpty() && !used && !pending.value().carried()) {
                counted.withoutCode++;
            }
            vacate(pending, settled);
            value(pending, known);
        }
    }

    /// Tells of the clinical value of a resource, or why it cannot be used. Without a name it could never be corrected
    /// or taken back, so it is refused.
    private void value(Pending pending, Optional<KnownPersons.Known> known) {
        switch (pending.value()) {
            case ValueSaid.Nothing _ -> {
                // Its type carries none.
            }
            case ValueSaid.NoneAnyMore _ -> {
                if (!pending.name().isEmpty()) {
                    values.add(new TakesBack(pending.source(), pending.name(), pending.registered()));
                }
            }
            case ValueSaid.NotUsed(var column, var value, var why) -> reject(pending.place(), column, value, why);
            case ValueSaid.Says(var fact) -> {
                var person = known.map(KnownPersons.Known::person).orElse(null);
                if (person == null) {
                    reject(pending.place(), "person", "", whyNobody(pending, known));
                } else if (pending.name().isEmpty()) {
                    reject(pending.place(), "id", "", Reasons.NAMELESS);
                } else {
                    known.flatMap(KnownPersons.Known::seen).ifPresent(one -> seen.put(person, one));
                    values.add(new Says(
                            person,
                            careUnits.of(pending),
                            Origin.FEED,
                            pending.source(),
                            pending.name(),
                            fact,
                            pending.registered()));
                }
            }
        }
    }

    /// Whether the row is about such persons.
    private static boolean meant(MappingRow row, Optional<KnownPersons.Known> known) {
        return row.personsOf().isEmpty()
                || known.map(person -> person.systems().contains(row.personsOf()))
                        .orElse(false);
    }

    /// What a resource gave before and gives no more is taken back.
    private void vacate(Pending pending, Set<String> settled) {
        if (pending.name().isEmpty()) {
            return;
        }
        var type = pending.name().substring(0, pending.name().indexOf('/'));
        for (var part : mapping.parts(type)) {
            if (!settled.contains(part)) {
                takenAway.add(new TakenBack(
                        pending.source(), named(pending.name(), part), pending.registered(), events.size()));
            }
        }
    }

    /// Makes the event of a row, or tells why it cannot be; then what an earlier version gave is left as it was. False
    /// where the row gives nothing.
    private boolean settles(
            Pending pending,
            Pending.Candidate candidate,
            MappingRow row,
            CodeMapping.Event event,
            Optional<KnownPersons.Known> known,
            boolean make) {
        if (known.isEmpty() || known.get().person() == null) {
            return make && refuse(pending, "person", "", whyNobody(pending, known));
        }
        var person = known.get().person();
        if (candidate.date().isEmpty()) {
            return make && refuse(pending, String.join(", ", row.dates()), "", Reasons.DATE_MISSING);
        }
        return switch (FhirDay.of(candidate.date())) {
            case FhirDay.Partial _ ->
                make && refuse(pending, "time", candidate.date(), Reasons.partial(candidate.date()));
            case FhirDay.Unreadable _ -> {
                var shown = candidate
                        .date()
                        .substring(0, Math.min(30, candidate.date().length()));
                yield make && refuse(pending, "time", shown, Reasons.noDate(shown));
            }
            case FhirDay.Day(var day) -> {
                if (day.isAfter(today) && !pending.planned()) {
                    yield make && refuse(pending, "time", candidate.date(), Reasons.future(candidate.date()));
                }
                var name = named(pending.name(), row.part());
                if (!make) {
                    courses.add(person, event.code(), day, name);
                    yield false;
                }
                if (row.courseDays().isPresent()
                        && !courses.begins(
                                person,
                                event.code(),
                                day,
                                name,
                                row.courseDays().getAsInt())) {
                    counted.laterInCourse++;
                    yield false;
                }
                known.get().seen().ifPresent(one -> seen.put(person, one));
                var unit = careUnits.of(pending);
                events.add(new CareEvent(
                        person,
                        event.code(),
                        day,
                        unit,
                        units.byId(unit)
                                .map(se.varjedag.app.reference.Unit::region)
                                .orElse(""),
                        "",
                        known.get().sex(),
                        known.get().born(),
                        event.pathway(),
                        pending.source(),
                        name,
                        pending.planned() ? CareEvent.Status.PLANNED : CareEvent.Status.DONE,
                        pending.registered(),
                        pending.ref()));
                yield true;
            }
        };
    }

    private Sentence whyNobody(Pending pending, Optional<KnownPersons.Known> known) {
        if (pending.subject().isEmpty()) {
            return Reasons.PERSON_MISSING;
        }
        return known.map(person -> person.another() ? Reasons.PERSON_AMBIGUOUS : Reasons.NUMBER_WRONG)
                .orElse(Reasons.PERSON_UNKNOWN);
    }

    private boolean refuse(Pending pending, String column, String value, Sentence why) {
        reject(pending.place(), column, value, why);
        return true;
    }

    private void reject(long place, String column, String value, Sentence why) {
        counted.rejected++;
        rejections.reject(new Rejection(file, place, column, value, why));
    }

    Iterable<Sent> values() {
        return values;
    }

    @Override
    public void close() {
        values.close();
        waiting.close();
        takenAway.close();
    }
}
