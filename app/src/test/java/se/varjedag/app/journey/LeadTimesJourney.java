package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeadTimesJourney {

    @Test
    void an_analyst_reads_the_days_and_sorts_the_groups() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/ledtider");
            assertThat(page.locator("#overtidsband tbody tr").count()).isEqualTo(5);
            browser.usableByEverybody("ledtider");

            browser.follow(page.locator("table.sorted thead a").nth(2));
            assertThat(page.locator("table.sorted th[aria-sort='descending']").count())
                    .isEqualTo(1);

            browser.open("/folj-upp/ledtider?start=specimen-taken&slut=pathology-reported&limit=11&by=region");
            assertThat(page.locator("#grupper tbody tr").count()).isGreaterThan(10);
            browser.usableByEverybody("ledtider-patologi");
        }
    }

    @Test
    void lead_times_hold_on_a_phone() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            browser.open("/folj-upp/ledtider");
            browser.usableByEverybody("ledtider-smal");
        }
    }
}
