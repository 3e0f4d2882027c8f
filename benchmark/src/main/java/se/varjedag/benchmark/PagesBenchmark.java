package se.varjedag.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `./varjedag benchmark pages`: from the request to the last byte of every page, over HTTP, of a server that runs the
/// demo: first after a start, and then with one selection after the other.
final class PagesBenchmark {
    private static final List<Page> PAGES = List.of(
            new Page("Läget", "/laget"),
            new Page("Vårdförlopp", "/vardforlopp"),
            new Page("Ett vårdförlopp", "/vardforlopp/lungcancer"),
            new Page("Ledtider", "/folj-upp/ledtider"),
            new Page("Flaskhalsar", "/folj-upp/flaskhalsar"),
            new Page("Flaskhalsar: ett steg", "/folj-upp/flaskhalsar/steg?steg=specimen-taken..pathology-reported"),
            new Page(
                    "Flaskhalsar: vilka det kostade gränsen",
                    "/folj-upp/flaskhalsar/patienter?steg=specimen-taken..pathology-reported"),
            new Page("Jämför", "/folj-upp/jamfor"),
            new Page("Jämför: patologi", "/folj-upp/jamfor/patologi"),
            new Page("Jämför: radiologi", "/folj-upp/jamfor/radiologi"),
            new Page("Förändring", "/folj-upp/forandring"),
            new Page("Flöde", "/folj-upp/flode"),
            new Page("Tänk om", "/folj-upp/tank-om"),
            new Page("Jämlikhet", "/folj-upp/jamlikhet"),
            new Page("Registrering", "/folj-upp/registrering"),
            new Page("Metod", "/metod"),
            new Page("Metod: andel i tid", "/metod/andel-i-tid"),
            new Page("Metod: prognos", "/metod/prognos"),
            new Page("Data", "/data"));

    private static final List<String> PATHWAYS = List.of(
            "brostcancer",
            "prostatacancer",
            "tjock-och-andtarmscancer",
            "hudmelanom",
            "huvud-och-halscancer",
            "maligna-lymfom-och-kll",
            "aggstockscancer",
            "njurcancer");
    private static final List<String> REGIONS = List.of(
            "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21", "22",
            "23", "24", "25");

    private final Path root;
    private final Path home;
    private final int runs;

    private record Page(String name, String path) {

        /// Whether what it shows hangs on what is chosen.
        boolean selects() {
            return path.startsWith("/laget") || path.startsWith("/vardforlopp") || path.startsWith("/folj-upp");
        }

        String with(String selection) {
            return path + (path.contains("?") ? "&" : "?") + selection;
        }
    }

    private record Measured(Page page, double first, double start, Times later) {}

    private PagesBenchmark(Path root, Path home, int runs) {
        this.root = root;
        this.home = home;
        this.runs = runs;
    }

    /// Measures, and writes `docs/benchmark-pages.md`.
    static void run(Path root, Path folder, int runs) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var benchmark = new PagesBenchmark(root, folder.toAbsolutePath().resolve("pages-home"), runs);
        var text = text(benchmark.measured(), runs);
        System.out.println(text);
        Files.writeString(root.resolve("docs/benchmark-pages.md"), text);
    }

    private List<Measured> measured() throws IOException, InterruptedException {
        DemoServer.start(root, home).close();
        var firsts = new double[PAGES.size()];
        var starts = new double[PAGES.size()];
        for (int i = 0; i < PAGES.size(); i++) {
            try (var server = DemoServer.start(root, home)) {
                starts[i] = server.secondsToFigures();
                firsts[i] = server.time(PAGES.get(i).path());
                System.err.printf(
                        Locale.ROOT,
                        "%s: %.0f ms, after a start of %.1f s%n",
                        PAGES.get(i).name(),
                        firsts[i],
                        starts[i]);
            }
        }
        var measured = new ArrayList<Measured>();
        try (var server = DemoServer.start(root, home)) {
            for (int i = 0; i < PAGES.size(); i++) {
                var page = PAGES.get(i);
                server.time(page.path());
                var later = new Times();
                for (int run = 0; run < runs; run++) {
                    later.add(server.time(page.selects() ? page.with(selection(run)) : page.path()));
                }
                measured.add(new Measured(page, firsts[i], starts[i], later));
                System.err.printf(
                        Locale.ROOT,
                        "%s: %.0f ms in the middle, at most %.0f%n",
                        page.name(),
                        later.median(),
                        later.longest());
            }
        }
        return measured;
    }

    /// Another selection each time: the whole country in another year, a region in another year, a pathway in a region.
    private static String selection(int run) {
        int turn = run / 3;
        var last = YearMonth.now(ZoneId.of("Europe/Stockholm")).minusMonths(2L + turn % 24);
        return switch (run % 3) {
            case 0 -> "to=" + last;
            case 1 -> "region=" + REGIONS.get(turn % REGIONS.size()) + "&to=" + last;
            default ->
                "svf=" + PATHWAYS.get(turn % PATHWAYS.size()) + "&region=" + REGIONS.get(turn % REGIONS.size())
                        + "&to=" + last;
        };
    }

    private static String text(List<Measured> measured, int runs) throws IOException {
        var text = new StringBuilder("""
                # How fast a page comes

                """);
        for (var one : measured) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f ms | %.0f ms | %.0f ms | %.0f ms |%n",
                    one.page().name(),
                    one.first(),
                    one.later().median(),
                    one.later().quantile(0.99),
                    one.later().longest()));
        }
        return text.append('\n').append(Report.machine()).append(runs).toString();
    }
}
