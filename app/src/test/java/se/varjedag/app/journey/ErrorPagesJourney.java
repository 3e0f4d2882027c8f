package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorPagesJourney {

    @Test
    void who_goes_astray_reads_what_to_do_and_finds_the_way_back() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("processledare");
            browser.open("/folj-upp/finns-inte");
            browser.usableByEverybody("fel-404");
            browser.open("/folj-upp/ledtider?region=99");
            browser.usableByEverybody("fel-400");
            var page = browser.open("/folj-upp/flaskhalsar/patienter");
            assertThat(page.locator("h1").textContent()).isEqualTo("Du har inte tillgång till sidan");
            browser.usableByEverybody("fel-403");

            page.locator("main a.button").click();
            page.waitForURL("**/laget*");
        }
    }

    @Test
    void error_pages_hold_on_a_phone_and_in_the_dark() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("analytiker");
            browser.open("/finns-inte");
            browser.usableByEverybody("fel-404-smal");
        }
        try (var browser = Browser.dark()) {
            browser.signedInAs("analytiker");
            browser.open("/folj-upp/ledtider?to=2023-13");
            browser.usableByEverybody("fel-400-mork");
        }
    }
}
