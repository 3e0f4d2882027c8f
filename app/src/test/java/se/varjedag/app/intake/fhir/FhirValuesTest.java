package se.varjedag.app.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.intake.ImportRun;
import se.varjedag.app.intake.ImportRun.State;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.intake.RejectedRow;

/// Resources of FHIR that carry clinical values for the overview.
class FhirValuesTest {
    private static final String PATIENT =
            "{\"resourceType\":\"Patient\",\"id\":\"p\",\"meta\":{\"source\":\"lab\"},\"birthDate\":\"1950-01-01\"}";
    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.started();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void nothing_is_known() {
        installation.empty();
    }

    private static ImportRun read(String... resources) {
        var text = PATIENT + "\n" + String.join("\n", resources) + "\n";
        return installation.readBytes("a.ndjson", false, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> values() {
        return installation.database().sql("""
                        select kind || ' ' || item || ' ' || day || coalesce('–' || until, '') || ' '
                            || coalesce(round(number::numeric, 4)::float::text, '') || ' ' || measure || ' ' || text || ' '
                            || coalesce(low::text, '') || '..' || coalesce(high::text, '') || ' ' || part || ' ' || reason
                            || ' ' || state || ' ' || origin
                        from (select distinct on (value) * from clinical_value order by value, version desc) v
                        order by day, item""").query(String.class).list();
    }

    private static List<RejectedRow> rejects(ImportRun run) {
        return installation.bean(Imports.class).rejects(run.id(), 1).rows();
    }

    private static String resource(String type, String id, String more) {
        return "{\"resourceType\":\"%s\",\"id\":\"%s\",\"subject\":{\"reference\":\"Patient/p\"},%s}"
                .formatted(type, id, more);
    }

    private static String psa(String more, String value, String unit) {
        return resource("Observation", "1", """
                %s"code":{"coding":[{"system":"http://loinc.org","code":"2857-1"}]},"effectiveDateTime":"2024-02-01",\
                "valueQuantity":{"value":%s,"unit":"%s"},"referenceRange":[{"high":{"value":4,"unit":"%s"}}]""".formatted(more, value, unit, unit));
    }

    private static String drug(String type, String id, String more) {
        return resource(type, id, """
                "medicationCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"L02BB04","display":\
                "enzalutamid"}]},%s""".formatted(more));
    }

    @Test
    void a_laboratory_value_keeps_its_unit_and_reference_range_and_the_same_again_changes_nothing() {
        var first = read(psa("\"status\":\"final\",", "17.5", "ng/mL"));

        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(first.english())
                .isEqualTo("2 resources: 0 new events, 0 already known, 0 rejected. Values for the overview: 1 new,"
                        + " 0 already known.");
        assertThat(values()).containsExactly("laboratory psa 2024-02-01 17.5 µg/l  ..4 0  done feed");

        var again = read(psa("\"status\":\"final\",", "17.5", "ng/mL"));
        assertThat(again.swedish()).contains("Värden till översikten: 0 nya, 1 redan känt.");
        assertThat(installation.count("select count(*) from clinical_value")).isEqualTo(1);
        assertThat(installation.count("select count(*) from clinical_value where import_run is null"))
                .isZero();
    }

    @Test
    void a_value_in_another_unit_is_counted_over_and_one_in_an_unknown_unit_is_rejected_with_the_reason() {
        var run = read(
                resource(
                        "Observation",
                        "2",
                        "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"718-7\"}]},"
                                + "\"effectiveDateTime\":\"2024-02-02\",\"valueQuantity\":{\"value\":12.3,\"code\":\"g/dL\"}"),
                psa("", "17.5", "stones"));

        assertThat(values()).containsExactly("laboratory hb 2024-02-02 123 g/l  .. 0  done feed");
        assertThat(rejects(run)).hasSize(1);
        assertThat(rejects(run).getFirst().swedish()).contains("stones", "ng/mL", "µg/l");
    }

    @Test
    void a_number_that_cannot_be_is_rejected_and_the_next_line_is_taken() {
        var ecog = "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"89247-1\"}]},"
                + "\"effectiveDateTime\":\"2024-02-0%d\",\"valueInteger\":%d";
        var run = read(
                resource("Observation", "1", ecog.formatted(1, 7)), resource("Observation", "2", ecog.formatted(2, 1)));

        assertThat(values()).containsExactly("performance ecog 2024-02-02 1   .. 0  done feed");
        assertThat(rejects(run))
                .extracting(RejectedRow::english)
                .first()
                .asString()
                .contains("from 0 to 5");
    }

    @Test
    void a_newer_version_supersedes_an_older_one_that_comes_later_does_not_and_an_error_takes_back() {
        var meta = "\"meta\":{\"lastUpdated\":\"2024-02-0%dT08:00:00Z\"},";
        read(psa(meta.formatted(3), "18.5", "ug/L"));
        read(psa(meta.formatted(2), "17.5", "ug/L"));
        assertThat(values()).singleElement().asString().contains(" 18.5 ");

        var error = read(psa(meta.formatted(4) + "\"status\":\"entered-in-error\",", "18.5", "ug/L"));
        assertThat(error.english()).contains("0 new, 0 already known, 1 taken back");
        assertThat(values()).singleElement().asString().contains("withdrawn");

        var again = read(psa(meta.formatted(4) + "\"status\":\"entered-in-error\",", "18.5", "ug/L"));
        assertThat(again.english()).doesNotContain("Values for the overview");
        assertThat(installation.count("select count(*) from clinical_value")).isEqualTo(2);
    }

    @Test
    void of_two_versions_in_one_file_the_one_learnt_last_is_current_and_the_file_again_adds_nothing() {
        var meta = "\"meta\":{\"lastUpdated\":\"2024-02-0%dT08:00:00Z\"},";
        String[] file = {psa(meta.formatted(3), "18.5", "ug/L"), psa(meta.formatted(2), "17.5", "ug/L")};
        read(file);
        read(file);

        assertThat(values()).singleElement().asString().contains(" 18.5 ");
        assertThat(installation.count("select count(*) from clinical_value")).isEqualTo(1);
    }

    @Test
    void a_drug_comes_with_its_class_its_line_its_days_and_why_it_stopped() {
        read(
                drug("MedicationStatement", "1", """
                        "status":"stopped","effectivePeriod":{"start":"2024-01-10","end":"2024-04-20"},\
                        "statusReason":[{"coding":[{"system":"http://snomed.info/sct","code":"407563006"}]}],\
                        "extension":[{"url":"urn:varjedag:treatment-line","valueInteger":2}]"""),
                drug("MedicationRequest", "2", "\"status\":\"active\",\"authoredOn\":\"2024-05-01\""),
                drug("MedicationAdministration", "3", "\"status\":\"completed\",\"effectiveDateTime\":\"2024-06-01\""),
                drug("MedicationRequest", "4", "\"status\":\"draft\",\"authoredOn\":\"2024-07-01\""));

        assertThat(values())
                .containsExactly(
                        "treatment arpi 2024-01-10–2024-04-20   enzalutamid .. 2 toxicity done feed",
                        "treatment arpi 2024-05-01   enzalutamid .. 0  done feed",
                        "treatment arpi 2024-06-01–2024-06-01   enzalutamid .. 0  done feed");
    }

    @Test
    void radiotherapy_comes_with_dose_and_fractions_and_imaging_with_what_it_was() {
        read(resource("Procedure", "1", """
                        "status":"completed","category":{"coding":[{"system":"http://snomed.info/sct","code":"108290001"}]},\
                        "performedPeriod":{"start":"2024-01-10","end":"2024-02-20"},"bodySite":[{"text":"prostata"}],\
                        "extension":[{"url":"http://hl7.org/fhir/us/mcode/dose","extension":[\
                        {"url":"totalDoseDelivered","valueQuantity":{"value":6000,"code":"cGy"}},\
                        {"url":"fractionsDelivered","valueUnsignedInt":20}]}]"""), resource("ImagingStudy", "2", """
                        "status":"available","started":"2024-03-01T08:00:00Z","description":"DT buk","modality":[\
                        {"system":"http://dicom.nema.org/resources/ontology/DCM","code":"CT"}]"""));

        assertThat(values())
                .containsExactly(
                        "radiotherapy external 2024-01-10–2024-02-20 60 Gy prostata .. 20  done feed",
                        "imaging ct 2024-03-01   DT buk .. 0  done feed");
    }

    @Test
    void an_answer_that_is_waited_for_stands_as_such_until_it_has_come() {
        var asked =
                "\"status\":\"registered\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"2857-1\"}]},"
                        + "\"effectiveDateTime\":\"2024-02-01\"";
        read(resource("Observation", "1", asked));
        assertThat(values()).singleElement().asString().contains("awaited");

        read(psa("\"status\":\"final\",", "3.1", "ug/L"));
        assertThat(values()).singleElement().asString().contains(" 3.1 ", "done");
    }

    @Test
    void nobody_comes_into_a_register_again_who_has_opted_out_of_it() {
        read(psa("", "3.1", "ug/L"));
        installation
                .database()
                .sql("insert into register_source values (?, 'r', 'x', now())")
                .param(installation
                        .database()
                        .sql("select source from clinical_value")
                        .query(String.class)
                        .single())
                .update();
        installation
                .database()
                .sql("insert into register_opt_out select 'r', person, 'x', now() from clinical_value")
                .update();

        read(psa("", "9.9", "ug/L"));
        assertThat(values()).singleElement().asString().contains(" 3.1 ");
        installation.database().sql("delete from register_opt_out").update();
        installation.database().sql("delete from register_source").update();
    }

    @Test
    void a_resource_that_is_deleted_takes_its_value_back() {
        read(psa("", "3.1", "ug/L"));
        var text =
                "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"request\":{\"method\":\"DELETE\","
                        + "\"url\":\"Observation/1\"}}]}";
        installation.readBytes("b.json", false, text.getBytes(StandardCharsets.UTF_8));

        assertThat(values()).singleElement().asString().contains("withdrawn");
    }
}
