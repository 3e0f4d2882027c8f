package se.varjedag.app.palliative;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
import se.varjedag.app.timeline.ClinicalValue.Told;
import se.varjedag.app.timeline.ClinicalValues;
import se.varjedag.app.web.figure.IndicatorTable.Tally;
import se.varjedag.app.web.figure.Span;

/// Points of palliative care as the staff enters them, and as they are counted.
class PalliativeTest {
    private static final LocalDate DIED = LocalDate.of(2024, 5, 20);
    private static final Span YEAR = new Span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
    private static final String CERTIFICATION = "/palliativ-certifiering";
    private static Installation installation;

    /// Eight lived in region 06 and were cared for at A1 in region 05; seven of them died, one of those unexpectedly.
    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Ward.staff(home);
        installation = Installation.serving(home);
        Ward.units(installation);
        var lines = new ArrayList<String>();
        lines.add("person,code,time,region,home_region,unit,source,id");
        for (int person = 0; person < 8; person++) {
            lines.add("p%d,VC010,2024-03-01,05,06,A1,s,%da".formatted(person, person));
            lines.add("p%d,VC058,2024-03-20,05,06,A1,s,%db".formatted(person, person));
            if (person < 7) {
                lines.add("p%d,died,%s,05,06,A1,s,%dc".formatted(person, DIED, person));
            }
        }
        installation.read("a.csv", lines.toArray(String[]::new));
        installation.timeline().refresh();
        var told = new ArrayList<Told>();
        for (int person = 0; person < 6; person++) {
            told.add(point(person, "pain-assessed", DIED.minusDays(person), "yes"));
            told.add(point(person, "breakpoint-talk", DIED.minusDays(30), person < 2 ? "no" : "yes"));
        }
        told.add(point(0, "oral-health-assessed", DIED.minusDays(7), "yes"));
        told.add(point(1, "oral-health-assessed", DIED.plusDays(1), "yes"));
        told.add(point(2, "relatives-talk", DIED.plusDays(40), "yes"));
        told.add(point(6, "expected-death", DIED, "no"));
        installation.bean(ClinicalValues.class).add(told);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static UUID person(String name) {
        return Ward.person(installation, name);
    }

    private static Told point(int person, String item, LocalDate day, String answer) {
        return new Told(
                person("p" + person),
                "A1",
                Origin.FEED,
                "s",
                person + item,
                Fact.of(Kind.PALLIATIVE, item, day).said(answer),
                null);
    }

    private static Tally tally(String point) {
        var figures = installation.bean(LastDays.class).of(YEAR);
        assertThat(figures.byResidence()).hasSize(1);
        var keys = installation.bean(Points.class).counted().stream()
                .map(Point::key)
                .toList();
        return figures.byResidence().getFirst().tallies().get(keys.indexOf(point));
    }

    @Test
    void a_point_counts_in_the_last_week_and_a_talk_also_before_or_after_and_what_nobody_said_is_unknown() {
        assertThat(tally("pain-assessed")).isEqualTo(new Tally(6, 0, 0));
        assertThat(tally("breakpoint-talk")).isEqualTo(new Tally(4, 2, 0));
        assertThat(tally("oral-health-assessed")).isEqualTo(new Tally(0, 0, 6));
        assertThat(tally("relatives-talk")).isEqualTo(new Tally(1, 0, 5));
    }

    @Test
    void the_same_deaths_stand_by_residence_and_by_care() {
        var lastDays = installation.bean(LastDays.class);

        assertThat(lastDays.of(YEAR).byCare())
                .singleElement()
                .satisfies(group -> assertThat(group.key() + group.number()).isEqualTo("A16"));
        assertThat(lastDays.of(YEAR).byResidence())
                .singleElement()
                .satisfies(group -> assertThat(group.key()).isEqualTo("06"));
        assertThat(lastDays.of(new Span(YEAR.to(), YEAR.to())).byCare()).isEmpty();
    }

