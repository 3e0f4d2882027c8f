package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LawJourney {

    @Test
    void an_administrator_sets_a_rule_of_disposal_sees_what_it_would_take_and_ends_it() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("administrator");
            var page = browser.open("/gallring");
            page.locator("#ar").fill("90");
            page.locator("#grund").fill("Beslut i en resa genom sidorna");
            browser.follow(page.getByText("Lägg till regeln"));
            assertThat(page.getByText("Beslut i en resa genom sidorna").first().isVisible())
                    .isTrue();
            browser.usableByEverybody("gallring");
            browser.follow(page.locator("form[action='/gallring/slut'] button").first());
            assertThat(page.locator("form[action='/gallring/slut']").count()).isZero();

            browser.open("/data/enheter");
            assertThat(page.locator("tbody tr").count()).isPositive();
            browser.usableByEverybody("enheter");
        }
    }

    @Test
    void a_register_office_notes_which_source_is_whose_register() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("registerkansli");
            var page = browser.open("/register/uttrade");
            browser.usableByEverybody("registeruttrade-tom");
            page.locator("#kalla").fill("resans-kalla");
            page.locator("#till").fill("Resans register");
            browser.follow(page.getByText("Spara"));
            assertThat(page.locator("#register option").allTextContents()).contains("Resans register");
            browser.usableByEverybody("registeruttrade");
        }
    }

    @Test
    void an_analyst_sees_what_has_been_handed_out_and_it_holds_on_a_phone() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("analytiker");
            var page = browser.open("/export");
            assertThat(page.locator("form[action='/export'] button").isVisible())
                    .isTrue();
            browser.usableByEverybody("uttag-smal");
        }
    }
}
