package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ReturnJourney {

    @Test
    void a_register_office_makes_two_months_of_a_region_sees_what_changed_and_takes_the_file() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("registerkansli");
            browser.untilLoaded();
            var page = browser.open("/nationell-rapport");
            make(page, "2024-09", "2024-10-10");
            assertThat(page.locator("main").textContent()).contains("regionens första rapport");

            browser.open("/nationell-rapport");
            make(page, "2024-10", "2024-11-10");
            assertThat(page.locator("h1").textContent()).isEqualTo("Östergötland, oktober 2024");
            assertThat(page.locator("main").textContent())
                    .contains("Jämfört med Östergötland, september 2024, som känt 2024-10-10");
            var file = page.waitForDownload(() -> page.getByText("CSV", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click());
            assertThat(file.suggestedFilename()).startsWith("vantetider-05-2024-10-2024-11-10-");
            assertThat(lines(file))
                    .startsWith("code,date,region,home_region\r\n")
                    .contains(",2024-10-");
            browser.usableByEverybody("nationell-rapport-en");

            browser.open("/nationell-rapport");
            assertThat(page.locator("table tbody tr").count()).isGreaterThanOrEqualTo(2);
            browser.usableByEverybody("nationell-rapport");
        }
    }

    @Test
    void on_a_phone_and_in_english_the_page_says_what_is_wrong() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("registerkansli");
            var page = browser.open("/nationell-rapport?fel=manad");

            assertThat(page.locator("[role=alert]").textContent()).contains("Välj en månad som är slut");
            browser.usableByEverybody("nationell-rapport-smal");
        }
        try (var browser = Browser.english()) {
            browser.signedInAs("registerkansli");
            var page = browser.open("/nationell-rapport?fel=framat");

            assertThat(page.locator("[role=alert]").textContent()).contains("cannot lie ahead");
            browser.usableByEverybody("nationell-rapport-engelska");
        }
    }

    private static void make(Page page, String month, String day) {
        page.selectOption("#region", "05");
        page.selectOption("#manad", month);
        page.fill("#kant", day);
        page.getByText("Gör rapporten").click();
        page.waitForURL("**/nationell-rapport/*");
    }

    private static String lines(com.microsoft.playwright.Download file) {
        try {
            return Files.readString(file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
