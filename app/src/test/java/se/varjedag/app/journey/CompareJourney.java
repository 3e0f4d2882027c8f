package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompareJourney {

    @Test
    void a_process_leader_follows_a_point_of_the_funnel_by_keyboard_and_reads_what_lies_behind() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/jamfor");
            assertThat(page.locator("#malen tbody tr").count()).isGreaterThan(15);
            browser.usableByEverybody("jamfor");

            var point = page.locator("#tratt .wide svg a").first();
            var name = String.valueOf(point.getAttribute("aria-label")).replaceAll(":.*", "");
            point.focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/jamfor?region=*");

            assertThat(page.locator("#vald h2").textContent()).isEqualTo(name);
            browser.follow(page.getByText("Justera för patienternas sammansättning"));
            browser.follow(page.getByText("Jämför med perioden före"));
            assertThat(page.locator(".selected").first().textContent()).contains("justerat för");
            browser.usableByEverybody("jamfor-vald");
        }
    }

    @Test
    void an_analyst_sees_how_fast_laboratories_answer_and_what_the_wait_cost() {
        try (var browser = Browser.english()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/jamfor");
            page.getByText("Pathology").first().click();
            page.waitForURL("**/jamfor/patologi*");

            assertThat(page.locator("#svar tbody tr").count()).isGreaterThan(10);
            assertThat(page.locator("#kostnad .cost").textContent()).contains("would have kept it");
            browser.usableByEverybody("patologi-en");
        }
    }

    @Test
    void the_pages_hold_on_a_phone() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            browser.open("/folj-upp/jamfor?by=unit&split=1");
            browser.usableByEverybody("jamfor-smal");
            browser.open("/folj-upp/jamfor/radiologi?region=12");
            browser.usableByEverybody("radiologi-smal");
            browser.open("/folj-upp/jamlikhet");
            browser.usableByEverybody("jamlikhet-smal");
        }
    }

    @Test
    void whether_all_are_treated_as_soon_is_read_in_the_dark_too() {
        try (var browser = Browser.dark()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/jamlikhet");
            assertThat(page.locator("#kon tbody tr").count()).isEqualTo(2);
            browser.usableByEverybody("jamlikhet-mork");
        }
    }
}
