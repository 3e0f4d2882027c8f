package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.access.DemoPatient;

/// One patient as her coordinator, her nurse, her doctor and she herself see her.
class SamePatientJourney {
    private static UUID person = new UUID(0, 0);

    /// How a page says that she stands.
    ///
    /// @param days days used of the limit
    /// @param next the next step
    /// @param day the day for it
    private record Stands(String days, String next, String day) {}

    @BeforeAll
    static void somebody_who_waits_at_the_clinic() {
        person = Demo.running().loaded().bean(DemoPatient.class).person().orElseThrow();
    }

    @Test
    void all_who_meet_her_see_the_same_days_the_same_next_step_and_the_same_date() {
        both(Browser::wide);
    }

    @Test
    void it_is_the_same_in_english() {
        both(Browser::english);
    }

    private static void both(Supplier<Browser> language) {
        var coordinator = onTheList(language, "koordinator");
        assertThat(coordinator.day()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(onTheList(language, "kontaktsjukskoterska")).isEqualTo(coordinator);
        assertThat(onThePathway(language, "koordinator")).isEqualTo(coordinator);
        assertThat(inTheOverview(language)).isEqualTo(coordinator);
        assertThat(inHerPlan(language)).isEqualTo(coordinator);
    }

    private static Stands onTheList(Supplier<Browser> language, String account) {
        try (var browser = language.get()) {
            browser.signedInAs(account);
            var row = browser.open("/arbetslista").locator("tr:has(th a[href*='" + person + "'])");
            return new Stands(
                    text(row.locator("td.num:not(.chance) small")),
                    text(row.locator("td.next b")),
                    day(row.locator("td.by time")));
        }
    }

    private static Stands onThePathway(Supplier<Browser> language, String account) {
        try (var browser = language.get()) {
            browser.signedInAs(account);
            var page = browser.open("/arbetslista");
            browser.follow(page.locator("th a[href*='" + person + "']"));
            var next = page.locator("#next-step");
            return new Stands(
                    page.locator("[data-days]").getAttribute("data-days"),
                    next.getAttribute("data-next"),
                    next.getAttribute("data-day"));
        }
    }

    private static Stands inTheOverview(Supplier<Browser> language) {
        try (var browser = language.get()) {
            browser.signedInAs("lakare");
            var page = browser.open("/patient/" + person + "/oversikt");
            var stands = page.locator("dl.standing");
            return new Stands(
                    text(stands.locator("[data-days]")),
                    text(stands.locator("[data-next]")),
                    day(stands.locator("time")));
        }
    }

    private static Stands inHerPlan(Supplier<Browser> language) {
        try (var browser = language.get()) {
            browser.signedInAs("patient");
            var page = browser.open("/min-vardplan");
            var next = page.locator("section.my-next");
            return new Stands(
                    page.locator(".my-days").getAttribute("data-days"),
                    next.getAttribute("data-next"),
                    next.getAttribute("data-day"));
        }
    }

    private static String text(Locator one) {
        return one.textContent().strip();
    }

    private static String day(Locator time) {
        return time.getAttribute("datetime");
    }
}
