package se.varjedag.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.Visit;
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

    /// Of the tax agency's official test numbers.
    private static final String NUMBER = "191212121212";

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
        ward.empty();
        ward.events(
                NUMBER + ",VC010,2023-03-01,05,A1,F,1950,,s,1,",
                NUMBER + ",imaging-performed,2023-03-05,05,A2,F,1950,VC0,s,2,",
                NUMBER + ",VC050,2023-04-10,06,B1,F,1950,,s,3,",
                "p2,VC010,2023-03-02,05,A3,M,,,s,4,");
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

    private static List<Resource> found(String who, String path) throws Exception {
        return Standard.entries(ward.got(who, path));
    }

    private static EpisodeOfCare episode(String who) throws Exception {
        return (EpisodeOfCare)
                found(who, "/EpisodeOfCare?patient=" + ward.person(NUMBER)).getFirst();
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
        var event = found("anna", "/Procedure?patient=" + ward.person(NUMBER))
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
            assertThat(found("bo", path)).as(path).isEmpty();
        }
        assertThat(ward.got("bo", "/Patient"))
                .doesNotContain(ward.person(NUMBER).toString());
    }

    @Test
    void a_patient_reads_all_of_her_own_and_nothing_of_others() throws Exception {
        assertThat(found("pat", "/Procedure")).hasSize(3);
        assertThat(found("pat", "/EpisodeOfCare"))
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
    void every_look_and_search_stands_in_the_access_log() throws Exception {
        long before = looks();
        ward.got("anna", "/Patient/" + ward.person(NUMBER));
        assertThat(looks()).isEqualTo(before + 1);
        ward.got("anna", "/EpisodeOfCare?patient=" + ward.person(NUMBER));
        assertThat(looks()).isEqualTo(before + 2);
        ward.asked("bo", "/Patient/" + ward.person(NUMBER));
        assertThat(ward.installation()
                        .count("select count(*) from access_log where who = 'bo' and not allowed and person = '"
                                + ward.person(NUMBER) + "'"))
                .isEqualTo(1);
        ward.got("anna", "/Patient");
        assertThat(
                        ward.installation()
                                .count(
                                        "select count(*) from access_log where who = 'anna' and person is null and what = '/patient'"))
                .isEqualTo(1);
    }

    private static long looks() {
        return ward.installation()
                .count("select count(*) from access_log where allowed and action = 'look' and person = '"
                        + ward.person(NUMBER) + "'");
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition_whatever_their_size() throws Exception {
        var lines = new ArrayList<String>();
        for (int i = 0; i < 23; i++) {
            lines.add("q%d,VC010,2023-05-%02d,05,A1,F,1960,,s,q%d,".formatted(i, i + 1, i));
            lines.add("q%d,VC050,2023-06-%02d,05,A1,F,1960,,s,r%d,".formatted(i, i + 1, i));
            lines.add("q%d,VD010,2023-06-%02d,05,A1,F,1960,,s,t%d,".formatted(i, i + 1, i));
        }
        ward.events(lines.toArray(String[]::new));
        var all = new HashSet<>(ids(ward.got("anna", "/Procedure?_count=200")));
        assertThat(all).hasSize(70);
        for (var path : List.of("/Patient", "/EpisodeOfCare", "/Procedure")) {
            var whole = ids(ward.got("anna", path + "?_count=200"));
            for (int size : new int[] {1, 2, 5, 7, 24}) {
                var paged = new ArrayList<String>();
                var next = path + "?_count=" + size;
                while (!next.isEmpty()) {
                    var text = ward.got("anna", next);
                    assertThat(ids(text)).hasSizeLessThanOrEqualTo(size);
                    paged.addAll(ids(text));
                    next = next(text);
                }
                assertThat(paged).as("%s by %d", path, size).isEqualTo(whole);
            }
        }
    }

    private static List<String> ids(String text) {
        return Standard.entries(text).stream().map(Resource::getIdPart).toList();
    }

    /// The link to the next page, from `/fhir` on.
    private static String next(String text) {
        var link = Standard.read(Bundle.class, text).getLink("next");
        return link == null ? "" : link.getUrl().substring(link.getUrl().indexOf("/fhir") + "/fhir".length());
    }

    @Test
    void a_link_to_a_page_is_the_same_each_time_and_opens_for_nobody_else() throws Exception {
        ward.events("q1,VC010,2023-05-01,05,A1,F,1960,,s,q1,", "q2,VC010,2023-05-01,05,A1,F,1960,,s,q2,");
        var next = next(ward.got("anna", "/Patient?_count=1"));

        assertThat(next(ward.got("anna", "/Patient?_count=1"))).isEqualTo(next);
        assertThat(ids(ward.got("anna", next))).isEqualTo(ids(ward.got("anna", next)));
        assertThat(next).doesNotContain(ward.person("q1").toString());
        assertThat(ward.asked("karin", next).statusCode()).isEqualTo(400);
        assertThat(ward.asked("bo", next).statusCode()).isEqualTo(400);
        assertThat(ward.asked("anna", next.replace("/Patient", "/EpisodeOfCare"))
                        .statusCode())
                .isEqualTo(400);
        var forged = next.substring(0, next.length() - 3) + (next.endsWith("AAA") ? "BBB" : "AAA");
        assertThat(ward.asked("anna", forged).statusCode()).isEqualTo(400);
        assertThat(ward.asked("anna", "/Patient?_page=").statusCode()).isEqualTo(400);
        assertThat(ward.asked("anna", next + "&_count=200").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/Patient?nonsense=1, 400, invalid",
        "/Patient?_id:not=1, 400, invalid",
        "/Patient?_count=x, 400, invalid",
        "/Patient?_summary=text, 400, invalid",
        "/EpisodeOfCare?date=2023-13, 400, invalid",
        "/EpisodeOfCare?date=xx2023, 400, invalid",
        "/EpisodeOfCare?_summary=count, 400, invalid",
        "/Patient/x, 404, not-found",
        "/Patient/x/y, 404, not-found",
        "/Observation/1, 404, not-found",
        "/Patient?_format=text/turtle, 406, not-supported",
        "'', 404, not-found"
    })
    void what_cannot_be_answered_is_told_in_a_sentence(String path, int status, String code) throws Exception {
        var answer = ward.asked("anna", path);

        assertThat(answer.statusCode()).isEqualTo(status);
        var outcome = Standard.read(OperationOutcome.class, answer.body());
        assertThat(outcome.getIssueFirstRep().getCode().toCode()).isEqualTo(code);
        assertThat(outcome.getIssueFirstRep().getDiagnostics())
                .hasSizeGreaterThan(20)
                .endsWith(".");
        assertThat(Standard.faults(answer.body())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
    void data_are_read_and_not_written(String method) throws Exception {
        for (var path : List.of("/Patient", "/Patient/" + ward.person(NUMBER), "/metadata", "")) {
            var answer = ward.visit("anna").sent(method, "/fhir" + path, "application/fhir+json");
            assertThat(answer.statusCode()).as(method + path).isEqualTo(405);
            assertThat(answer.body()).contains("OperationOutcome");
        }
    }

    @Test
    void who_may_not_is_told_so_in_the_words_of_the_standard() throws Exception {
        for (var path : List.of("/Patient", "/EpisodeOfCare", "/Patient/" + ward.person(NUMBER))) {
            for (var who : List.of("alva", "hanna", "axel", "asta")) {
                var answer = ward.asked(who, path);
                assertThat(answer.statusCode()).as(who + path).isEqualTo(403);
                assertThat(Standard.read(OperationOutcome.class, answer.body())
                                .getIssueFirstRep()
                                .getCode()
                                .toCode())
                        .isEqualTo("forbidden");
            }
        }
        try (var nobody = new Visit(ward.installation(), "nobody", "wrong")) {
            var answer = nobody.get("/fhir/Patient", "application/fhir+json");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(Standard.read(OperationOutcome.class, answer.body())
                            .getIssueFirstRep()
                            .getCode()
                            .toCode())
                    .isEqualTo("login");
            var open = nobody.get("/fhir/metadata", "application/fhir+json");
            assertThat(open.statusCode()).isEqualTo(200);
            assertThat(Standard.read(CapabilityStatement.class, open.body())
                            .getRestFirstRep()
                            .getResource())
                    .hasSizeGreaterThan(2);
        }
    }

    @Test
    void who_has_the_answer_already_is_not_sent_it_again() throws Exception {
        var path = "/Patient/" + ward.person(NUMBER);
        var first = ward.asked("anna", path);
        var tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.headers().firstValue("Last-Modified")).isPresent();
        assertThat(ward.visit("anna").getUnless("/fhir" + path, tag).statusCode())
                .isEqualTo(304);
        ward.events(NUMBER + ",VC025,2023-03-08,05,A1,F,1951,,s,9,");
        assertThat(ward.visit("anna").getUnless("/fhir" + path, tag).statusCode())
                .isEqualTo(200);
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
        assertThat(found("anna", "/EpisodeOfCare?" + search)).hasSize(many);
    }

    @Test
    void patients_are_counted_without_being_opened() throws Exception {
        ward.events("q1,VC010,2023-05-01,05,A1,F,1960,,s,q1,");
        long before = looks();
        var counted = Standard.read(Bundle.class, ward.got("anna", "/Patient?_summary=count"));

        assertThat(counted.getTotal()).isEqualTo(2);
        assertThat(counted.getEntry()).isEmpty();
        assertThat(looks()).isEqualTo(before);
    }
}
