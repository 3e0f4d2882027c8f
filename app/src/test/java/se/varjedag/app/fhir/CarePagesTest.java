package se.varjedag.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From one page of patients and pathways to the next.
class CarePagesTest {
    private static Ward ward;

    @BeforeAll
    static void start() {
        ward = new Ward();
    }

    @AfterAll
    static void stop() {
        ward.close();
    }

    @BeforeEach
    void a_patient_of_three_units() {
        ward.patientOfThreeUnits();
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
}
