package se.varjedag.app.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/// What this interface can, for who has not signed in either: nothing of the data.
final class Capabilities {
    private static final String SERVICE = "http://terminology.hl7.org/CodeSystem/restful-security-service";

    private static final String EVERYTHING = "http://hl7.org/fhir/OperationDefinition/Patient-everything";

    private static final Map<String, SearchParamType> KINDS = Map.of(
            "_lastUpdated", SearchParamType.DATE,
            "date", SearchParamType.DATE,
            "recorded", SearchParamType.DATE,
            "period", SearchParamType.DATE,
            "patient", SearchParamType.REFERENCE,
            "subject", SearchParamType.REFERENCE,
            "target", SearchParamType.REFERENCE,
            "measure", SearchParamType.REFERENCE,
            "agent", SearchParamType.STRING);

    private Capabilities() {}

    /// What is told.
    ///
    /// @param types  the types of resources, with what each is searched by
    /// @param since  the moment from which the program tells this
    /// @param tokens whether bearer tokens are taken
    record Told(Map<String, Set<String>> types, String version, Instant since, boolean tokens) {

        Told {
            types = new TreeMap<>(types);
        }
    }

    static CapabilityStatement of(Told told, String base) {
        var statement = new CapabilityStatement();
        statement.setStatus(PublicationStatus.ACTIVE);
        statement.setDateElement(new DateTimeType(told.since().toString()));
        statement.setKind(CapabilityStatement.CapabilityStatementKind.INSTANCE);
        statement.getSoftware().setName("Varje dag").setVersion(told.version());
        statement
                .getImplementation()
                .setDescription("Lead times of cancer care pathways")
                .setUrl(base);
        statement.setFhirVersion(FHIRVersion._4_0_1);
        statement.addFormat("application/fhir+json");
        statement.addFormat("application/fhir+xml");
        var rest = statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.setDocumentation(
                "Data are read, not written: new data come in as files and messages. One reads as what one acts as; "
                        + "with a bearer token the scope is needed too.");
        var security = rest.getSecurity();
        security.addService(new CodeableConcept()
                .setText("Bearer tokens of SMART, or name and password")
                .addCoding(EpisodeResource.coding(SERVICE, told.tokens() ? "SMART-on-FHIR" : "Basic")));
        told.types().forEach((type, parameters) -> add(rest, type, parameters));
        return statement;
    }

    private static void add(
            CapabilityStatement.CapabilityStatementRestComponent rest, String type, Set<String> parameters) {
        var resource = rest.addResource().setType(type);
        for (var interaction : List.of("read", "search-type")) {
            resource.addInteraction().setCode(TypeRestfulInteraction.fromCode(interaction));
        }
        resource.setVersioning(CapabilityStatement.ResourceVersionPolicy.NOVERSION);
        for (var name : new TreeSet<>(parameters)) {
            resource.addSearchParam().setName(name).setType(KINDS.getOrDefault(name, SearchParamType.TOKEN));
        }
        if (type.equals(CareKind.PATIENT.type())) {
            resource.addOperation().setName("everything").setDefinition(EVERYTHING);
        }
    }
}
