package se.varjedag.app.coordination.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.regex.Pattern;
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

    @Test
    void a_booking_that_somebody_moved_meanwhile_is_not_moved_from_the_old_page() throws Exception {
        try (var kim = new Visit(installation, "kim", Ward.PASSWORD)) {
            var list = kim.get("/arbetslista", "text/html").body();
            var path = list.replaceFirst("(?s).*?href=\"(/arbetslista/[0-9a-f-]{36}/[0-9a-f]{10})\".*", "$1");
            kim.post(path + "/bokning", Ward.FORM, "punkt=imaging-performed&dag=" + TODAY.plusDays(5));
            var old = correction(kim, path);
            assertThat(old).contains("stod=" + TODAY.plusDays(5));
            assertThat(location(kim, path, old + "&dag=" + TODAY.plusDays(7))).endsWith(path);
            assertThat(location(kim, path, old + "&dag=" + TODAY.plusDays(9))).endsWith("?fel=andrad");
            assertThat(correction(kim, path)).contains("stod=" + TODAY.plusDays(7));
            assertThat(kim.get(path + "?fel=andrad", "text/html").body()).contains("ändrat dagen sedan sidan visades");
        }
    }

    @Test
    void where_the_days_went_adds_up_after_the_end_too() throws Exception {
        try (var kim = new Visit(installation, "kim", Ward.PASSWORD)) {
            var list = kim.get("/arbetslista?sida=2", "text/html").body();
            var path = list.replaceFirst("(?s).*?href=\"(/arbetslista/[0-9a-f-]{36}/[0-9a-f]{10})\".*", "$1");
            kim.post(path + "/punkt", Ward.FORM, "punkt=slut-78&dag=" + TODAY);
            var page = kim.get(path, "text/html").body().replace('\u00a0', ' ');
            assertThat(page)
                    .contains("till avslutet", "Vårdförloppet slutade utan behandling", "Till avslutet")
                    .doesNotContain("Hittills", "chans att hinna");
            int sum = 0;
            var days = Pattern.compile("<b>(\\d+)</b></td>").matcher(page);
            while (days.find()) {
                sum += Integer.parseInt(days.group(1));
            }
            assertThat(page).contains("<td class=\"num\">" + sum + " dag");
            kim.post(path + "/rattelse", Ward.FORM, correction(kim, path).replace("gor=ratta", "gor=ta-bort"));
            assertThat(kim.get(path, "text/html").body()).contains("Hittills");
        }
    }

    /// What the form of the page sends for the first event that can be corrected.
    private static String correction(Visit kim, String path) throws Exception {
        var page = kim.get(path, "text/html").body();
        var event = page.replaceFirst("(?s).*?name=\"handelse\" value=\"([^\"]+)\".*", "$1");
        var stood = page.replaceFirst("(?s).*?name=\"stod\" value=\"([^\"]+)\".*", "$1");
        return "handelse=" + event + "&stod=" + stood + "&gor=ratta";
    }

    private static String location(Visit kim, String path, String form) throws Exception {
        return kim.post(path + "/rattelse", Ward.FORM, form)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }
}
