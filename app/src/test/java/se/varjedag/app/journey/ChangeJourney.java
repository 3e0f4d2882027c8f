package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class ChangeJourney {

    @Test
    void a_process_leader_draws_in_what_was_done_and_sees_two_periods_beside_each_other() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/forandring");
            browser.usableByEverybody("forandring");

            page.locator(".event summary").click();
            page.locator("input[name=handelse]").fill("2024-06-10");
            page.locator("input[name=not]").fill("Ny mottagning");
            browser.follow(page.getByText("Rita in", new Page.GetByTextOptions().setExact(true)));

            assertThat(page.url()).contains("handelse=2024-06-10");
            assertThat(page.locator("#forandring .wide svg").textContent()).contains("Ny mottagning");
            assertThat(page.locator("#perioder tbody tr").count()).isEqualTo(5);
            browser.usableByEverybody("forandring-handelse");
        }
    }

    @Test
    void an_analyst_follows_those_who_wait_and_sees_whether_others_waited_longer_and_where() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/forandring?matt=vantar");

            assertThat(page.locator("#forandring h2").textContent()).isEqualTo("Väntar fler eller färre?");
            assertThat(page.locator("#undantrangning tbody tr").count()).isEqualTo(4);
            assertThat(page.locator("#undantrangning").textContent()).doesNotContain("underlag saknas");
            assertThat(page.locator("#undantrangning-var tbody tr").count()).isGreaterThanOrEqualTo(21);
            browser.usableByEverybody("forandring-vantar");

            page = browser.open("/folj-upp/forandring?region=12");
            assertThat(page.locator("#undantrangning-var tbody th").allTextContents())
                    .contains("Patologi · Malmö");
        }
    }

    @Test
    void it_holds_on_a_phone_week_by_week_with_the_limits_on_the_chart() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/forandring?per=vecka&matt=median");

            assertThat(page.locator("#forandring .narrow svg").textContent()).contains("övre", "medel", "undre");
            browser.usableByEverybody("forandring-smal");
        }
    }
}
