package se.varjedag.app.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.State;
import se.varjedag.app.timeline.ClinicalValue.Told;
import se.varjedag.app.timeline.ClinicalValues;

/// One patient's overview as browsers reach it, and the values it is drawn from.
class OverviewTest {
    private static final String PASSWORD = Ward.PASSWORD;
    private static final String FORM = Ward.FORM;
    private static final LocalDate TODAY =
            LocalDate.ofInstant(java.time.Clock.systemUTC().instant(), ZoneId.of("Europe/Stockholm"));
    private static final long MOST_MILLIS = 500;
    private static final int VALUES = 5000;
    private static final int YEARS = 20;
    private static Installation installation;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Ward.staff(home);
        installation = Installation.serving(home);
        Ward.units(installation);
        installation.read(
                "a.csv",
                "person,code,time,region,unit,source,id",
                "p1,VJ110,2023-03-01,05,A1,s,1",
                "p1,VJ152,2023-05-05,05,A1,s,2",
                "many,VJ110,2023-03-01,05,A1,s,3",
                "typed,VJ110,2023-03-01,05,A1,s,4",
                "hers,VJ110,2023-03-01,05,A1,s,5",
                "hers,VJ125,2023-03-05,05,A2,s,6");
        installation.timeline().refresh();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static UUID person(String name) {
        return Ward.person(installation, name);
    }

    private static Told told(String person, String unit, String id, Fact fact) {
        return new Told(person(person), unit, Origin.FEED, "lab", person + id, fact, null);
    }

    private static Fact psa(double number, LocalDate day) {
        return Fact.of(Kind.LABORATORY, "psa", day).number(number, "µg/l").within(null, 4.0);
    }

    private static int add(Told... told) {
        return installation.bean(ClinicalValues.class).add(List.of(told));
    }

    private static String page(Visit visit, String person, String query) throws Exception {
        var answer = visit.get("/patient/" + person(person) + "/oversikt" + query, "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void the_same_value_again_adds_nothing_and_another_answer_supersedes_the_first() throws Exception {
        var day = LocalDate.of(2024, 2, 1);
        assertThat(add(told("p1", "A1", "1", psa(17.5, day)))).isEqualTo(1);
        assertThat(add(told("p1", "A1", "1", psa(17.5, day)))).isZero();
        assertThat(add(told("p1", "A1", "1", psa(18.5, day)))).isEqualTo(1);

        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            assertThat(page(anna, "p1", "?period=allt")).contains("18,5 µg/l").doesNotContain("17,5 µg/l");
            add(told("p1", "A1", "1", psa(18.5, day).in(State.WITHDRAWN)));
            assertThat(page(anna, "p1", "?period=allt")).doesNotContain("18,5 µg/l");
        }
    }

