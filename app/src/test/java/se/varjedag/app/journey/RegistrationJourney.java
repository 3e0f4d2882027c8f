package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RegistrationJourney {

    private static final String FILE = """
            svf,region,period,n,within
            ,12,2024,5000,900
            ,01,2024,1,
            snuva,12,2024,3,1
            """;

    @Test
    void a_data_steward_sees_what_to_correct_and_lays_the_regions_own_figures_beside_ours() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("registerkansli");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/registrering");
            assertThat(page.locator("#avvikelser tbody tr").count()).isPositive();
            browser.usableByEverybody("registrering");

            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("egna.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
            page.getByText("Läs in siffrorna").click();
            page.waitForURL("**/registrering?leverans=*");

            assertThat(page.locator("#avstamning tbody tr").count()).isEqualTo(2);
            assertThat(page.locator("body").textContent()).contains("Inget vårdförlopp har detta id");
            browser.follow(page.locator("#avstamning tbody a").last());
            page.locator("#skillnad .patients summary").first().click();
            assertThat(page.locator("#skillnad code").first().isVisible()).isTrue();
            browser.usableByEverybody("registrering-avstamning");
        }
    }

    @Test
    void a_process_leader_sees_numbers_but_no_single_pathway_and_it_holds_on_a_phone() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            var page = browser.open("/folj-upp/registrering?region=12");
            assertThat(page.locator(".patients").count()).isZero();
            assertThat(page.locator("input[type=file]").count()).isZero();
            browser.usableByEverybody("registrering-smal");
        }
    }
}
