package se.varjedag.app.fhir;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import se.varjedag.app.identity.Shown;
import se.varjedag.eventlog.IdentityNumber;

/// A patient as FHIR: by pseudonym, with the number and name that the reader's page would show. Of who is protected
/// there is no name, and a label says so.
final class PatientResource {
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    private PatientResource() {}

    static Patient of(Chart chart) {
        var patient = new Patient();
        patient.addIdentifier()
                .setUse(Identifier.IdentifierUse.SECONDARY)
                .setSystem(Codes.PERSON)
                .setValue(chart.person().toString());
        switch (chart.who()) {
            case Shown.Known known -> {
                number(patient, known.number());
                known.name().ifPresent(name -> patient.addName().setText(name));
            }
            case Shown.Protected known -> {
                number(patient, known.number());
                patient.getMeta()
                        .addSecurity()
                        .setSystem(CONFIDENTIALITY)
                        .setCode("R")
                        .setDisplay("restricted");
            }
            case Shown.MadeUp made -> patient.addName().setText(made.name());
            case Shown.Unknown _ -> {
                // The pseudonym is all there is.
            }
        }
        switch (chart.sex()) {
            case "F" -> patient.setGender(AdministrativeGender.FEMALE);
            case "M" -> patient.setGender(AdministrativeGender.MALE);
            default -> patient.setGender(AdministrativeGender.UNKNOWN);
        }
        Optional.ofNullable(chart.born())
                .ifPresent(year -> patient.setBirthDateElement(new DateType(String.format(Locale.ROOT, "%04d", year))));
        chart.death()
                .ifPresent(death ->
                        patient.setDeceased(new DateTimeType(death.day().format(DateTimeFormatter.ISO_LOCAL_DATE))));
        return patient;
    }

    private static void number(Patient patient, IdentityNumber number) {
        patient.addIdentifier()
                .setUse(Identifier.IdentifierUse.OFFICIAL)
                .setSystem(
                        switch (number.kind()) {
                            case PERSONNUMMER -> Codes.PERSONNUMMER;
                            case SAMORDNINGSNUMMER -> Codes.SAMORDNINGSNUMMER;
                            case NATIONAL_RESERVE_NUMBER -> Codes.RESERVE_NUMBER;
                        })
                .setValue(number.digits());
    }

    /// A reference to the patient.
    static Reference to(java.util.UUID person) {
        return new Reference("Patient/" + person);
    }
}
