package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LagetJourney {

    @Test
    void a_process_leader_sees_where_the_days_were_lost_and_that_the_steps_add_up() {
        try (var browser = Browser.wide()) {
            var page = browser.signedInAs("processledare");
            browser.untilLoaded();

            var lost = page.locator(".hero").textContent();
            assertThat(lost).matches("[\\d\\u00a0]+");
            assertThat(page.locator("#steg tfoot tr")
                            .last()
                            .locator("td")
                            .first()
                            .textContent())
                    .isEqualTo(lost);
            assertThat(page.locator("#regioner tbody tr").count()).isGreaterThanOrEqualTo(22);
            assertThat(page.locator("#overtid svg[role=img]:visible").count()).isEqualTo(1);
            browser.usableByEverybody("laget");
        }
    }

    @Test
    void the_same_figures_stand_in_a_table_without_any_script() {
        try (var browser = Browser.wide()) {
            var page = browser.signedInAs("processledare");
            browser.untilLoaded();
            var lost = page.locator(".hero").textContent();

            page.locator("#overtid .switch label").last().click();

            assertThat(page.locator("#overtid .picture-chart").isVisible()).isFalse();
            assertThat(page.locator("#overtid .picture-table tbody tr").first().textContent())
                    .contains(lost);
            browser.usableByEverybody("laget-tabell");
        }
    }

    @Test
    void a_chart_can_be_taken_away_as_a_picture() throws IOException {
        try (var browser = Browser.wide()) {
            var page = browser.signedInAs("analytiker");
            browser.untilLoaded();

            page.locator("#overtid details.menu summary").click();
            var file = page.waitForDownload(
                    () -> page.locator("#overtid [data-png]").click());
            var picture = ImageIO.read(file.path().toFile());

            assertThat(file.suggestedFilename()).isEqualTo("overtid.png");
            assertThat(picture.getWidth()).isEqualTo(3 * 840);
            assertThat(colours(picture)).hasSizeGreaterThan(10);
            browser.usableByEverybody("laget-hamta");
        }
    }

    /// A picture that was drawn has letters and lines; one that was not has a single colour.
    private static Set<Integer> colours(BufferedImage picture) {
        var colours = new HashSet<Integer>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                colours.add(picture.getRGB(x, y));
            }
        }
        return colours;
    }

    @Test
    void another_selection_is_a_link_that_can_be_sent() {
        try (var browser = Browser.wide()) {
            var page = browser.signedInAs("analytiker");
            browser.untilLoaded();

            page.locator(".change summary").click();
            page.locator("select[name=region]").selectOption("12");
            page.locator(".change-form button").click();
            page.waitForURL("**region=12**");

            assertThat(page.locator(".heading .selected").textContent()).contains("Skåne");
            browser.usableByEverybody("laget-skane");
        }
    }

    @Test
    void the_page_reads_in_english_by_choice() {
        try (var browser = Browser.english()) {
            var page = browser.signedInAs("processledare");
            browser.untilLoaded();

            assertThat(page.locator("h1").textContent()).isEqualTo("Today");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            browser.usableByEverybody("laget-en");

            browser.follow(page.getByText("Svenska"));
            assertThat(page.locator("h1").textContent()).isEqualTo("Läget");
        }
    }

    @Test
    void the_page_holds_on_a_phone_and_in_the_dark() {
        try (var browser = Browser.narrow()) {
            var page = browser.signedInAs("processledare");
            browser.untilLoaded();
            assertThat(page.locator("#overtid .narrow").isVisible()).isTrue();
            browser.usableByEverybody("laget-smal");
        }
        try (var browser = Browser.dark()) {
            browser.signedInAs("processledare");
            browser.untilLoaded();
            browser.usableByEverybody("laget-mork");
        }
    }
}
