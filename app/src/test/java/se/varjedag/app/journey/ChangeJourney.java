package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class ChangeJourney {

    @Test
    void a_process_leader_draws_in_what_was_done_and_sees_two_periods_beside_each_other() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/forandring");
            browser.usableByEverybody("forandring");

            page.locator(".event summary").click();
            page.locator("input[name=handelse]").fill("2024-06-10");
            page.locator("input[name=not]").fill("Ny mottagning");
            page.getByText("Rita in", new Page.GetByTextOptions().setExact(true))
                    .click();

            assertThat(page.url()).contains("handelse=2024-06-10");
            assertThat(page.locator("#forandring .wide svg").textContent()).contains("Ny mottagning");
            assertThat(page.locator("#perioder tbody tr").count()).isEqualTo(5);
            browser.usableByEverybody("forandring-handelse");
        }
    }

    @Test
    void it_holds_on_a_phone_week_by_week() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            browser.open("/folj-upp/forandring?per=vecka&matt=median");
            browser.usableByEverybody("forandring-smal");
        }
    }
}
