package se.varjedag.app.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.database.TestPostgres;

/// The worklist of a unit with 2 000 open pathways, as a browser reaches it.
class WorklistPagesTest {
    private static final LocalDate TODAY =
            LocalDate.ofInstant(java.time.Clock.systemUTC().instant(), ZoneId.of("Europe/Stockholm"));
    private static final int OPEN = 2000;
    private static final int DAYS = 60;
    private static final long MOST_MILLIS = 300;
    private static Installation installation;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Ward.staff(home);
        installation = Installation.serving(home);
        Ward.units(installation);
        var lines = new ArrayList<String>();
        lines.add("person,code,time,region,unit,pathway,source,id");
        for (int i = 0; i < OPEN; i++) {
            lines.add("q%d,VG910,%s,05,A1,,s,a%d".formatted(i, TODAY.minusDays(i % DAYS), i));
            lines.add("q%d,VG925,%s,05,A1,,s,b%d".formatted(i, TODAY.minusDays(i % DAYS / 2), i));
            lines.add("q%d,imaging-performed,%s,05,A2,VG9,s,c%d".formatted(i, TODAY.minusDays(i % DAYS / 3), i));
        }
        installation.read("a.csv", lines.toArray(String[]::new));
        installation.timeline().refresh();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void the_first_page_is_in_the_browser_within_three_hundred_milliseconds() throws Exception {
        try (var kim = new Visit(installation, "kim", Ward.PASSWORD)) {
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 8; round++) {
                long began = System.nanoTime();
                var page = kim.get("/arbetslista", "text/html");
                best = Math.min(
                        best, Duration.ofNanos(System.nanoTime() - began).toMillis());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body()).contains("2000 öppna vårdförlopp", "Sida 1 av 40");
            }
            assertThat(best).as("milliseconds").isLessThan(MOST_MILLIS);
        }
    }

    @Test
    void a_line_opens_its_pathway_and_a_doctor_of_another_unit_finds_nothing_there() throws Exception {
        try (var kim = new Visit(installation, "kim", Ward.PASSWORD);
                var bo = new Visit(installation, "bo", Ward.PASSWORD)) {
            var list = kim.get("/arbetslista", "text/html").body();
            var path = list.replaceFirst("(?s).*?href=\"(/arbetslista/[0-9a-f-]{36}/[0-9a-f]{10})\".*", "$1");
            assertThat(kim.get(path, "text/html").statusCode()).isEqualTo(200);
            assertThat(bo.get(path, "text/html").statusCode()).isIn(403, 404);
            assertThat(kim.post(path + "/anteckning", Ward.FORM, "text=Ringt%00+patienten.")
                            .statusCode())
                    .isEqualTo(302);
            assertThat(kim.get(path, "text/html").body()).contains("Ringt patienten.");
        }
    }
}
