package se.varjedag.app.intake.hl7;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.identity.Protection;
import se.varjedag.app.identity.SeenPerson;
import se.varjedag.app.intake.Messages;
import se.varjedag.app.intake.PersonNumbers;
import se.varjedag.app.intake.PersonNumbers.Identifier;
import se.varjedag.app.intake.mapping.CodeMapping;
import se.varjedag.app.intake.mapping.Coding;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.TakenBack;
import se.varjedag.pathway.event.CareEvent;

/// What one message gives: the events of its orders, and what it takes back.
///
/// @param person who it is about, where a Swedish number tells it
record Received(Header header, List<CareEvent> events, List<TakenBack> takenBack, Optional<SeenPerson> person) {
    private static final Set<String> CANCELLED = Set.of("CA", "OC", "CR", "DC", "OD", "DR");
    private static final Set<String> FINAL = Set.of("", "F", "C", "A");
    private static final int SEX = 8;
    private static final int MOST_NUMBERS = 20;

    Received {
        events = List.copyOf(events);
        takenBack = List.copyOf(takenBack);
    }

    /// What is to be kept of it.
    Messages.Message message() {
        return new Messages.Message(header.source(), header.controlId(), events, takenBack, person);
    }

    /// Reads the messages of one installation.
    ///
    /// @param source what the sender is called; empty where the message says so itself
    record Reader(CodeMapping mapping, Units units, String source, LocalDate today) {

        /// What the message gives.
        Received of(byte[] bytes) throws NotTaken {
            var message = Message.of(MessageText.of(bytes));
            try {
                return of(message);
            } catch (HL7Exception e) {
                throw NotTaken.error("MSH", Reasons.NOT_HL7);
            }
        }

        private Received of(Message message) throws HL7Exception, NotTaken {
            var patient = patient(message);
            var events = new ArrayList<CareEvent>();
            var takenBack = new ArrayList<TakenBack>();
            for (var order : message.orders()) {
                new Order(this, message, order, patient).read(events, takenBack);
            }
            return new Received(message.header(), events, takenBack, patient.seen());
        }

        private Patient patient(Message message) throws HL7Exception, NotTaken {
            var pid = segment(message.patient(), "PID");
            if (pid.isEmpty()) {
                throw NotTaken.error("PID-3", Reasons.NO_PERSON);
            }
            var numbers = new ArrayList<Identifier>();
            for (int i = 0; i < Math.min(MOST_NUMBERS, pid.get().getField(3).length); i++) {
                numbers.add(number(pid.get(), i));
            }
            var called = new PersonNumbers(mapping, today).of(numbers);
            if (called.isEmpty()) {
                throw NotTaken.error("PID-3", Reasons.NO_PERSON);
            }
            var person = called.get().person();
            if (person == null) {
                throw NotTaken.error("person", Reasons.NUMBER_WRONG);
            }
            var name = (Message.value(pid.get(), 5, 2) + " " + Message.value(pid.get(), 5, 1)).strip();
            var protection = protection(message);
            return new Patient(
                    person,
                    switch (Message.value(pid.get(), SEX, 1)) {
                        case "F" -> "F";
                        case "M" -> "M";
                        default -> "";
                    },
                    born(Message.value(pid.get(), 7, 1)),
                    called.get()
                            .number()
                            .map(number -> new SeenPerson(
                                    number, name.isEmpty() ? Optional.empty() : Optional.of(name), protection)));
        }

        /// The authority that gave out the number: its OID, or else its name; or that it is the national number.
        private static Identifier number(Segment pid, int repetition) throws HL7Exception {
            var value = Message.value(pid, 3, repetition, 1);
            var universal = ca.uhn.hl7v2.util.Terser.get(pid, 3, repetition, 4, 2);
            var name = Message.value(pid, 3, repetition, 4);
            var system = universal == null || universal.isBlank() ? name : universal.strip();
            var national =
                    system.isEmpty() && Message.value(pid, 3, repetition, 5).equals("NNSWE");
            return new Identifier(national ? "1.2.752.129.2.1.3.1" : system, value);
        }

        private static Optional<Protection> protection(Message message) throws HL7Exception {
            var pd1 = segment(message.patient(), "PD1");
            return pd1.isPresent() && Message.value(pd1.get(), 12, 1).equals("Y")
                    ? Optional.of(Protection.CONFIDENTIALITY_MARK)
                    : Optional.empty();
        }

        private @Nullable Integer born(String date) {
            if (!date.matches("[0-9]{4}.*")) {
                return null;
            }
            int year = Integer.parseInt(date.substring(0, 4));
            return year < today.getYear() - 130 || year > today.getYear() ? null : year;
        }

        private static Optional<Segment> segment(List<Segment> segments, String name) {
            return segments.stream()
                    .filter(segment -> segment.getName().equals(name))
                    .findFirst();
        }
    }

    private record Patient(
            String person, String sex, @Nullable Integer born, Optional<SeenPerson> seen) {}

    /// One order of a message.
    private record Order(Reader reader, Message message, List<Segment> segments, Patient patient) {

