package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A coordinator's day: whose clock is running out, what is written of it, and who gets it next.
class CoordinationJourney {
    private static final String CLINIC = "SIM-05-0012";
    private static final String OTHER_CLINIC = "SIM-05-0016";

    /// Nobody else has breast cancer at a clinic of urology.
    @BeforeAll
    static void two_who_wait() {
        Demo.running()
                .loaded()
                .read(
                        "resa-koordination.csv",
                        "resa-ko-1,VG910,2024-12-14,05,SIM-05-0012,,resa-ko,1",
                        "resa-ko-1,referral-received,2024-12-16,05,SIM-05-0012,VG9,resa-ko,2",
                        "resa-ko-2,VG910,2024-09-20,05,SIM-05-0012,,resa-ko,3");
    }

    @Test
    void a_coordinator_filters_names_types_books_and_says_why_without_a_mouse_on_the_list() {
        try (var browser = Browser.wide()) {
            var page = breast(browser);
            browser.usableByEverybody("arbetslista-urval");
            assertThat(page.locator("table.work tbody tr:not(.group)").count()).isEqualTo(2);

            page.keyboard().press("j");
            browser.arriving(() -> page.keyboard().press("Enter"));
            browser.usableByEverybody("arbetslista-forlopp");

            named(browser, "contact-nurse");
            typed(browser, "first-visit", "2024-12-19");
            assertThat(page.locator("section:has(#events) tbody tr").first().textContent())
                    .contains("2024-12-19", "skrivet");
            booked(browser, "imaging-performed", "2025-01-03");
            assertThat(page.locator("section:has(#next-step), .next-step")
                            .first()
                            .textContent())
                    .contains("Bildundersökning");
            browser.usableByEverybody("arbetslista-forlopp-skrivet");
        }
    }

    @Test
    void why_a_limit_was_passed_is_asked_once_and_reads_in_english_and_in_the_dark() {
        try (var browser = Browser.english()) {
            var page = breast(browser);
            browser.follow(page.locator("tr:has(.tag) th a").last());
            if (page.locator("#reason-asked").count() == 0) {
                page.goBack();
                browser.follow(page.locator("table.work tbody th a").first());
            }
            var form = page.locator("section:has(#reason-asked) form");
            form.locator("select[name='orsak']").selectOption("capacity");
            form.locator("select[name='steg']").selectOption("mdt");
            browser.follow(form.locator("button"));
            assertThat(page.locator("#reason-asked").count()).isZero();
            browser.usableByEverybody("arbetslista-orsak-en");
        }
        try (var browser = Browser.dark()) {
            breast(browser);
            browser.usableByEverybody("arbetslista-mork");
        }
    }

    @Test
    void what_is_handed_over_stands_on_both_lists_until_the_other_unit_has_received_it() {
        Demo.running().read("resa-overlamning.csv", "resa-ko-3,VH410,2024-12-20,05," + CLINIC + ",,resa-ko,9");
        try (var browser = Browser.narrow()) {
            var page = list(browser, "vardforlopp=aggstockscancer");
            browser.usableByEverybody("arbetslista-smal");
            browser.follow(page.locator("table.work tbody th a").first());
            browser.usableByEverybody("arbetslista-forlopp-smal");
            var form = page.locator("form[action='/arbetslista/overlamna']");
            page.locator("section:has(#handover) summary").click();
            form.locator("select[name='till']").selectOption(OTHER_CLINIC);
            form.locator("[name='text']").fill("Tider finns hos er i januari.");
            browser.follow(form.locator("button"));
            assertThat(page.locator("table.work").textContent()).contains("ej mottagen");

            page.locator("details:has(form[action='/uppdrag']) > summary").click();
            browser.follow(page.locator("form[action='/uppdrag'] button").first());
            browser.usableByEverybody("arbetslista-overlamnad-smal");
            browser.follow(page.locator(".coming-one:has-text('januari') button[value='ta-emot']"));
            assertThat(page.locator("section:has(#handover)").textContent()).contains("Mottagen");

            browser.open("/arbetslista?vardforlopp=aggstockscancer");
            assertThat(page.locator("table.work tbody tr:not(.group)").count()).isEqualTo(1);
            page.context().clearCookies();
            list(browser, "vardforlopp=aggstockscancer");
            assertThat(page.locator("table.work tbody tr:not(.group)").count()).isZero();
        }
    }

    private static Page breast(Browser browser) {
        return list(browser, "vardforlopp=brostcancer");
    }

    private static Page list(Browser browser, String choice) {
        browser.signedInAs("koordinator");
        return browser.open("/arbetslista?" + choice);
    }

    private static void named(Browser browser, String task) {
        var page = browser.page();
        var form = page.locator("form[action$='/utse']:has(input[value='" + task + "'])");
        page.locator("details:has(input[value='" + task + "']) > summary").click();
        browser.follow(form.locator("button"));
        assertThat(page.locator("section:has(#people)").textContent()).contains("Kontaktsjuksköterska");
    }

    private static void typed(Browser browser, String point, String day) {
        var page = browser.page();
        var form = page.locator("form[action$='/punkt']");
        form.locator("select[name='punkt']").selectOption(point);
        form.locator("input[name='dag']").fill(day);
        browser.follow(form.locator("button"));
        assertThat(page.locator("section:has(#events) tbody").allTextContents()).anyMatch(rows -> rows.contains(day));
    }

    private static void booked(Browser browser, String point, String day) {
        var page = browser.page();
        page.locator("details:has(form[action$='/bokning']) > summary").click();
        var form = page.locator("form[action$='/bokning']");
        form.locator("select[name='punkt']").selectOption(point);
        form.locator("input[name='dag']").fill(day);
        browser.follow(form.locator("button"));
        assertThat(page.locator("section:has(#events) tbody").allTextContents()).anyMatch(rows -> rows.contains(day));
    }
}
