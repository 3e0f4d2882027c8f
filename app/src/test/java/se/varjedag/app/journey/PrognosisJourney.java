package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class PrognosisJourney {

    @Test
    void a_process_leader_reads_how_the_prognosis_held_and_what_it_expects() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            var page = workedOut(browser);

            assertThat(page.locator("#kalibrering .wide svg").count()).isPositive();
            assertThat(page.locator("#vardforlopp tbody tr").count()).isGreaterThan(5);
            browser.usableByEverybody("prognos");

            page.locator("#kalibrering input[value='tabell']").focus();
            page.keyboard().press("Space");
            assertThat(page.locator("#kalibrering .picture-table").isVisible()).isTrue();
        }
    }

    @Test
    void the_prognosis_holds_on_a_phone_and_in_the_dark() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            workedOut(browser);
            browser.usableByEverybody("prognos-smal");
        }
        try (var browser = Browser.dark()) {
            browser.signedInAs("analytiker");
            workedOut(browser);
            browser.usableByEverybody("prognos-mork");
        }
    }

    /// The page once its figures, which are worked out in the background, are there.
    private static Page workedOut(Browser browser) {
        var page = browser.open("/metod/prognos");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator("#kalibrering").count() > 0;
        });
        return page;
    }
}