    @Test
    void a_value_that_a_system_sends_as_fhir_stands_in_the_overview_of_its_unit_alone() throws Exception {
        installation.read("f.csv", "person,code,time,region,unit,source,id", "fed|p,VJ110,2023-03-01,05,A1,s,77");
        installation.timeline().refresh();
        var text = """
                {"resourceType":"Patient","id":"p","meta":{"source":"fed"}}
                {"resourceType":"Organization","id":"o","identifier":[{"system":"urn:oid:1.2.752.129.2.1.4.1","value":"A1"}]}
                {"resourceType":"Observation","id":"1","meta":{"source":"fed"},"status":"final",\
                "code":{"coding":[{"system":"http://loinc.org","code":"2857-1"}]},"subject":{"reference":"Patient/p"},\
                "performer":[{"reference":"Organization/o"}],"effectiveDateTime":"2024-04-01",\
                "valueQuantity":{"value":23.5,"unit":"ng/mL"},"referenceRange":[{"high":{"value":4,"unit":"ng/mL"}}]}
                """;
        installation.readBytes("f.ndjson", false, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        try (var anna = new Visit(installation, "anna", PASSWORD);
                var bo = new Visit(installation, "bo", PASSWORD)) {
            assertThat(page(anna, "fed|p", "?period=allt")).contains("23,5 µg/l", "PSA");
            assertThat(bo.get("/patient/" + person("fed|p") + "/oversikt", "text/html")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void values_come_from_the_own_unit_outward_and_another_units_patient_does_not_exist() throws Exception {
        var day = LocalDate.of(2024, 3, 1);
        add(told("hers", "A1", "own", psa(5.5, day)), told("hers", "A2", "other", psa(77.5, day)));

        try (var anna = new Visit(installation, "anna", PASSWORD);
                var bo = new Visit(installation, "bo", PASSWORD)) {
            assertThat(page(anna, "hers", "?period=allt"))
                    .contains("5,5 µg/l", "andra enheter")
                    .doesNotContain("77,5");
            anna.post("/patient/" + person("hers") + "/val", FORM, "vad=inom&varfor=planering");
            assertThat(page(anna, "hers", "?period=allt")).contains("77,5 µg/l");

            assertThat(bo.get("/patient/" + person("hers") + "/oversikt", "text/html")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(bo.post(
                                    "/patient/" + person("hers") + "/oversikt/varde",
                                    FORM,
                                    "slag=funktion&vad=1&dag=2024-01-01")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void what_no_feed_gives_is_typed_once_and_no_lead_time_follows_from_it() throws Exception {
        var before = installation.count("select count(*) from care_event");
        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            var address = "/patient/" + person("typed") + "/oversikt";
            assertThat(anna.post(address + "/varde", FORM, "slag=funktion&vad=2&dag=" + TODAY)
                            .statusCode())
                    .isEqualTo(302);
            assertThat(anna.post(address + "/varde", FORM, "slag=status&vad=castration-resistant&dag=" + TODAY)
                            .statusCode())
                    .isEqualTo(302);
            assertThat(page(anna, "typed", "")).contains("Kastrationsresistent", "skrivet", "Ta tillbaka");
            for (var wrong : List.of(
                    "slag=funktion&vad=9&dag=" + TODAY,
                    "slag=status&vad=x&dag=" + TODAY,
                    "slag=funktion&vad=1&dag=" + TODAY.plusDays(1),
                    "slag=slut&vad=x&dag=" + TODAY)) {
                assertThat(anna.post(address + "/varde", FORM, wrong).statusCode())
                        .as(wrong)
                        .isEqualTo(400);
            }
        }
        assertThat(installation.count("select count(*) from care_event")).isEqualTo(before);
    }

    @Test
    void twenty_years_and_five_thousand_values_are_drawn_within_half_a_second() throws Exception {
        var told = new ArrayList<Told>();
        var first = TODAY.minusYears(YEARS);
        for (int i = 0; i < VALUES; i++) {
            var day = first.plusDays(i * YEARS * 365L / VALUES);
            var item = List.of("psa", "hb", "alp", "testosterone", "health").get(i % 5);
            told.add(told(
                    "many",
                    "A1",
                    "m" + i,
                    Fact.of(item.equals("health") ? Kind.PATIENT_REPORTED : Kind.LABORATORY, item, day)
                            .number(1 + i % 97, "x")));
        }
        assertThat(installation.bean(ClinicalValues.class).add(told)).isEqualTo(VALUES);
        try (var anna = new Visit(installation, "anna", PASSWORD)) {
            page(anna, "many", "?period=allt");
            page(anna, "many", "?period=30");
            long best = Long.MAX_VALUE;
            for (int run = 0; run < 5; run++) {
                long begun = System.nanoTime();
                page(anna, "many", "?period=allt");
                best = Math.min(
                        best, Duration.ofNanos(System.nanoTime() - begun).toMillis());
            }
            assertThat(best).isLessThan(MOST_MILLIS);
        }
    }

    @Test
    void every_diagnosis_of_the_programme_has_its_content_and_a_wrong_file_says_what_is_wrong() {
        var contents = installation.bean(Contents.class);
        for (var id : List.of(
                "hudmelanom",
                "njurcancer",
                "brostcancer",
                "lungcancer",
                "prostatacancer",
                "myelom",
                "hjarntumorer",
                "aggstockscancer")) {
            assertThat(contents.of(id).pathways()).containsExactly(id);
            assertThat(contents.of(id).confirmed()).isFalse();
            assertThat(installation.timeline().definitions().byId(id)).isPresent();
        }
        assertThat(contents.of("analcancer").id()).isEqualTo("generic");
        assertThatThrownBy(
                        () -> ContentFile.read("x.yaml", "content: x\nneeded: [{ item: psa, days: 3 }]\ncolour: red"))
                .hasMessageContaining("'needed' names 'psa'")
                .hasMessageContaining("'colour' is not understood")
                .hasMessageContaining("performance");
    }
}
