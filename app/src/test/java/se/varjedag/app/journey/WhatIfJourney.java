package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class WhatIfJourney {

    @Test
    void an_analyst_slides_the_limit_by_keyboard_and_the_figures_come_without_her_losing_her_place() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/tank-om?scenarios=limit:21");
            var before = page.locator("[data-scenario='scenario']").innerText();

            page.locator("#scenario-0-slide").focus();
            page.keyboard().press("ArrowRight");
            page.keyboard().press("ArrowRight");
            page.waitForURL("**/tank-om?scenarios=limit%3A23");
            page.getByText("Gränsen 23 dagar för alla").waitFor();

            assertThat(page.locator("[data-scenario='scenario']").innerText())
                    .isNotEqualTo(before)
                    .contains("Gränsen 23");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("scenario-0-slide");
            assertThat(page.locator("#scenario-0-slide").getAttribute("aria-valuetext"))
                    .isEqualTo("23 dagar");
            assertThat(page.locator("#scenario-0-number").inputValue()).isEqualTo("23");
            assertThat(page.locator("#whatif-said").textContent()).isNotBlank();
            browser.usableByEverybody("tank-om");
        }
    }

    @Test
    void a_process_leader_goes_from_a_bottleneck_and_recomputes_two_changes_together() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/flaskhalsar");
            browser.follow(
                    page.locator("#patientdagar tbody a[href*='tank-om']").first());
            assertThat(page.locator("[data-scenario='scenario']").count()).isEqualTo(1);

            page.locator(".adding button").first().click();
            page.waitForURL("**%7Elimit%3A21");
            page.locator("#with0").check();
            page.locator("#with1").check();
            page.locator("#together-button").click();
            page.waitForURL("**%7Etogether%3A*");

            assertThat(page.locator("[data-scenario='scenario']").count()).isEqualTo(3);
            browser.usableByEverybody("tank-om-tillsammans");

            page.locator("#scenario-1-number").fill("28");
            page.locator("#scenario-1-number").press("Tab");
            page.waitForURL("**limit%3A28%7Etogether%3A*limit%3A28");
            page.locator(".scenarios label", new Page.LocatorOptions().setHasText("Gränsen 28"))
                    .nth(1)
                    .waitFor();
            page.locator(".scenarios .remove").first().click();
            assertThat(page.locator("[data-scenario='scenario']").count()).isEqualTo(2);
        }
    }

    @Test
    void scenarios_hold_on_a_phone() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("analytiker");
            browser.untilLoaded();
            browser.open("/folj-upp/tank-om");
            browser.usableByEverybody("tank-om-smal");
        }
    }
}