    @Test
    void the_targets_stand_where_they_are_known() throws Exception {
        try (var anna = new Visit(installation, "anna", Ward.PASSWORD)) {
            var page =
                    anna.page("/folj-upp/palliativ?ar=2024&region=alla", "sv").body();
            assertThat(page)
                    .contains("Brytpunktssamtal, mål 98", "Smärta bedömd, mål 100", "Jönköpings län", "Lung A")
                    .contains("4 av 6, okänt för 0")
                    .doesNotContain("Dog där patienten ville, mål");
            assertThat(anna.page("/folj-upp/palliativ?ar=2024&region=05", "sv").body())
                    .as("a region shows its units and where they lived who live in it, and no sum of its own")
                    .contains("Lung A")
                    .doesNotContain("<strong>Alla</strong>", "<th scope=\"row\">Jönköpings län");
        }
        assertThat(installation.bean(Points.class).counted())
                .filteredOn(point -> point.target().isPresent())
                .hasSize(6);
    }

    @Test
    void what_was_typed_is_a_value_of_the_patient_and_can_be_taken_back() throws Exception {
        var address = "/patient/" + person("p7") + "/palliativt";
        try (var anna = new Visit(installation, "anna", Ward.PASSWORD);
                var bo = new Visit(installation, "bo", Ward.PASSWORD)) {
            assertThat(anna.page(address, "sv").body()).contains("Brytpunktssamtal", "Okänt");
            assertThat(anna.post(address, Ward.FORM, "dag=2024-05-06&breakpoint-talk=yes&pain-assessed=")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(anna.page(address, "sv").body()).contains("2024-05-06 · Lung A", "Ta tillbaka");
            assertThat(anna.page("/patient/" + person("p7") + "/oversikt?period=allt", "sv")
                            .body())
                    .contains("Brytpunktssamtal");
            assertThat(anna.post(address, Ward.FORM, "dag=2024-05-06&breakpoint-talk=maybe")
                            .statusCode())
                    .isEqualTo(400);

            UUID value = installation
                    .database()
                    .sql("select value from clinical_value where kind = 'palliative' and origin = 'typed'")
                    .query(UUID.class)
                    .single();
            assertThat(bo.get(address).statusCode()).isEqualTo(404);
            assertThat(bo.post(address, Ward.FORM, "dag=2024-05-06&pain-assessed=yes")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(bo.post(address + "/" + value + "/tillbaka", Ward.FORM, "")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(anna.post(address + "/" + value + "/tillbaka", Ward.FORM, "")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(anna.page(address, "sv").body()).doesNotContain("Ta tillbaka");
        }
    }

    @Test
    void a_unit_keeps_its_own_certification() throws Exception {
        try (var kim = new Visit(installation, "kim", Ward.PASSWORD);
                var anna = new Visit(installation, "anna", Ward.PASSWORD)) {
            kim.post(CERTIFICATION, Ward.FORM, "namn=Intyget&fran=2024-01-01&till=2023-01-01");
            assertThat(kim.page(CERTIFICATION, "sv").body()).doesNotContain("Intyget");
            kim.post(CERTIFICATION, Ward.FORM, "namn=Intyget&fran=2024-01-01&till=");
            assertThat(kim.page(CERTIFICATION, "sv").body()).contains("Intyget", "2024-01-01–");
            assertThat(anna.page("/folj-upp/palliativ?region=alla", "sv").body())
                    .contains("Intyget");
            assertThat(anna.get(CERTIFICATION).statusCode()).isEqualTo(403);

            long id = installation.count("select id from palliative_certification");
            assertThat(kim.post(CERTIFICATION + "/" + id + "/bort", Ward.FORM, "")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(kim.post(CERTIFICATION + "/" + id + "/bort", Ward.FORM, "")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(installation.bean(Certifications.class).on(LocalDate.of(2024, 6, 1)))
                    .isEqualTo(List.of());
        }
    }
}