        void read(List<CareEvent> events, List<TakenBack> takenBack) throws HL7Exception, NotTaken {
            var type = message.type();
            var id = id();
            var settled = new HashSet<String>();
            if (!cancelled() && FINAL.contains(text("OBR-25"))) {
                for (int number : reader.mapping().fitting(type, codes("OBR", 4), categories())) {
                    var row = reader.mapping().row(number);
                    var event = reader.mapping().event(row, codes("OBR", 4), reasons());
                    if (event.isPresent() && row.personsOf().isEmpty() && settled.add(row.part())) {
                        var day = day(row.dates());
                        if (day.isPresent()) {
                            events.add(event(event.get(), day.get(), named(id, row.part())));
                        } else {
                            settled.remove(row.part());
                        }
                    }
                }
            }
            if (!id.isEmpty()) {
                for (var part : reader.mapping().parts(type)) {
                    if (!settled.contains(part) && (cancelled() || !type.equals("ORU") || corrected())) {
                        takenBack.add(new TakenBack(source(), named(id, part), MessageTime.instant(text("MSH-7")), 0));
                    }
                }
            }
        }

        private CareEvent event(CodeMapping.Event event, LocalDate day, String id) throws HL7Exception {
            var facility = message.header().facility();
            var hsaId = facility.matches("SE[0-9]{10}-[0-9A-Z]+") ? facility : "";
            return new CareEvent(
                    patient.person(),
                    event.code(),
                    day,
                    hsaId,
                    reader.units().byId(hsaId).map(Unit::region).orElse(""),
                    "",
                    patient.sex(),
                    patient.born(),
                    event.pathway(),
                    source(),
                    id,
                    CareEvent.Status.DONE,
                    MessageTime.instant(text("MSH-7")),
                    text("OBR-2").isEmpty() ? text("OBR-3") : text("OBR-2"));
        }

        private String source() {
            return reader.source().isEmpty() ? message.header().source() : reader.source();
        }

        /// The order of whoever places it, or of whoever fills it; an answer goes by the number of who gives it.
        private String id() throws HL7Exception {
            var placer = text("ORC-2").isEmpty() ? text("OBR-2") : text("ORC-2");
            var filler = text("OBR-3").isEmpty() ? text("ORC-3") : text("OBR-3");
            var number = message.type().equals("ORU") ? first(filler, placer) : first(placer, filler);
            return number.isEmpty() ? "" : message.type() + "/" + number;
        }

        private static String first(String one, String other) {
            return one.isEmpty() ? other : one;
        }

        private static String named(String id, String part) {
            return part.isEmpty() || id.isEmpty() ? id : id + "#" + part;
        }

        private boolean cancelled() throws HL7Exception {
            return CANCELLED.contains(text("ORC-1")) || text("OBR-25").equals("X");
        }

        private boolean corrected() throws HL7Exception {
            return text("OBR-25").equals("C");
        }

        private Set<String> reasons() throws HL7Exception {
            var codes = new ArrayList<>(codes("OBR", 31));
            codes.addAll(codes("DG1", 3));
            return reader.mapping().pathways(codes);
        }

        private List<Coding> categories() throws HL7Exception {
            var section = text("OBR-24");
            return section.isEmpty() ? List.of() : List.of(new Coding("HL70074", section));
        }

        /// The codes of a coded field (CWE) of every such segment: the code and its alternate.
        private List<Coding> codes(String name, int field) throws HL7Exception {
            var codes = new ArrayList<Coding>();
            var all = new ArrayList<>(message.patient());
            all.addAll(segments);
            for (var segment : all) {
                if (segment.getName().equals(name)) {
                    codes.add(new Coding(Message.value(segment, field, 3), Message.value(segment, field, 1)));
                    codes.add(new Coding(Message.value(segment, field, 6), Message.value(segment, field, 4)));
                }
            }
            codes.removeIf(coding -> coding.code().isEmpty());
            return codes;
        }

        /// The day of the first of the fields that is there; empty where none is.
        private Optional<LocalDate> day(List<String> fields) throws HL7Exception, NotTaken {
            for (var field : fields) {
                var text = text(field);
                if (!text.isEmpty()) {
                    var day = MessageTime.day(text);
                    if (day.isEmpty()) {
                        throw NotTaken.error(field, Reasons.NOT_DATED);
                    }
                    if (day.get().isAfter(reader.today())) {
                        throw NotTaken.error(field, Reasons.AHEAD);
                    }
                    return day;
                }
            }
            return Optional.empty();
        }

        /// The first component of a field such as `OBR-7`, of the order or of the patient.
        private String text(String field) throws HL7Exception {
            var dash = field.indexOf('-');
            var name = field.substring(0, dash);
            var number = Integer.parseInt(field.substring(dash + 1));
            if (name.equals("MSH")) {
                return Message.value(message.patient().getFirst(), number, 1);
            }
            var own = Reader.segment(segments, name).or(() -> Reader.segment(message.patient(), name));
            return own.isEmpty() ? "" : Message.value(own.get(), number, 1);
        }
    }
}
