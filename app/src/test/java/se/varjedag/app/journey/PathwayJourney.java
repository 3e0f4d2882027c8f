package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathwayJourney {

    @Test
    void an_analyst_finds_a_pathway_and_reads_what_holds_for_it() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.open("/vardforlopp");
            assertThat(page.locator("table.index tbody tr").count()).isEqualTo(30);
            browser.usableByEverybody("vardforlopp-alla");

            browser.follow(page.getByText("Tjock- och ändtarmscancer"));

            assertThat(page.locator("h1").textContent()).isEqualTo("Tjock- och ändtarmscancer");
            assertThat(page.locator(".rules").textContent()).contains("VB210");
            assertThat(page.locator(".ladder tbody tr").count()).isGreaterThan(3);
            browser.usableByEverybody("vardforlopp");
        }
    }

    @Test
    void a_pathway_page_holds_on_a_phone() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            browser.open("/vardforlopp/prostatacancer");
            browser.usableByEverybody("vardforlopp-smal");
        }
    }

    @Test
    void every_figure_tells_how_it_is_counted() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.page();

            browser.follow(page.locator("#steg .tools a:visible").last());

            assertThat(page.locator("h1").textContent()).isEqualTo("Flaskhalsar");
            browser.usableByEverybody("metod-flaskhalsar");
            browser.open("/metod");
            assertThat(page.locator("tbody tr").count()).isGreaterThanOrEqualTo(10);
            browser.usableByEverybody("metod");
        }
    }
}
