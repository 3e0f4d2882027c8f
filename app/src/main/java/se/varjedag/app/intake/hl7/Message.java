package se.varjedag.app.intake.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One message, cut into its orders: each OBR with the segments that belong to it, and those of the patient.
record Message(Header header, String type, List<Segment> patient, List<List<Segment>> orders) {
    private static final Set<String> TAKEN = Set.of("ORM", "OMG", "OML", "ORU");
    private static final HapiContext CONTEXT = context();

    Message {
        patient = List.copyOf(patient);
        orders = List.copyOf(orders);
    }

    private static HapiContext context() {
        var context = new DefaultHapiContext(new GenericModelClassFactory());
        context.setValidationContext(ValidationContextFactory.noValidation());
        return context;
    }

    /// Reads a message; only text with bars and hats is ever parsed.
    static Message of(String text) throws NotTaken {
        var header = Header.of(text);
        if (header.equals(Header.UNKNOWN)) {
            throw new NotTaken(Acknowledgement.Code.AR, "MSH", Reasons.NOT_HL7);
        }
        if (header.controlId().isEmpty()) {
            throw NotTaken.error("MSH-10", Reasons.NO_CONTROL_ID);
        }
        try {
            return of(header, segments(text));
        } catch (HL7Exception e) {
            throw NotTaken.error("MSH", Reasons.NOT_HL7);
        }
    }

    private static List<Segment> segments(String text) throws HL7Exception {
        var parsed = new PipeParser(CONTEXT).parse(text);
        var segments = new ArrayList<Segment>();
        for (var name : parsed.getNames()) {
            for (var structure : parsed.getAll(name)) {
                if (structure instanceof Segment segment) {
                    segments.add(segment);
                }
            }
        }
        return segments;
    }

    private static Message of(Header header, List<Segment> segments) throws NotTaken, HL7Exception {
        var head = segments.getFirst();
        var version = value(head, 12, 1);
        if (!version.equals("2.5.1")) {
            throw new NotTaken(Acknowledgement.Code.AR, "MSH-12", Reasons.version(version));
        }
        var type = value(head, 9, 1);
        if (!TAKEN.contains(type)) {
            throw new NotTaken(Acknowledgement.Code.AR, "MSH-9", Reasons.type(type));
        }
        var patient = new ArrayList<Segment>();
        var orders = new ArrayList<List<Segment>>();
        var before = new ArrayList<Segment>();
        for (var segment : segments) {
            switch (segment.getName()) {
                case "ORC" -> before.add(segment);
                case "OBR" -> {
                    var order = new ArrayList<>(before);
                    order.add(segment);
                    orders.add(order);
                    before.clear();
                }
                default -> (orders.isEmpty() ? patient : orders.getLast()).add(segment);
            }
        }
        if (orders.isEmpty()) {
            throw NotTaken.error("OBR", Reasons.NO_ORDER);
        }
        return new Message(header, type, patient, orders);
    }

    /// A component of the first repetition of a field, without spaces around it; empty where it is not there.
    static String value(Segment segment, int field, int component) throws HL7Exception {
        return value(segment, field, 0, component);
    }

    static String value(Segment segment, int field, int repetition, int component) throws HL7Exception {
        var value = Terser.get(segment, field, repetition, component, 1);
        return value == null || value.equals("\"\"") ? "" : value.strip();
    }
}
