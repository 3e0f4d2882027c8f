package se.varjedag.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static se.varjedag.app.fhir.Ward.NUMBER;

import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.Visit;

/// What `/fhir` does not answer, or not to everybody, and that it says so in the words of the standard.
class CareRefusalsTest {
    private static Ward ward;

    @BeforeAll
    static void start() {
        ward = new Ward();
        ward.patientOfThreeUnits();
    }

    @AfterAll
    static void stop() {
        ward.close();
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

    @Test
    void what_is_read_by_its_address_alone_says_so() throws Exception {
        var answer = ward.asked("anna", "/Patient/" + ward.person(NUMBER) + "/$everything?start=2024");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Patient is read by its address alone, and not by 'start'.");
    }

    @Test
    void a_form_without_a_token_is_told_what_it_lacks() throws Exception {
        var answer = ward.visit("anna").forged("POST", "/fhir/Patient/_search");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("OperationOutcome", "needs a bearer token, or the token of a session");
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
            var told = Standard.read(CapabilityStatement.class, open.body())
                    .getRestFirstRep()
                    .getResource();
            assertThat(told).hasSizeGreaterThan(2);
            assertThat(told)
                    .filteredOn(type -> type.hasOperation())
                    .singleElement()
                    .satisfies(type -> {
                        assertThat(type.getType()).isEqualTo("Patient");
                        assertThat(type.getOperationFirstRep().getName()).isEqualTo("everything");
                    });
        }
    }
}
