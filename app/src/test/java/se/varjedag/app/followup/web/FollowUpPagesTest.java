package se.varjedag.app.followup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;

class FollowUpPagesTest {
    private static final String PASSWORD = "tolv tecken minst";

    private static Installation installation;
    private static Visit anna;

    @BeforeAll
    static void two_patients_are_known() throws Exception {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.PROCESS_LEADER), PASSWORD);
        installation = Installation.serving(home);
        installation.read(
                "a.csv",
                "person,code,time,region,unit,source,id",
                "p1,VC010,2023-03-01,01,U1,s,1",
                "p1,VC050,2023-04-20,01,U1,s,2",
                "p2,VC010,2023-03-02,12,U2,s,3");
        installation.timeline().refresh();
        anna = new Visit(installation, "anna", PASSWORD);
    }

    @AfterAll
    static void stop() {
        anna.close();
        installation.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledtider",
                "flaskhalsar",
                "flaskhalsar/steg",
                "jamfor",
                "jamfor/patologi",
                "jamfor/radiologi",
                "forandring",
                "flode",
                "tank-om",
                "jamlikhet",
                "registrering"
            })
    void every_page_opens_and_leads_to_files_that_are_there(String page) throws Exception {
        var answer =
                anna.get("/folj-upp/" + page + "?svf=lungcancer&to=2023-04&steg=specimen-taken..pathology-reported");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<h1>").contains("/folj-upp/ledtider?svf=lungcancer");
        var files = answer.body()
                .lines()
                .flatMap(line -> Pattern.compile("href=\"(/folj-upp/" + page + "/[^\"]+\\.csv[^\"]*)\"")
                        .matcher(line)
                        .results())
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(files).isNotEmpty();
        for (var file : files) {
            assertThat(anna.get(file).statusCode()).as(file).isEqualTo(200);
        }
    }

    @Test
    void what_is_no_page_and_no_file_is_not_found() throws Exception {
        for (var path : List.of(
                "/folj-upp/finns-inte",
                "/folj-upp/jamfor/finns-inte",
                "/folj-upp/ledtider/finns-inte.csv",
                "/folj-upp/jamfor/patologi/finns-inte.csv",
                "/folj-upp/flaskhalsar/patienter/finns-inte.csv")) {
            assertThat(anna.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(anna.get("/folj-upp/flaskhalsar/patienter").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledtider?to=-999999999-01",
                "ledtider?from=%2B999999999-12",
                "forandring?to=%2B999999999-12",
                "forandring?per=vecka&to=0000-01",
                "forandring?jfran=-999999999-01",
                "forandring?nybaslinje=0000-12",
                "forandring?handelse=%2B10000-01-01"
            })
    void a_month_or_day_of_no_such_year_is_not_understood(String address) throws Exception {
        assertThat(anna.get("/folj-upp/" + address).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledtider?to=0001-01", "forandring?to=0001-01", "forandring?per=vecka&to=9999-12"})
    void the_first_and_the_last_year_are_empty_but_there(String address) throws Exception {
        assertThat(anna.get("/folj-upp/" + address).statusCode()).isEqualTo(200);
    }
}
