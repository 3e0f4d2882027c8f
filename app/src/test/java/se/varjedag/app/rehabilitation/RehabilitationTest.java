package se.varjedag.app.rehabilitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.access.Role;
import se.varjedag.app.coordination.Duties;
import se.varjedag.app.coordination.Duty;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.Named.Staff;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Worklist;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.rehabilitation.Happened.Time;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.Told;
import se.varjedag.app.timeline.ClinicalValues;

/// When a patient's needs are to be assessed, and what the staff writes of it.
class RehabilitationTest {
    private static final LocalDate TODAY =
            LocalDate.ofInstant(java.time.Clock.systemUTC().instant(), ZoneId.of("Europe/Stockholm"));
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
                "told,VC010,2024-03-01,05,A1,s,1",
                "told,VC040,2024-03-20,05,A1,s,2",
                "told,VC052,2024-04-02,05,A1,s,3",
                "waits,VC010,%s,05,A1,s,4".formatted(TODAY.minusDays(60)),
                "waits,VC040,%s,05,A1,s,5".formatted(TODAY.minusDays(40)),
                "writes,VC010,2024-03-01,05,A1,s,6");
        installation.timeline().refresh();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static UUID person(String name) {
        return Ward.person(installation, name);
    }

    private static String address(String name) {
        return "/patient/" + person(name) + "/rehabilitering";
    }

    private static String page(Visit visit, String name) throws Exception {
        var answer = visit.page(address(name), "sv");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void occasions_follow_from_events_and_from_where_treatment_ends_or_changes() throws Exception {
        var drug = Fact.of(Kind.TREATMENT, "chemotherapy", LocalDate.of(2024, 4, 2));
        installation
                .bean(ClinicalValues.class)
                .add(List.of(
                        new Told(
                                person("told"),
                                "A1",
                                Origin.FEED,
                                "s",
                                "d1",
                                drug.until(LocalDate.of(2024, 8, 1)),
                                null),
                        new Told(
                                person("told"),
                                "A1",
                                Origin.FEED,
                                "s",
                                "d2",
                                Fact.of(Kind.TREATMENT, "targeted", LocalDate.of(2024, 9, 1)),
                                null)));
        try (var anna = new Visit(installation, "anna", Ward.PASSWORD)) {
            assertThat(page(anna, "told"))
                    .contains("Diagnosbesked", "2024-03-20")
                    .contains("Behandlingen startar", "2024-04-02", "2024-04-30")
                    .contains("Behandlingen slutar", "2024-08-01")
                    .contains("Ändrad behandling", "2024-09-01")
                    .contains("Inte bedömt i tid")
                    .contains("Inskrivning och utskrivning");
        }
    }

    @Test
    void one_assessment_answers_to_every_occasion_before_it_and_shortly_after_it() {
        var programme = installation.bean(Programme.class);
        var occasion = programme.occasions().getFirst();
        var first = LocalDate.of(2024, 3, 1);
        var times = List.of(
                new Time(occasion, first),
                new Time(occasion, first.plusDays(40)),
                new Time(occasion, first.plusDays(70)));

        var wanted = Wanted.of(times, List.of(first.plusDays(30)), programme);

        assertThat(wanted).extracting(Wanted::open).containsExactly(true, false, false);
        assertThat(wanted.get(2).late(TODAY)).as("two days after the last day").isTrue();
        assertThat(wanted.get(1).late(TODAY)).isFalse();
    }

    @Test
    void what_was_entered_stands_signed_and_what_was_wrong_is_taken_back_and_stays() throws Exception {
        try (var anna = new Visit(installation, "anna", Ward.PASSWORD)) {
            assertThat(page(anna, "writes")).contains("Okänt").doesNotContain("Taget tillbaka");
            var sent = anna.post(
                    address("writes"),
                    Ward.FORM,
                    "dag=2024-05-06&need.body=advanced&plan=yes&profession=counsellor&involved=yes"
                            + "&children=yes&support=not-asked&advice=");
            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(page(anna, "writes"))
                    .contains("Avancerade", "2024-05-06 i samtal", "Kurator", "Inte frågat", "Anna Läkare");

            var entry = installation.count(
                    "select id from rehabilitation_entry where what = 'plan' and day = '2024-05-06'");
            assertThat(anna.post(address("writes") + "/" + entry + "/tillbaka", Ward.FORM, "")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(page(anna, "writes")).contains("<s>Ja</s>", "Taget tillbaka");
            assertThat(anna.post(address("writes") + "/" + entry + "/tillbaka", Ward.FORM, "")
                            .statusCode())
                    .as("once only")
                    .isEqualTo(404);
            assertThat(installation.count("select count(*) from access_log where why = 'rehabilitation'"))
                    .isPositive();
            for (var wrong : List.of("plan=perhaps", "need.soul=basic", "profession=barber", "support=advanced")) {
                assertThat(anna.post(address("writes"), Ward.FORM, "involved=yes&dag=2024-05-06&" + wrong)
                                .statusCode())
                        .as(wrong)
                        .isEqualTo(400);
            }
            assertThat(anna.post(address("writes"), Ward.FORM, "plan=yes&dag=" + TODAY.plusDays(1))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void another_units_patient_does_not_exist() throws Exception {
        try (var bo = new Visit(installation, "bo", Ward.PASSWORD)) {
            assertThat(bo.get(address("told")).statusCode()).isEqualTo(404);
            assertThat(bo.post(address("told"), Ward.FORM, "dag=2024-05-06&plan=yes")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(bo.post(address("told") + "/1/tillbaka", Ward.FORM, "").statusCode())
                    .isEqualTo(404);
            assertThat(bo.get("/patient/x/rehabilitering").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_contact_nurses_list_says_when_an_assessment_is_due_though_the_first_was_made() {
        var kim = Ward.at(Role.COORDINATOR, "kim", "A1");
        var worklist = installation.bean(Worklist.class);
        var duties = installation.bean(Duties.class);
        var line = worklist.of(kim).lines().stream()
                .filter(one -> one.key().person().equals(person("waits")))
                .findFirst()
                .orElseThrow();
        installation
                .bean(Named.class)
                .name(
                        kim,
                        line.key(),
                        Task.CONTACT_NURSE,
                        new Staff("kaj", "Kaj"),
                        TODAY.minusDays(60),
                        java.util.Optional.empty());
        installation
                .bean(se.varjedag.app.coordination.Notes.class)
                .done(kim, line.key(), Duty.NEEDS, TODAY.minusDays(58));

        var due = duties.of(worklist.of(kim).lines(), _ -> true).stream()
                .filter(one -> one.duty() == Duty.NEEDS)
                .toList();

        assertThat(due)
                .hasSize(1)
                .first()
                .satisfies(one -> assertThat(one.due())
                        .isEqualTo(TODAY.minusDays(40)
                                .plusDays(installation.bean(Programme.class).within())));

        installation.bean(Entries.class).add(kim, person("waits"), Entry.What.NEED, "body", "basic", TODAY);
        assertThat(duties.of(worklist.of(kim).lines(), _ -> true)).noneMatch(one -> one.duty() == Duty.NEEDS);
    }

    @Test
    void figures_count_by_unit_who_was_assessed_and_what_is_unknown() throws Exception {
        var kim = Ward.at(Role.COORDINATOR, "kim", "A3");
        var lines = new java.util.ArrayList<>(List.of("person,code,time,region,unit,source,id"));
        for (int person = 0; person < 10; person++) {
            lines.add("f%d,VE010,2023-03-01,05,A3,t,%da".formatted(person, person));
            lines.add("f%d,VE050,2023-03-20,05,A3,t,%db".formatted(person, person));
        }
        installation.read("f.csv", lines.toArray(String[]::new));
        installation.timeline().refresh();
        var entries = installation.bean(Entries.class);
        for (int person = 0; person < 6; person++) {
            var late = person == 5 ? LocalDate.of(2023, 4, 18) : LocalDate.of(2023, 4, 17);
            entries.add(kim, person("f" + person), Entry.What.NEED, "body", "basic", late);
            entries.add(kim, person("f" + person), Entry.What.PLAN, "", person < 4 ? "yes" : "no", late);
        }
        try (var bo = new Visit(installation, "bo", Ward.PASSWORD)) {
            var page = bo.page("/folj-upp/rehabilitering?ar=2023", "sv").body();
            assertThat(page)
                    .contains("Hud A", "5 av 10, okänt för 0", "4 av 6, okänt för 4", "okänt")
                    .doesNotContain("Lung A");
        }
    }
}
