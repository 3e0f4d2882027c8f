package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenFiguresJourney {

    @Test
    void an_analyst_sees_what_may_be_shown_to_everybody_and_follows_a_pathway_to_its_regions() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/ledtider?sex=F");
            page.getByText("Öppna siffror").first().click();
            page.waitForURL("**/oppna-siffror*");

            assertThat(page.locator(".message").allTextContents())
                    .anySatisfy(words -> assertThat(words).contains("Gäller inte här: Kön"));
            assertThat(page.locator(".kept-back").first().textContent()).isEqualTo("visas inte");
            browser.usableByEverybody("oppna-siffror");

            page.locator("#oppna tbody th a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/oppna-siffror?*by=region*");
            assertThat(page.locator("#oppna thead th").first().textContent()).isEqualTo("Region");
            assertThat(page.locator("#oppna .menu a[href*='.csv']").getAttribute("href"))
                    .contains("by=region");
        }
    }

    @Test
    void open_figures_hold_on_a_phone_and_in_english() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            browser.open("/folj-upp/oppna-siffror?by=region");
            browser.usableByEverybody("oppna-siffror-smal");
        }
        try (var browser = Browser.english()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/oppna-siffror?by=year");
            assertThat(page.locator("h1").textContent()).isEqualTo("What may be shown to everybody?");
            browser.usableByEverybody("oppna-siffror-en");
        }
    }
}
