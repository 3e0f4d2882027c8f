package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowJourney {

    @Test
    void an_analyst_sees_which_ways_patients_take_and_what_deviating_costs() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/flode?region=14");
            browser.usableByEverybody("flode-val");

            browser.follow(page.getByText("Prostatacancer").last());

            assertThat(page.url()).contains("svf=prostatacancer").contains("region=14");
            assertThat(page.locator("#karta svg").first().getAttribute("aria-label"))
                    .contains("mätpunkter");
            assertThat(page.locator("#varianter tbody tr").count()).isPositive();
            browser.usableByEverybody("flode");

            browser.follow(page.locator(".flow-shares a").last());

            assertThat(page.url()).contains("share=100");
        }
    }

    @Test
    void the_map_has_a_picture_of_its_own_on_a_phone() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/flode?svf=prostatacancer");
            assertThat(page.locator("#karta .narrow svg").isVisible()).isTrue();
            assertThat(page.locator("#karta .wide svg").isVisible()).isFalse();
            browser.usableByEverybody("flode-smal");
        }
    }
}
