package se.varjedag.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varjedag.app.fhir.Ward.NUMBER;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Blocks;
import se.varjedag.app.access.Openings;
import se.varjedag.app.access.Role;
import se.varjedag.app.patients.Patients;

/// Patients and their pathways as FHIR, as programs reach them over the net.
class CareApiTest {
    private static final String FROM = "192.0.2.7";

    private static Ward ward;

    @BeforeAll
    static void start() {
        ward = new Ward();
        ward.patient("pat", NUMBER);
        ward.patient("per", "p2");
    }

    @AfterAll
    static void stop() {
        ward.close();
    }

    @BeforeEach
    void a_patient_of_three_units() {
        ward.patientOfThreeUnits();
    }

    private static Acting acting(String who, String unit) {
        var assignment = new Assignment(Role.CLINICIAN, unit);
        return new Acting(new Account(who, who, assignment), assignment);
    }

    private static void choose(String who, String unit, Openings.Kind kind) {
        ward.installation()
                .bean(Patients.class)
                .choose(acting(who, unit), ward.person(NUMBER), kind, "planering", FROM);
    }

    private static EpisodeOfCare episode(String who) throws Exception {
        return (EpisodeOfCare)
                ward.found(who, "/EpisodeOfCare?patient=" + ward.person(NUMBER)).getFirst();
    }

