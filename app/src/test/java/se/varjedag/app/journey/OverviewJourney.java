package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/// A doctor looks at one patient's whole course before a visit.
class OverviewJourney {
    private static final int LONGEST_TASK_MS = 100;
    private static final int MOVES = 60;

    @Test
    void a_doctor_reads_the_whole_course_with_the_mouse_and_the_keyboard() {
        try (var browser = Browser.wide()) {
            var page = overview(browser);
            browser.usableByEverybody("patientoversikt");
            assertThat(page.locator("svg.course .lane").count()).isGreaterThan(1);

            page.evaluate(
                    "() => { window.longest = 0; new PerformanceObserver(list => list.getEntries().forEach("
                            + "one => { window.longest = Math.max(window.longest, one.duration); })).observe({type: 'longtask'}); }");
            var picture = page.locator("[data-overview]").boundingBox();
            for (int i = 0; i < MOVES; i++) {
                page.mouse().move(picture.x + 200 + i * (picture.width - 260) / MOVES, picture.y + 80);
            }
            var before = page.locator("[data-line-day]").textContent();
            page.locator("[data-overview]").focus();
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("[data-line-day]").textContent()).isLessThan(before);
            assertThat(((Number) page.evaluate("() => window.longest")).doubleValue())
                    .isLessThan(LONGEST_TASK_MS);

            page.locator(".overview .switch label").nth(1).click();
            assertThat(page.locator(".picture-table tbody tr").first().isVisible())
                    .isTrue();
            browser.usableByEverybody("patientoversikt-tabell");
        }
    }

    @Test
    void performance_is_typed_once_and_taken_back_on_a_phone() {
        try (var browser = Browser.narrow()) {
            var page = overview(browser);
            browser.usableByEverybody("patientoversikt-smal");
            var form = page.locator(".typing form:has(input[value='funktion'])");
            form.locator("button").click();
            page.waitForLoadState();
            page.locator(".overview .switch label").nth(1).click();
            var back = page.locator(".picture-table form button");
            int typed = back.count();
            assertThat(typed).isPositive();
            back.first().click();
            page.waitForLoadState();
            assertThat(page.locator(".picture-table form button").count()).isEqualTo(typed - 1);
        }
    }

    @Test
    void it_is_in_english_and_in_the_dark_and_who_introduces_it_sees_where_it_is_used() {
        try (var browser = Browser.english()) {
            var page = overview(browser);
            assertThat(page.locator("#course").textContent()).contains("What has happened");
            browser.usableByEverybody("patientoversikt-en");
            browser.open("/folj-upp/patientoversikt");
            browser.usableByEverybody("patientoversikt-inforande-en");
        }
        try (var browser = Browser.dark()) {
            overview(browser);
            browser.usableByEverybody("patientoversikt-mork");
        }
    }

    private static Page overview(Browser browser) {
        browser.signedInAs("lakare");
        browser.untilLoaded();
        var page = browser.open("/patient");
        page.locator("main tbody a").first().click();
        page.waitForLoadState();
        page.locator("a[href$='/oversikt']").click();
        page.locator("svg.course").waitFor();
        return page;
    }
}
