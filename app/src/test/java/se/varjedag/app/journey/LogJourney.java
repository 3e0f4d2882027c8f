package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogJourney {

    @Test
    void an_auditor_searches_the_log_and_reviews_and_signs_a_selection_of_it() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("granskare");
            var page = browser.open("/logg?vad=sign-in");
            assertThat(page.locator("tbody tr").count()).isPositive();
            browser.usableByEverybody("logg");

            page.locator("form[action='/logg/granskning'] button").click();
            page.waitForURL("**/logg/granskning/*");
            browser.usableByEverybody("logg-granskning");
            page.locator("textarea").fill("Inget att anmärka.");
            browser.follow(page.getByText("Skriv under"));
            assertThat(page.getByText("Inget att anmärka.").isVisible()).isTrue();
            assertThat(page.locator("textarea").count()).isZero();

            browser.open("/logg");
            assertThat(page.locator("a[href^='/logg/granskning/']").count()).isPositive();
        }
    }

    @Test
    void the_log_holds_on_a_phone_and_in_the_dark() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("granskare");
            browser.open("/logg");
            browser.usableByEverybody("logg-smal");
        }
        try (var browser = Browser.dark()) {
            browser.signedInAs("granskare");
            browser.open("/logg");
            browser.usableByEverybody("logg-morker");
        }
    }
}