    @Test
    void a_patient_and_a_pathway_are_as_the_standard_asks() throws Exception {
        for (var path : List.of(
                "/Patient/" + ward.person(NUMBER),
                "/Patient",
                "/EpisodeOfCare",
                "/EpisodeOfCare/" + episode("anna").getIdPart(),
                "/Procedure?patient=Patient/" + ward.person(NUMBER),
                "/metadata")) {
            assertThat(Standard.faults(ward.got("anna", path))).as(path).isEmpty();
            var xml = ward.visit("anna").get("/fhir" + path, "application/fhir+xml");
            assertThat(xml.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+xml");
            assertThat(Standard.faults(xml.body())).as(path + " in XML").isEmpty();
        }
    }

    @Test
    void a_patient_has_the_number_that_the_page_shows_and_what_the_events_say() throws Exception {
        var patient = Standard.read(Patient.class, ward.got("anna", "/Patient/" + ward.person(NUMBER)));

        assertThat(patient.getIdPart()).isEqualTo(ward.person(NUMBER).toString());
        assertThat(patient.getIdentifier()).anySatisfy(number -> {
            assertThat(number.getSystem()).isEqualTo(Codes.PERSONNUMMER);
            assertThat(number.getValue()).isEqualTo(NUMBER);
        });
        assertThat(patient.getGender().toCode()).isEqualTo("female");
        assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("1950");
        assertThat(patient.hasAddress()).isFalse();
    }

    @Test
    void a_pathway_is_traced_from_what_the_reader_may_see_and_no_more() throws Exception {
        assertThat(episode("anna").getStatus().toCode())
                .as("the end is another caregiver's")
                .isEqualTo("active");

        choose("anna", "A1", Openings.Kind.CHOICE);
        choose("anna", "A1", Openings.Kind.SHARED);

        var whole = episode("anna");
        assertThat(whole.getStatus().toCode()).isEqualTo("finished");
        assertThat(whole.getPeriod().getStartElement().getValueAsString()).isEqualTo("2023-03-01");
        assertThat(whole.getPeriod().getEndElement().getValueAsString()).isEqualTo("2023-04-10");
        assertThat(whole.getTypeFirstRep().getCodingFirstRep().getCode()).isEqualTo("lungcancer");
        assertThat(whole.getManagingOrganization().getIdentifier().getValue()).isEqualTo("B1");
    }

    @Test
    void what_is_blocked_is_neither_told_nor_followed_from() throws Exception {
        ward.installation()
                .bean(Patients.class)
                .block(acting("x", "A2"), ward.person(NUMBER), false, Blocks.AskedBy.PATIENT, FROM);
        choose("anna", "A1", Openings.Kind.CHOICE);

        assertThat(ward.got("anna", "/Procedure?patient=" + ward.person(NUMBER)))
                .contains("VC010")
                .doesNotContain("imaging-performed", "A2");
        choose("anna", "A1", Openings.Kind.LIFT);
        assertThat(ward.got("anna", "/Procedure?patient=" + ward.person(NUMBER)))
                .contains("imaging-performed");
    }

    @Test
    void another_units_patient_is_as_one_who_does_not_exist() throws Exception {
        var hers = episode("anna").getIdPart();
        var event = ward.found("anna", "/Procedure?patient=" + ward.person(NUMBER))
                .getFirst()
                .getIdPart();
        for (var path : List.of("/Patient/" + ward.person(NUMBER), "/EpisodeOfCare/" + hers, "/Procedure/" + event)) {
            var others = ward.asked("bo", path);
            var nobodys = ward.asked("bo", path.substring(0, path.lastIndexOf('/') + 1) + UUID.randomUUID());

            assertThat(others.statusCode()).as(path).isEqualTo(404);
            assertThat(nobodys.statusCode()).isEqualTo(404);
            assertThat(others.body().replaceAll("'[^']*'", ""))
                    .isEqualTo(nobodys.body().replaceAll("'[^']*'", ""));
        }
        for (var path : List.of(
                "/Patient?_id=" + ward.person(NUMBER),
                "/EpisodeOfCare?patient=" + ward.person(NUMBER),
                "/EpisodeOfCare?_id=" + hers,
                "/Procedure?subject=Patient/" + ward.person(NUMBER))) {
            assertThat(ward.found("bo", path)).as(path).isEmpty();
        }
        assertThat(ward.got("bo", "/Patient"))
                .doesNotContain(ward.person(NUMBER).toString());
    }

    @Test
    void a_patient_reads_of_her_own_what_she_has_been_told_and_nothing_of_others() throws Exception {
        assertThat(ward.found("pat", "/Procedure"))
                .as("she has not been told, so of her treatment nothing is")
                .hasSize(2);
        assertThat(ward.found("pat", "/EpisodeOfCare"))
                .singleElement()
                .satisfies(one ->
                        assertThat(((EpisodeOfCare) one).getStatus().toCode()).isEqualTo("active"));

        ward.events(NUMBER + ",VC040,2023-04-01,05,A1,F,1950,,s,40,");

        assertThat(ward.found("pat", "/Procedure")).hasSize(4);
        assertThat(ward.found("pat", "/EpisodeOfCare"))
                .singleElement()
                .satisfies(one ->
                        assertThat(((EpisodeOfCare) one).getStatus().toCode()).isEqualTo("finished"));
        assertThat(ward.asked("pat", "/Patient/" + ward.person(NUMBER)).statusCode())
                .isEqualTo(200);
        assertThat(ward.asked("pat", "/Patient/" + ward.person("p2")).statusCode())
                .isEqualTo(404);
        assertThat(ward.asked("per", "/EpisodeOfCare/" + episode("pat").getIdPart())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void who_is_protected_has_no_name_and_a_label_that_says_so() throws Exception {
        ward.installation()
                .readBytes("p.json", false, """
                {"resourceType":"Bundle","type":"collection","entry":[
                 {"resource":{"resourceType":"Patient","id":"1","meta":{"security":[{"code":"sekretessmarkering"}]},
                   "identifier":[{"system":"http://electronichealth.se/identifier/personnummer","value":"%s"}],
                   "name":[{"given":["Alva"],"family":"Hemlig"}],"address":[{"line":["Gatan 1"]}]}},
                 {"resource":{"resourceType":"Procedure","id":"2","status":"completed","subject":{"reference":"Patient/1"},
                   "code":{"coding":[{"system":"KVA","code":"VC025"}]},"performedDateTime":"2023-03-04",
                   "performer":[{"actor":{"identifier":{"system":"urn:oid:1.2.752.129.2.1.4.1","value":"A1"}}}]}}]}
                """.formatted(NUMBER).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ward.installation().timeline().refresh();

        var text = ward.got("anna", "/Patient/" + ward.person(NUMBER));
        assertThat(text).doesNotContain("Alva", "Hemlig", "Gatan");
        assertThat(Standard.read(Patient.class, text)
                        .getMeta()
                        .getSecurityFirstRep()
                        .getCode())
                .isEqualTo("R");
        assertThat(Standard.faults(text)).isEmpty();
    }

    @Test
    void a_number_is_searched_for_in_a_form_and_stands_in_no_address_or_link() throws Exception {
        var answer = ward.searched("anna", "Patient", "identifier", Codes.PERSONNUMMER + "|19121212-1212");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Standard.entries(answer.body())).hasSize(1);
        assertThat(Standard.read(Bundle.class, answer.body()).getLink("self").getUrl())
                .doesNotContain("1212-1212", NUMBER);
        assertThat(Standard.entries(
                        ward.searched("bo", "Patient", "identifier", NUMBER).body()))
                .isEmpty();
        assertThat(ward.asked("anna", "/Patient?identifier=" + NUMBER).statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_leaves_stands_in_the_access_log_as_handed_out_at_its_address() throws Exception {
        long before = handedOut();
        ward.got("anna", "/Patient/" + ward.person(NUMBER));
        assertThat(handedOut()).isEqualTo(before + 1);
        ward.got("anna", "/EpisodeOfCare?patient=" + ward.person(NUMBER));
        assertThat(handedOut()).isEqualTo(before + 2);
        ward.searched("anna", "Patient", "identifier", NUMBER);
        ward.got("anna", "/Patient/" + ward.person(NUMBER) + "/$everything");
        assertThat(ward.installation()
                        .database()
                        .sql(
                                "select what from access_log where who = 'anna' and action = 'export' and person is not null and unit = 'A1' order by number desc limit 4")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "GET /fhir/Patient/{id}/$everything",
                        "POST /fhir/Patient/_search",
                        "GET /fhir/EpisodeOfCare",
                        "GET /fhir/Patient/{id}");
        assertThat(ward.installation().count("select count(*) from access_log where who = 'anna' and action = 'look'"))
                .as("no page was looked at")
                .isZero();
        ward.asked("bo", "/Patient/" + ward.person(NUMBER));
        assertThat(ward.installation()
                        .count("select count(*) from access_log where who = 'bo' and not allowed and person = '"
                                + ward.person(NUMBER) + "'"))
                .isEqualTo(1);
        ward.got("anna", "/Patient");
        assertThat(
                        ward.installation()
                                .count(
                                        "select count(*) from access_log where who = 'anna' and person is null and unit = 'A1' and action = 'export' and what = 'GET /fhir/Patient'"))
                .isEqualTo(1);
    }

    private static long handedOut() {
        return ward.installation()
                .count("select count(*) from access_log where allowed and action = 'export' and person = '"
                        + ward.person(NUMBER) + "'");
    }

    @Test
    void a_patient_reads_on_her_page_that_data_went_to_another_system() throws Exception {
        ward.got("anna", "/Patient/" + ward.person(NUMBER));

        assertThat(ward.visit("pat").page("/mina-uppgifter", "sv").body())
                .contains("Lämnades ut till ett annat system")
                .doesNotContain("<td>Läste</td>");
        assertThat(ward.visit("pat").page("/mina-uppgifter", "en").body()).contains("Given out to another system");
    }

    @Test
    void who_has_the_answer_already_is_not_sent_it_again() throws Exception {
        var path = "/Patient/" + ward.person(NUMBER);
        var first = ward.asked("anna", path);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Last-Modified"))
                .as("a block changes what is seen of events that are as old as before")
                .isEmpty();
        assertThat(ward.visit("anna").getUnless("/fhir" + path, tag).statusCode())
                .isEqualTo(304);
        ward.events(NUMBER + ",VC025,2023-03-08,05,A1,F,1951,,s,9,");
        assertThat(ward.visit("anna").getUnless("/fhir" + path, tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_had_the_answer_before_a_block_is_not_told_that_it_is_as_it_was() throws Exception {
        choose("anna", "A1", Openings.Kind.CHOICE);
        var path = "/fhir/CarePlan/"
                + ward.found("anna", "/CarePlan?patient=" + ward.person(NUMBER))
                        .getFirst()
                        .getIdPart();
        assertThat(ward.visit("anna").get(path).body()).contains("imaging-performed");
        ward.installation()
                .bean(Patients.class)
                .block(acting("x", "A2"), ward.person(NUMBER), false, Blocks.AskedBy.PATIENT, FROM);

        var answer = ward.visit("anna").getIfNewerThan(path, Instant.now());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("A2");
    }

    @Test
    void what_is_asked_for_together_is_found_only_where_all_of_it_holds() throws Exception {
        ward.events("q1,VC010,2023-03-02,05,A1,F,1960,,s,q1,");
        var one = ward.person(NUMBER);
        var other = ward.person("q1");

        assertThat(ward.found("anna", "/Procedure?patient=%s&subject=%s".formatted(one, one)))
                .hasSize(1);
        assertThat(ward.found("anna", "/Procedure?patient=%s&subject=%s".formatted(one, other)))
                .isEmpty();
        assertThat(ward.found("anna", "/CarePlan?patient=%s,%s&subject=Patient/%s".formatted(one, other, other)))
                .singleElement()
                .satisfies(plan ->
                        assertThat(plan.getIdPart()).startsWith(other.toString().replace("-", "")));
        assertThat(Standard.entries(ward.visit("anna")
                        .post(
                                "/fhir/Patient/_search",
                                "application/x-www-form-urlencoded",
                                "identifier=" + NUMBER + "&_id=" + other)
                        .body()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "status=active, 2",
        "status=finished, 0",
        "type=lungcancer, 2",
        "type=urn:varjedag:pathway%7Clungcancer, 2",
        "type=prostatacancer, 0",
        "date=ge2023-03-02, 2",
        "date=lt2023-03-01, 0",
        "date=2022, 0",
        "_lastUpdated=gt2999, 0"
    })
    void pathways_are_searched_by_how_they_stand_what_they_are_of_and_when(String search, int many) throws Exception {
        ward.events("q1,VC010,2023-03-02,05,A1,F,1960,,s,q1,");
        assertThat(ward.found("anna", "/EpisodeOfCare?" + search)).hasSize(many);
    }

    @Test
    void patients_are_counted_without_being_opened() throws Exception {
        ward.events("q1,VC010,2023-05-01,05,A1,F,1960,,s,q1,");
        long before = handedOut();
        var counted = Standard.read(Bundle.class, ward.got("anna", "/Patient?_summary=count"));

        assertThat(counted.getTotal()).isEqualTo(2);
        assertThat(counted.getEntry()).isEmpty();
        assertThat(handedOut()).isEqualTo(before);
    }
}
