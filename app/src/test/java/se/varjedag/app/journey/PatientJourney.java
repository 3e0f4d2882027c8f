package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PatientJourney {
    /// A number that the tax agency gives out for tests; nobody has it.
    private static final String NUMBER = "191212121212";

    /// Among the days of the demo: later ones would move what every page counts to.
    private static final String FILE = """
            person,code,time,region,unit,source,id
            %1$s,VC010,2024-03-01,05,SIM-05-0012,resa-patient,1
            %1$s,imaging-performed,2024-03-06,05,SIM-05-0004,resa-patient,2
            """.formatted(NUMBER);

    @Test
    void a_doctor_opens_a_patient_of_the_unit_and_crosses_its_border_by_choice_only() {
        try (var browser = Browser.wide()) {
            broughtIn(browser);
            var page = asDoctor(browser);
            browser.usableByEverybody("patienter");

            page.locator("#find-patient").waitFor();
            page.locator("form[action='/patient'] input[name='nummer']").fill(NUMBER);
            browser.follow(page.locator("form[action='/patient'] button"));
            assertThat(page.url()).doesNotContain(NUMBER);
            assertThat(page.title()).isEqualTo("Patientens händelser · Varje dag");
            int before = events(page);
            browser.usableByEverybody("patient");

            page.locator("form:has(input[value='inom']) input[name='varfor']").fill("Planering inför MDK");
            browser.follow(page.locator("form:has(input[value='inom']) button"));
            assertThat(page.locator("form:has(input[value='inom'])").count()).isZero();
            assertThat(events(page)).isGreaterThan(before);

            page.locator("section:has(#blocks) summary").click();
            browser.usableByEverybody("patient-mer");
        }
    }

    @Test
    void who_is_not_a_patient_of_the_unit_is_unknown_and_an_emergency_asks_for_a_reason_and_the_password() {
        try (var browser = Browser.narrow()) {
            var page = asDoctor(browser);
            page.locator("form[action='/patient'] input[name='nummer']").fill("20121212-1212");
            browser.follow(page.locator("form[action='/patient'] button"));
            assertThat(page.locator("[role=alert]").isVisible()).isTrue();
            assertThat(page.url()).doesNotContain("1212");

            page.locator("section:has(#emergency) summary").click();
            assertThat(page.locator("form[action='/patient/nod'] textarea[required]")
                            .isVisible())
                    .isTrue();
            assertThat(page.locator("form[action='/patient/nod'] input[type=password][required]")
                            .isVisible())
                    .isTrue();
            browser.usableByEverybody("patienter-nodlage");
        }
    }

    private static void broughtIn(Browser browser) {
        browser.signedInAs("registerkansli");
        browser.untilLoaded();
        var page = browser.open("/data");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("resa-patient.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        page.getByText("Läs in filen").click();
        page.waitForURL("**/data/*");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".progress").count() == 0;
        });
        page.context().clearCookies();
    }

    private static Page asDoctor(Browser browser) {
        browser.signedInAs("lakare");
        return browser.open("/patient");
    }

    private static int events(Page page) {
        return page.locator("section[aria-labelledby=events] tbody tr").count();
    }
}
