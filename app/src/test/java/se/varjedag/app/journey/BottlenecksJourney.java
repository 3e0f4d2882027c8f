package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BottlenecksJourney {

    @Test
    void an_analyst_finds_the_step_and_the_patients_it_cost_the_limit() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/flaskhalsar");
            assertThat(page.locator("table.heat tbody tr").count()).isGreaterThan(10);
            browser.usableByEverybody("flaskhalsar");

            browser.follow(page.locator("table.heat td[data-heat] a").first());
            assertThat(page.locator("table.heat a[aria-current='true']").count())
                    .isEqualTo(1);

            browser.follow(page.locator(".step-panel .button"));
            assertThat(page.locator("#dagar svg").count()).isGreaterThan(0);
            assertThat(page.locator("#ko").count()).isEqualTo(1);
            browser.usableByEverybody("flaskhalsar-steg");

            browser.follow(page.locator(".facts a[href*='patienter']"));
            assertThat(page.locator("main tbody tr").count()).isGreaterThan(0);
            browser.usableByEverybody("flaskhalsar-patienter");
        }
    }

    @Test
    void a_process_leader_sees_how_many_but_not_who() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/flaskhalsar");
            assertThat(page.locator("a[href*='patienter']").count()).isZero();
            browser.usableByEverybody("flaskhalsar-smal");

            browser.open("/folj-upp/flaskhalsar/patienter");
            assertThat(page.locator("code").count()).isZero();
        }
    }
}
