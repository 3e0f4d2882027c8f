package se.varjedag.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A browser in somebody's hands: one window, one language, one size.
final class Browser implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int PATIENCE_MS = 120_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Browser(int width, ColorScheme scheme, String language) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("varjedag.chromium")))
                        .setArgs(FLAGS));
        window = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setLocale(language));
        page = window.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Browser wide() {
        return new Browser(1440, ColorScheme.LIGHT, "sv-SE");
    }

    static Browser narrow() {
        return new Browser(420, ColorScheme.LIGHT, "sv-SE");
    }

    static Browser dark() {
        return new Browser(1440, ColorScheme.DARK, "sv-SE");
    }

    static Browser english() {
        return new Browser(1440, ColorScheme.LIGHT, "en-GB");
    }

    Page page() {
        return page;
    }

    /// Opens a page of the demo.
    Page open(String path) {
        page.navigate(Demo.running().address(path));
        return page;
    }

    /// Clicks what leads to another page, and comes back when that page is whole: a click alone only waits until
    /// the first of it has come.
    Page follow(Locator link) {
        return arriving(link::click);
    }

    /// Does what leads to another page, and comes back when that page is whole.
    Page arriving(Runnable step) {
        var whole = new AtomicBoolean();
        Consumer<Page> arrival = arrived -> whole.set(true);
        page.onLoad(arrival);
        try {
            step.run();
            page.waitForCondition(whole::get);
        } finally {
            page.offLoad(arrival);
        }
        return page;
    }

    /// Signs in with one click and waits until there are figures.
    Page signedInAs(String role) {
        open("/login");
        page.locator("form:has(input[value='" + role + "']) button").click();
        page.waitForURL(address -> !address.contains("/login"));
        return page;
    }

    /// Waits until the whole simulation is there.
    void untilLoaded() {
        page.locator(".hero").waitFor();
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".progress").count() == 0;
        });
    }

    /// Everybody can use the page, the browser has nothing to complain of, and nothing sticks out at the side.
    void usableByEverybody(String name) {
        // First, for the check itself puts styles on the page and the browser complains of them.
        assertThat(complaints).as(name).isEmpty();
        var found = new AxeBuilder(page).withTags(RULES).analyze();
        complaints.clear();
        assertThat(found.getViolations())
                .as(name)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits the window")
                .isEqualTo(true);
        var folder = System.getProperty("varjedag.screenshots", "target/screenshots");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(folder, name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        window.close();
        chromium.close();
        playwright.close();
    }
}
