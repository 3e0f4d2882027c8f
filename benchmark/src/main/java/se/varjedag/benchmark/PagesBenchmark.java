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

    /// Of many and of few patients.
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

    private static final int STARTS = 3;

    private final Times starts = new Times();
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

    /// How long a page took the first time after each start, and with one selection after the other.
    private record Came(Page page, Times first, Times later) {}

    private PagesBenchmark(Path root, Path home, int runs) {
        this.root = root;
        this.home = home;
        this.runs = runs;
    }

    /// Measures, and writes `docs/benchmark-pages.md`.
    static void run(Path root, Path folder, int runs) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var text = new PagesBenchmark(root, folder.toAbsolutePath().resolve("pages-home"), runs).measured();
        System.out.println(text);
        Files.writeString(root.resolve("docs/benchmark-pages.md"), text);
    }

    private String measured() throws IOException, InterruptedException {
        DemoServer.start(root, home).close();
        var all = PAGES.stream()
                .map(page -> new Came(page, new Times(), new Times()))
                .toList();
        for (int start = 0; start < STARTS; start++) {
            try (var server = DemoServer.start(root, home)) {
                starts.add(server.secondsToFigures());
                for (var one : all) {
                    one.first().add(server.time(one.page().path()));
                }
                if (start == STARTS - 1) {
                    later(server, all);
                }
            }
        }
        return text(all);
    }

    private void later(DemoServer server, List<Came> all) throws IOException, InterruptedException {
        for (var one : all) {
            var page = one.page();
            for (int run = 0; run < runs; run++) {
                one.later().add(server.time(page.selects() ? page.with(selection(run)) : page.path()));
            }
            System.err.printf(
                    Locale.ROOT,
                    "%s: first %.0f ms, then %.0f ms in the middle, at most %.0f%n",
                    page.name(),
                    one.first().median(),
                    one.later().median(),
                    one.later().longest());
        }
    }

    /// Another selection each time: the whole country in another year, a region in another year, a pathway in a region.
    private static String selection(int run) {
        int turn = run / 3;
        var last = YearMonth.now(ZoneId.of("Europe/Stockholm")).minusMonths(2L + turn % 24);
        return switch (run % 3) {
            case 0 -> "to=" + last;
            case 1 -> "region=" + REGIONS.get(turn % REGIONS.size()) + "&to=" + last;
            default ->
                "svf=" + PATHWAYS.get(turn % PATHWAYS.size()) + "&region=" + REGIONS.get(turn % REGIONS.size()) + "&to="
                        + last;
        };
    }

    private String text(List<Came> all) throws IOException {
        var lines = new ArrayList<String>();
        for (var one : all) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms |",
                    one.page().name(),
                    one.first().median(),
                    one.first().longest(),
                    one.later().median(),
                    one.later().quantile(0.99),
                    one.later().longest()));
        }
        return String.format(
                Locale.ROOT,
                """
                # How fast a page comes

                Written by `./varjedag benchmark pages`. A server is started as the demo is, on a home of its own, with the
                synthetic Sweden of the demo (a tenth of the country, four years), and somebody is signed in. A start before those
                that are measured made the home and left the cache of loaded classes, as the first start on any machine does. The
                time goes from the request to the last byte of the page, in Swedish, compressed as a browser asks for it, over HTTP
                on the same machine.

                *First after a start*: every page once, one after the other down the table, from the moment all figures are there;
                of %d starts the middle and the longest. *Then*: %d selections of each page, no two alike: the whole country, one
                region, and one pathway in one region, each in another twelve months. Pages without a selection are asked again.

                | page | first after a start | longest | then, median | 99th of 100 | longest |
                |---|---:|---:|---:|---:|---:|
                %s

                From the command to the last of the figures, the database among it: %.1f s in the middle, %.1f s at most.

                %s""",
                STARTS,
                runs,
                String.join("\n", lines),
                starts.median(),
                starts.longest(),
                Report.machine().replace("DuckDB 2.0.0.1, ", ""));
    }
}
