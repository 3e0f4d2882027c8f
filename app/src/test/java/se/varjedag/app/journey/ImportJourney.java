package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportJourney {

    private static final String FILE = """
            person,code,time,unit,region,source,id
            resa-1,VB210,2024-03-01,A,05,resa,1
            resa-1,VB250,2024-04-02,A,05,resa,2
            resa-2,VB210,2023-02-30,A,05,resa,3
            resa-3,hej,2024-03-01,A,05,resa,4
            """;

    @Test
    void a_data_steward_reads_in_a_file_and_sees_which_rows_could_not_be_used_and_why() {
        try (var browser = Browser.wide()) {
            browser.signedInAs("registerkansli");
            browser.untilLoaded();
            var page = browser.open("/data");
            browser.usableByEverybody("data");

            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("resa.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
            page.getByText("Läs in filen").click();
            page.waitForURL("**/data/*");
            page.locator("text=Vilka rader gick inte att använda?").waitFor();

            var rejects = page.locator("table").last();
            assertThat(rejects.textContent())
                    .contains("2023-02-30")
                    .contains("hej")
                    .doesNotContain("resa-2");
            browser.usableByEverybody("data-avvisade");
        }
    }

    @Test
    void somebody_else_is_told_who_can() {
        try (var browser = Browser.narrow()) {
            browser.signedInAs("processledare");
            var page = browser.open("/data");

            assertThat(page.locator("input[type=file]").count()).isZero();
            assertThat(page.getByText("Bara registerkansliet och administratören kan läsa in filer.")
                            .isVisible())
                    .isTrue();
            browser.usableByEverybody("data-smal");
        }
    }
}
