package se.varjedag.app.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reference.Sweden;

/// The plan as its writers and readers meet it.
class PlanPagesTest {
    private static final String ENCODED = "application/x-www-form-urlencoded";
    private static Installation installation;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        account(home, "petra", Role.PROCESS_LEADER, "05");
        account(home, "skane", Role.PROCESS_LEADER, "12");
        account(home, "alex", Role.ANALYST, "");
        installation = Installation.serving(home);
    }

    private static void account(se.varjedag.app.database.Home home, String name, Role role, String place) {
        Accounts.write(home, new Account(name, name, new Assignment(role, place)), Ward.PASSWORD);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void nothing() {
        installation.empty();
    }

    private static Visit visit(String who) throws Exception {
        return new Visit(installation, who, Ward.PASSWORD);
    }

    private static String form(String... pairs) {
        var text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static long count(String table) {
        return installation.count("select count(*) from " + table);
    }

    private static long activity(String title) {
        return installation
                .database()
                .sql("select activity from strategy_activity_version where title = ?")
                .param(title)
                .query(Long.class)
                .single();
    }

    @Test
    void an_installation_without_a_plan_says_how_to_begin() throws Exception {
        try (var petra = visit("petra");
                var alex = visit("alex")) {
            assertThat(petra.page("/plan/tavla", "sv").body())
                    .contains("Det finns ingen plan här än", "Ladda exemplet", "Börja planen");
            assertThat(alex.page("/plan/tabell", "sv").body())
                    .contains("Processledare eller programkontor skriver planen")
                    .doesNotContain("Ladda exemplet");
        }
    }

    @Test
    void the_example_stands_on_the_board_in_the_table_and_along_the_days() throws Exception {
        try (var petra = visit("petra")) {
            petra.post("/plan/exempel", ENCODED, "");
            assertThat(petra.page("/plan/tavla", "sv").body())
                    .contains(
                            "Handlingsplan 2022",
                            "30 av 30 aktiviteter",
                            "Jämför ledtider för patologi",
                            "Status saknas");
            assertThat(petra.page("/plan/tabell?region=06", "sv").body())
                    .contains("28 av 30 aktiviteter", "Pilot startar i Jönköping")
                    .doesNotContain("Region Kalmar län startar");
            assertThat(petra.page("/plan/tidslinje", "en").body()).contains("2022-03-01–2022-05-31", "Late");
            assertThat(petra.page("/plan/aktivitet/" + activity("Jämför ledtider för patologi"), "sv")
                            .body())
                    .contains(
                            "handlingsplanen 2022, rad 1, punkt 1, streck 1",
                            "/folj-upp/flaskhalsar/steg?steg=specimen");
        }
    }

    @Test
    void a_process_leader_writes_an_activity_says_how_it_goes_and_decides() throws Exception {
        try (var petra = visit("petra")) {
            petra.post(
                    "/plan/borja",
                    ENCODED,
                    form("namn", "Plan A", "sjukvardsregion", "sydöst", "fran", "2026-01-01", "till", "2026-12-31"));
            assertThat(petra.post("/plan/ny", ENCODED, form("omrade", "Område", "fran", "2026-02-30"))
                            .body())
                    .contains("Skriv vad som ska göras", "Skriv datum som 2026-11-21", "value=\"Område\"");
            assertThat(count("strategy_activity")).isZero();
            petra.post("/plan/ny", ENCODED, form("omrade", "Område", "aktivitet", "Gör <b>nytt</b>", "region", "05"));
            long id = activity("Gör <b>nytt</b>");
            var address = "/plan/aktivitet/" + id;
            petra.post(address + "/status", ENCODED, form("status", "under-way", "ord", "Första\0 mötet hölls"));
            petra.post(address + "/anteckning", ENCODED, form("slag", "beslut", "dag", "2026-01-07", "ord", "Vi kör"));
            assertThat(petra.post(address + "/status", ENCODED, form("status", "unknown"))
                            .headers()
                            .firstValue("Location"))
                    .hasValueSatisfying(where -> assertThat(where).endsWith("?fel=status"));

            assertThat(petra.page(address, "sv").body())
                    .contains("Första mötet hölls", "Beslut 2026-01-07", "Vi kör", "Gör &lt;b&gt;nytt&lt;/b&gt;")
                    .doesNotContain("<b>nytt");
        }
    }

    @Test
    void an_activity_shows_the_curve_of_what_it_is_to_move_with_its_own_days() throws Exception {
        var events = new ArrayList<String>();
        events.add("person,code,time,region,unit,source,id");
        var first = LocalDate.now(Sweden.TIME).minusMonths(20).withDayOfMonth(1);
        for (int month = 0; month < 20; month++) {
            for (int one = 0; one < 6; one++) {
                var name = "c" + month + "x" + one;
                var start = first.plusMonths(month);
                events.add(name + ",VG910," + start + ",05,A1,s," + name + "a");
                events.add(name + ",VG950," + start.plusDays(10 + one) + ",05,A1,s," + name + "b");
            }
        }
        installation.read("curve.csv", events.toArray(String[]::new));
        installation.timeline().refresh();
        try (var petra = visit("petra")) {
            petra.post("/plan/exempel", ENCODED, "");
            var from = first.plusMonths(8);
            petra.post(
                    "/plan/ny",
                    ENCODED,
                    form(
                            "omrade", "Område",
                            "aktivitet", "Korta väntan",
                            "region", "05",
                            "matt", "median",
                            "fran", from.toString(),
                            "till", from.plusMonths(2).toString()));

            var page = petra.page("/plan/aktivitet/" + activity("Korta väntan"), "sv")
                    .body();

            assertThat(page).contains("månad för månad: Östergötland", "Korta väntan", "<svg", "medel");
            assertThat(petra.page("/plan/aktivitet/" + activity("Jämför ledtider för patologi"), "sv")
                            .body())
                    .as("names nothing that is drawn for a month")
                    .doesNotContain("månad för månad: Östergötland");
        }
    }

    @Test
    void nobody_writes_in_another_healthcare_regions_plan_and_readers_write_in_none() throws Exception {
        try (var petra = visit("petra");
                var skane = visit("skane");
                var alex = visit("alex")) {
            petra.post("/plan/exempel", ENCODED, "");
            var address = "/plan/aktivitet/" + activity("Jämför ledtider för patologi");

            assertThat(skane.post(address + "/status", ENCODED, form("status", "done"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(skane.get(address + "/andra").statusCode()).isEqualTo(404);
            assertThat(skane.get("/plan/ny").statusCode()).isEqualTo(404);
            assertThat(alex.post(address + "/status", ENCODED, form("status", "done"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(skane.page(address, "sv").body())
                    .contains("Jämför ledtider")
                    .doesNotContain("Signera status");
            assertThat(count("strategy_status")).isZero();
        }
    }
}
