package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.Told;
import se.varjedag.app.timeline.ClinicalValues;
import se.varjedag.app.timeline.PersonPseudonyms;

/// A doctor looks at one patient's whole course before a visit.
class OverviewJourney {
    private static final int LONGEST_TASK_MS = 100;
    private static final int MOVES = 60;
    private static final int ROUNDS = 4;
    private static final int VALUES = 5000;
    private static final int YEARS = 20;
    private static final String NAME = "resa-oversikt";
    private static final LocalDate LAST = LocalDate.of(2024, 12, 20);

    @BeforeAll
    static void a_patient_of_twenty_years_and_five_thousand_values() {
        var demo = Demo.running().loaded();
        demo.read("resa-oversikt.csv", NAME + ",VJ110,2024-11-20,05,SIM-05-0012,,resa-oversikt,1");
        var person = demo.bean(PersonPseudonyms.class).of(NAME);
        var told = new ArrayList<Told>();
        for (int i = 0; i < VALUES; i++) {
            var day = LAST.minusYears(YEARS).plusDays(i * YEARS * 365L / VALUES);
            var item = List.of("psa", "hb", "alp", "testosterone", "creatinine").get(i % 5);
            var fact = Fact.of(Kind.LABORATORY, item, day).number(1 + i % 97, "x");
            told.add(new Told(person, "SIM-05-0012", Origin.FEED, "resa-lab", "v" + i, fact, null));
        }
        demo.bean(ClinicalValues.class).add(told);
    }

    @Test
    void a_doctor_reads_the_whole_course_with_the_mouse_and_the_keyboard() {
        try (var browser = Browser.wide()) {
            var page = overview(browser);
            browser.usableByEverybody("patientoversikt");
            assertThat(page.locator("svg.course .lane").count()).isGreaterThan(1);

            assertThat(longestTask(page)).isLessThan(LONGEST_TASK_MS);
            page.locator("[data-overview]").focus();
            for (var key : List.of("+", "+", "-")) {
                var shown = page.url();
                page.keyboard().press(key);
                page.waitForCondition(() -> !page.url().equals(shown));
            }
            var last = page.locator("[data-line-day]").textContent();
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("[data-line-day]").textContent()).isLessThan(last);

            page.locator(".overview .switch label").nth(1).click();
            assertThat(page.locator(".picture-table tbody tr").first().isVisible())
                    .isTrue();
            browser.usableByEverybody("patientoversikt-tabell");
        }
    }

    /// The longest task of the browser while the line is led over the picture and the picture is dragged, in
    /// milliseconds: the best of some rounds, for what the page costs it costs each time, and other programs
    /// on the machine come and go.
    private static double longestTask(Page page) {
        page.evaluate("() => new PerformanceObserver(list => list.getEntries().forEach("
                + "one => { window.longest = Math.max(window.longest, one.duration); })).observe({type: 'longtask'})");
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS && best >= LONGEST_TASK_MS; round++) {
            page.evaluate("() => { window.longest = 0; }");
            pan(page);
            best = Math.min(best, ((Number) page.evaluate("() => window.longest")).doubleValue());
        }
        return best;
    }

    private static void pan(Page page) {
        var picture = page.locator("[data-overview]").boundingBox();
        for (int i = 0; i < MOVES; i++) {
            page.mouse().move(picture.x + 200 + i * (picture.width - 260) / MOVES, picture.y + 80);
        }
        var shown = page.url();
        page.mouse().move(picture.x + picture.width * 2 / 3, picture.y + 80);
        page.mouse().down();
        for (int i = 0; i < MOVES; i++) {
            page.mouse().move(picture.x + picture.width * 2 / 3 + i * 3, picture.y + 80);
        }
        page.mouse().up();
        page.waitForCondition(() -> !page.url().equals(shown));
    }

    @Test
    void performance_is_typed_once_and_taken_back_on_a_phone() {
        try (var browser = Browser.narrow()) {
            var page = overview(browser);
            browser.usableByEverybody("patientoversikt-smal");
            var form = page.locator(".typing form:has(input[value='funktion'])");
            form.locator("select[name='vad']").selectOption(new SelectOption().setIndex(1));
            browser.follow(form.locator("button"));
            page.locator(".overview .switch label").nth(1).click();
            var back = page.locator(".picture-table form button");
            int typed = back.count();
            assertThat(typed).isPositive();
            browser.follow(back.first());
            assertThat(page.locator(".picture-table form button").count()).isEqualTo(typed - 1);
        }
    }

    @Test
    void it_is_printed_on_one_page_that_lies_down() throws IOException {
        try (var browser = Browser.wide()) {
            var paper = overview(browser).pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
            try (var pdf = Loader.loadPDF(paper)) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                var size = pdf.getPage(0).getMediaBox();
                assertThat(size.getWidth()).isGreaterThan(size.getHeight());
            }
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
        var person = Demo.running().bean(PersonPseudonyms.class).of(NAME);
        var page = browser.open("/patient/" + person + "/oversikt?period=allt");
        page.locator("svg.course").waitFor();
        return page;
    }
}
