package se.varjedag.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The access log as FHIR: to auditors, to heads of units, and to the patient whose data were seen.
class LogApiTest {
    private static Ward ward;

    @BeforeAll
    static void somebody_looks() throws Exception {
        ward = new Ward();
        ward.events("p1,VC010,2023-03-01,05,A1,F,1950,,s,1,", "p2,VC010,2023-03-02,05,A3,M,,,s,4,");
        ward.patient("pat", "p1");
        ward.patient("per", "p2");
        ward.got("anna", "/Patient/" + ward.person("p1"));
        ward.got("anna", "/EpisodeOfCare?patient=" + ward.person("p1"));
        ward.asked("bo", "/Patient/" + ward.person("p1"));
        ward.got("bo", "/Patient/" + ward.person("p2"));
    }

    @AfterAll
    static void stop() {
        ward.close();
    }

    private static List<AuditEvent> found(String who, String search) throws Exception {
        return Standard.entries(ward.got(who, "/AuditEvent" + search)).stream()
                .map(AuditEvent.class::cast)
                .toList();
    }

    @Test
    void a_line_is_as_the_standard_asks() throws Exception {
        for (var who : List.of("axel", "hanna", "pat")) {
            var text = ward.got(who, "/AuditEvent?_count=20");
            assertThat(Standard.entries(text)).as(who).isNotEmpty();
            assertThat(Standard.faults(text)).as(who).isEmpty();
        }
        var id = found("axel", "").getFirst().getIdPart();
        assertThat(Standard.faults(ward.got("axel", "/AuditEvent/" + id))).isEmpty();
    }

    @Test
    void an_auditor_finds_who_looked_at_whom_and_who_was_refused() throws Exception {
        var looks = found("axel", "?patient=Patient/" + ward.person("p1") + "&agent=anna&subtype=export");
        assertThat(looks).hasSize(2).allSatisfy(one -> {
            assertThat(one.getAgentFirstRep().getName()).isEqualTo("anna");
            assertThat(one.getOutcome().toCode()).isEqualTo("0");
        });
        assertThat(found("axel", "?patient=" + ward.person("p1") + "&outcome=4"))
                .singleElement()
                .satisfies(one -> assertThat(one.getAgentFirstRep().getAltId()).isEqualTo("bo"));
        assertThat(found("axel", "?date=lt2020-01-01")).isEmpty();
    }

    @Test
    void a_head_of_unit_finds_the_own_units_lines_only() throws Exception {
        assertThat(found("hanna", "?agent=anna")).isNotEmpty();
        assertThat(found("hanna", "?agent=bo")).isEmpty();
        var others = found("axel", "?agent=bo").getFirst().getIdPart();
        assertThat(ward.asked("hanna", "/AuditEvent/" + others).statusCode()).isEqualTo(404);
    }

    @Test
    void a_patient_is_told_where_her_data_were_seen_and_not_by_whom() throws Exception {
        var own = found("pat", "");
        assertThat(own).isNotEmpty().allSatisfy(one -> {
            assertThat(one.getEntityFirstRep().getWhat().getReference())
                    .endsWith(ward.person("p1").toString());
            assertThat(one.getAgentFirstRep().getWho().getIdentifier().getValue())
                    .isEqualTo("A1");
        });
        assertThat(ward.got("pat", "/AuditEvent")).doesNotContain("anna", "\"address\"");
        assertThat(found("pat", "?patient=" + ward.person("p2")))
                .as("whoever she asks for, they are her own")
                .allSatisfy(one -> assertThat(one.getEntityFirstRep().getWhat().getReference())
                        .endsWith(ward.person("p1").toString()));
        var others = found("axel", "?patient=" + ward.person("p2") + "&agent=bo")
                .getFirst()
                .getIdPart();
        assertThat(ward.asked("pat", "/AuditEvent/" + others).statusCode()).isEqualTo(404);
        assertThat(ward.asked("pat", "/AuditEvent?agent=anna").statusCode()).isEqualTo(400);
    }

    @Test
    void pages_follow_each_other_though_new_lines_come_meanwhile() throws Exception {
        var whole = found("axel", "?agent=anna&subtype=export&_count=200").stream()
                .map(AuditEvent::getIdPart)
                .toList();
        var paged = new ArrayList<String>();
        var next = "/AuditEvent?agent=anna&subtype=export&_count=1";
        while (!next.isEmpty()) {
            var text = ward.got("axel", next);
            Standard.entries(text).forEach(one -> paged.add(one.getIdPart()));
            var link = Standard.read(Bundle.class, text).getLink("next");
            next = link == null ? "" : link.getUrl().substring(link.getUrl().indexOf("/fhir") + "/fhir".length());
            if (paged.size() < 3) {
                ward.got("anna", "/Patient/" + ward.person("p1"));
            }
        }
        assertThat(paged).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({"anna, 403", "alva, 403", "axel, 200", "hanna, 200", "pat, 200"})
    void lines_are_for_those_who_review_them_and_for_the_patient(String who, int status) throws Exception {
        assertThat(ward.asked(who, "/AuditEvent").statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"?subtype=nonsense", "?outcome=7", "?date=x"})
    void nonsense_is_told_in_a_sentence(String search) throws Exception {
        assertThat(ward.asked("axel", "/AuditEvent" + search).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "axel, ?agent=bo",
        "axel, ?outcome=0&agent=anna",
        "axel, ?outcome=4",
        "axel, ?date=ge2020-01-01T07:30:00Z&agent=bo",
        "axel, ?date=lt2020-01-01T07:30:00Z",
        "axel, ?date=ge2020-01-01T07:30:00+01:00&agent=bo",
        "hanna, ?subtype=sign-in",
        "pat, ''",
        "pat, ?outcome=4"
    })
    void counting_counts_what_the_pages_hold(String who, String search) throws Exception {
        var joined = search.isEmpty() ? "?" : search + "&";
        var counted = Standard.read(Bundle.class, ward.got(who, "/AuditEvent" + joined + "_summary=count"));
        // Asking is written in the log too, of who asks: an auditor's own lines come meanwhile.
        var found = found(who, joined + "_count=200").stream()
                .filter(one -> !who.equals(one.getAgentFirstRep().getAltId()) || search.contains("sign-in"))
                .toList();
        assertThat(counted.getEntry()).isEmpty();
        assertThat(counted.getTotal()).isEqualTo(found.size());
    }

    @Test
    void a_patient_finds_nothing_among_the_refused() throws Exception {
        assertThat(found("axel", "?patient=" + ward.person("p1") + "&outcome=4"))
                .isNotEmpty();
        assertThat(found("pat", "?outcome=4")).isEmpty();
    }

    @Test
    void a_line_that_is_named_is_found_only_where_the_rest_holds_too() throws Exception {
        var line = found("axel", "?agent=anna&subtype=export").getFirst().getIdPart();

        assertThat(found("axel", "?_id=" + line)).hasSize(1);
        assertThat(found("axel", "?_id=" + line + "&agent=anna&outcome=0&subtype=export&date=ge2020"))
                .hasSize(1);
        for (var other :
                List.of("agent=bo", "outcome=4", "subtype=change", "date=lt2020", "patient=" + ward.person("p2"))) {
            assertThat(found("axel", "?_id=" + line + "&" + other)).as(other).isEmpty();
        }
        assertThat(Standard.read(Bundle.class, ward.got("axel", "/AuditEvent?_id=" + line + ",999999&_summary=count"))
                        .getTotal())
                .isEqualTo(1);
    }
}
