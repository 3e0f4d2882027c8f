package se.varjedag.app.fhir;

import java.util.Date;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import se.varjedag.app.access.LogEntry;

/// A line of the access log as FHIR. To a patient it says which unit and in what role, and not who.
final class LogLineResource {
    private static final String TYPE = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String OBJECT = "http://terminology.hl7.org/CodeSystem/object-role";

    private LogLineResource() {}

    static AuditEvent of(Given.OfLogLine given, Names names) {
        var entry = given.line().entry();
        var audit = new AuditEvent();
        audit.setType(EpisodeResource.coding(TYPE, "rest").setDisplay("Restful Operation"));
        audit.addSubtype(EpisodeResource.coding(Codes.ACTION, entry.action().key()));
        audit.setAction(action(entry.action()));
        audit.setRecorded(Date.from(entry.at()));
        audit.setOutcome(entry.allowed() ? AuditEvent.AuditEventOutcome._0 : AuditEvent.AuditEventOutcome._4);
        agent(audit, entry, given.nameless(), names);
        audit.getSource().setObserver(new Reference().setDisplay("Varje dag"));
        entry.person()
                .ifPresent(person -> audit.addEntity()
                        .setWhat(PatientResource.to(person))
                        .setRole(EpisodeResource.coding(OBJECT, "1").setDisplay("Patient")));
        if (!entry.unit().isEmpty()) {
            audit.addEntity().setWhat(EpisodeResource.unit(entry.unit(), names));
        }
        if (!given.nameless()) {
            if (!entry.what().isEmpty()) {
                audit.addEntity().setName(entry.what());
            }
            if (!entry.why().isEmpty()) {
                audit.addPurposeOfEvent(new CodeableConcept().setText(entry.why()));
            }
        }
        return audit;
    }

    private static void agent(AuditEvent audit, LogEntry entry, boolean nameless, Names names) {
        var agent = audit.addAgent().setRequestor(true);
        if (!entry.role().isEmpty()) {
            agent.addRole(new CodeableConcept().addCoding(EpisodeResource.coding(Codes.ROLE, entry.role())));
        }
        if (nameless) {
            if (entry.place().isEmpty()) {
                agent.setWho(new Reference().setDisplay(names.words("nounit")));
            } else {
                agent.setWho(EpisodeResource.unit(entry.place(), names));
            }
            return;
        }
        if (!entry.name().isEmpty()) {
            agent.setName(entry.name());
        }
        if (!entry.who().isEmpty()) {
            agent.setAltId(entry.who());
        }
        if (!entry.place().isEmpty()) {
            agent.setWho(EpisodeResource.unit(entry.place(), names));
        }
        if (!entry.origin().isEmpty()) {
            agent.getNetwork().setAddress(entry.origin()).setType(AuditEvent.AuditEventAgentNetworkType._2);
        }
    }

    private static AuditEvent.AuditEventAction action(LogEntry.Action action) {
        return switch (action) {
            case LOOK, PRINT, EXPORT -> AuditEvent.AuditEventAction.R;
            case CHANGE -> AuditEvent.AuditEventAction.U;
            case SIGN_IN, SIGN_OUT, ASSIGNMENT, CHOICE, EMERGENCY -> AuditEvent.AuditEventAction.E;
        };
    }
}
