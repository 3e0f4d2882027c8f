package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInJourney {

    @Test
    void nobody_sees_a_page_before_signing_in() {
        try (var browser = Browser.wide()) {
            var page = browser.open("/laget");

            assertThat(page.url()).contains("/login");
            assertThat(page.title()).isEqualTo("Logga in · Varje dag");
            browser.usableByEverybody("logga-in");
        }
    }

    @Test
    void one_click_signs_in_and_one_more_signs_out() {
        try (var browser = Browser.narrow()) {
            var page = browser.signedInAs("processledare");
            assertThat(page.locator("h1").textContent()).isEqualTo("Läget");
            assertThat(page.locator(".simulated").isVisible()).isTrue();

            page.locator(".aside details summary").click();
            browser.follow(page.getByText("Logga ut"));

            assertThat(page.url()).contains("/login");
            assertThat(page.getByText("Du är utloggad.").isVisible()).isTrue();
            browser.usableByEverybody("logga-in-smal");
        }
    }

    @Test
    void a_page_that_is_not_there_says_what_to_do() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("analytiker");
            var page = browser.open("/finns-inte");

            assertThat(page.locator("h1").textContent()).isEqualTo("Sidan finns inte");
            assertThat(page.getByText("Till startsidan").isVisible()).isTrue();
            browser.usableByEverybody("finns-inte");
        }
    }
}
