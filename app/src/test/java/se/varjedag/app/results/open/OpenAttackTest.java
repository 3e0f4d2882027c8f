package se.varjedag.app.results.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.app.Installation;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.PublishedContents;
import se.varjedag.app.web.figure.Span;

/// Everything that is told in the open, read as a stranger reads it, put together by one who wants to know what is
/// hidden.
class OpenAttackTest {
    private static final Span SPRING = new Span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 30));
    private static final Span SUMMER = new Span(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 8, 31));
    private static final int FEW = 5;
    private static final List<String> MEASURES = List.of("n", "within", "late", "without", "waiting", "left");
    private static final Pattern ROW = Pattern.compile("<tr[^>]*><th scope=\"row\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile("<td class=\"num\">(.*?)</td>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]+>");

    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.serving(TestPostgres.newHome());
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void afresh() throws Exception {
        installation.empty();
        Thread.sleep(1100);
    }

    private static String get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.port() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }
    }

    /// The rows of the open file, by the names of their columns.
    private static List<Map<String, String>> file() throws Exception {
        var lines =
                get("/oppet/data/resultat.csv").replace("\ufeff", "").lines().toList();
        var heads = List.of(lines.getFirst().split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    var cells = line.split(",", -1);
                    assertThat(cells).hasSize(heads.size());
                    var row = new HashMap<String, String>();
                    for (int i = 0; i < cells.length; i++) {
                        row.put(heads.get(i), cells[i]);
                    }
                    return (Map<String, String>) row;
                })
                .toList();
    }

    private static String text(Map<String, String> row, String name) {
        return row.getOrDefault(name, "");
    }

    private static String cell(Map<String, String> row) {
        var place = switch (text(row, "level")) {
            case "healthcare-region" -> Content.WHOLE;
            case "region" -> "region-" + text(row, "code");
            // The region of a unit is known to who knows the country.
            default -> text(row, "code");
        };
        return text(row, "edition") + " " + text(row, "svf") + "/" + place;
    }

    /// The equations that anybody knows to hold: diagnoses, places, and those in time, late and without a limit.
    private static Solving solving(Map<String, Content> editions, List<Map<String, String>> rows) {
        var solving = new Solving();
        editions.forEach((edition, content) -> {
            for (var line : content.figures()) {
                var name = name(edition, line);
                solving.adds("n " + name, List.of("within " + name, "late " + name, "without " + name));
                var diagnoses = line.svf().isEmpty() ? content.at(line.place()) : List.<Line>of();
                var places = content.of(line.svf()).stream()
                        .filter(one -> line.whole()
                                ? one.ofRegion()
                                : line.ofRegion()
                                        && one.ofUnit()
                                        && one.region().equals(line.region()))
                        .toList();
                for (var parts : List.of(diagnoses, places)) {
                    if (!parts.isEmpty()) {
                        MEASURES.forEach(measure -> solving.adds(
                                measure + " " + name,
                                parts.stream()
                                        .map(one -> measure + " " + name(edition, one))
                                        .toList()));
                    }
                }
                if (!line.ofUnit()) {
                    for (var parts : List.of(diagnoses, line.whole() ? places : List.<Line>of())) {
                        if (!parts.isEmpty()) {
                            solving.adds(
                                    "included " + name,
                                    parts.stream()
                                            .map(one -> "included " + name(edition, one))
                                            .toList());
                        }
                    }
                }
            }
        });
        for (var row : rows) {
            var name = cell(row);
            for (var measure : List.of("n", "within", "waiting", "left", "included")) {
                if (!text(row, measure).isEmpty()) {
                    solving.knows(measure + " " + name, Long.parseLong(text(row, measure)));
                }
            }
            if (!text(row, "with_limit").isEmpty()) {
                long with = Long.parseLong(text(row, "with_limit"));
                solving.knows("late " + name, with - Long.parseLong(text(row, "within")));
                if (!text(row, "n").isEmpty()) {
                    solving.knows("without " + name, Long.parseLong(text(row, "n")) - with);
                }
            }
        }
        return solving;
    }

    private static String name(String edition, Line line) {
        return edition + " " + line.key();
    }

    private static final Map<String, ToLongFunction<Line>> TRUTH = Map.of(
            "n", line -> line.now().n(),
            "within", line -> line.now().within(),
            "late", line -> line.now().withLimit() - line.now().within(),
            "without", line -> line.now().n() - line.now().withLimit(),
            "waiting", line -> line.now().waiting(),
            "left", line -> line.now().left());

    /// What is found of few patients, and what is found that is not true.
    private static List<String> leaks(Map<String, Content> editions, Map<String, Long> found) {
        var leaks = new ArrayList<String>();
        editions.forEach((edition, content) -> {
            var truth = new HashMap<String, Long>();
            content.figures()
                    .forEach(line -> TRUTH.forEach((measure, value) ->
                            truth.put(measure + " " + name(edition, line), value.applyAsLong(line))));
            content.included().forEach(one -> truth.put("included " + edition + " " + one.key(), one.included()));
            truth.forEach((what, value) -> {
                var known = found.get(what);
                if (known != null && known.longValue() != value) {
                    leaks.add(what + " comes out as " + known + " but is " + value);
                } else if (known != null && value > 0 && value < FEW) {
                    leaks.add(what + " is " + value);
                }
            });
        });
        return leaks;
    }

    private static Map<String, Content> published(int seed, int most) {
        var random = new Random(seed);
        var all = new HashMap<String, Content>();
        for (var region : List.of("sydöst", "väst", "stockholm-gotland")) {
            int number = 1;
            for (var span : List.of(SPRING, SUMMER)) {
                var content = PublishedContents.content(random, region, most);
                PublishedContents.publish(installation, region, span, content);
                all.put(Edition.slug(region) + "-" + number++, content);
            }
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "2, 6", "3, 12", "4, 30", "5, 4", "6, 8"})
    void no_few_patients_can_be_worked_out_from_everything_that_is_open(int seed, int most) throws Exception {
        var editions = published(seed, most);
        Thread.sleep(1100);
        var rows = file();
        var found = solving(editions, rows).found();

        assertThat(leaks(editions, found)).isEmpty();
        assertThat(rows).anyMatch(row -> text(row, "hidden").contains("n"));
        for (var edition : editions.keySet()) {
            for (int svf = 0; svf < 4; svf++) {
                tellsNoMore(edition, "svf" + svf, rows);
            }
            tellsNoMore(edition, "", rows);
        }
    }

    /// A page, its picture for others and its texts for who cannot see tell what the file does, and days of five or
    /// more.
    private static void tellsNoMore(String edition, String svf, List<Map<String, String>> rows) throws Exception {
        var there = edition + "/" + (svf.isEmpty() ? "alla" : svf);
        var page = get("/oppet/resultat/" + there);
        var told = rows.stream()
                .filter(row ->
                        text(row, "edition").equals(edition) && text(row, "svf").equals(svf))
                .toList();
        var places = page.substring(page.indexOf("id=\"places\""), page.indexOf("id=\"days\""));
        long shares = 0;
        for (var row : found(places)) {
            var name = row.getFirst().replace("– ", "");
            var cells =
                    told.stream().filter(one -> text(one, "place").equals(name)).toList();
            if (row.getFirst().contains("enhet")) {
                assertThat(row.get(1)).isEqualTo("visas inte");
                continue;
            }
            assertThat(cells).as("%s: %s", there, row).isNotEmpty();
            assertThat(cells).as("%s: %s", there, row).anyMatch(one -> {
                var n = text(one, "n");
                return row.get(1).equals(n.isEmpty() ? "visas inte" : n)
                        && Character.isDigit(row.get(2).charAt(0))
                                == !text(one, "share").isEmpty();
            });
            shares += Character.isDigit(row.get(2).charAt(0)) ? 1 : 0;
        }
        assertThat(places.split("role=\"img\"", -1)).hasSize((int) shares + 1);
        for (var days : List.of(page.substring(page.indexOf("id=\"days\"")), get("/oppet/diagram/" + there))) {
            for (var row : found(days)) {
                if (row.getFirst().startsWith("Till och med dag")
                        || row.getFirst().equals("Senare")) {
                    assertThat(Long.parseLong(row.get(1)))
                            .as("%s: %s", there, row)
                            .isGreaterThanOrEqualTo(FEW);
                }
            }
        }
    }

    /// The name of each row and its numbers.
    private static List<List<String>> found(String html) {
        return ROW.matcher(html)
                .results()
                .map(row -> {
                    var words = new ArrayList<String>();
                    words.add(plain(row.group(1).substring(0, row.group(1).indexOf("</th>"))));
                    CELL.matcher(row.group(1)).results().forEach(cell -> words.add(plain(cell.group(1))));
                    return (List<String>) words;
                })
                .toList();
    }

    private static String plain(String html) {
        return TAG.matcher(html).replaceAll(" ").replace("\u00a0", "").strip();
    }

    @Test
    void who_is_told_one_more_number_works_out_the_rest_so_the_attack_is_one() throws Exception {
        var editions = published(2, 6);
        Thread.sleep(1100);
        var rows = file();
        var one = editions.entrySet().stream()
                .flatMap(edition -> edition.getValue().figures().stream()
                        .map(line -> Map.entry(name(edition.getKey(), line), line)))
                .filter(entry ->
                        entry.getValue().now().n() > 0 && entry.getValue().now().n() < FEW)
                .findFirst()
                .orElseThrow();
        var solving = solving(editions, rows);
        var edition = one.getKey().substring(0, one.getKey().indexOf(' '));
        var content = editions.get(edition);
        assertThat(content).isNotNull();
        // All but one of the parts of a sum, and the sum.
        solving.knows(
                "n " + edition + " " + one.getValue().svf() + "/all",
                content.line(one.getValue().svf(), Content.WHOLE)
                        .orElseThrow()
                        .now()
                        .n());
        for (var line : content.of(one.getValue().svf())) {
            if (!line.equals(one.getValue())) {
                solving.knows("n " + name(edition, line), line.now().n());
            }
        }

        assertThat(solving.found())
                .containsEntry("n " + one.getKey(), one.getValue().now().n());
    }

    @Test
    void the_country_is_told_only_when_all_six_are_there_and_none_of_them_is_hidden() throws Exception {
        var random = new Random(9);
        for (var region : Regions.healthcareRegions()) {
            assertThat(get("/oppet/vantetider")).doesNotContain("id=\"rad-riket\"");
            PublishedContents.publish(installation, region, SPRING, PublishedContents.content(random, region, 200));
            Thread.sleep(1100);
        }
        assertThat(get("/oppet/vantetider")).contains("id=\"rad-riket\"");

        PublishedContents.publish(installation, "norr", SUMMER, PublishedContents.content(new Random(1), "norr", 1));
        for (var region : Regions.healthcareRegions()) {
            if (!region.equals("norr")) {
                PublishedContents.publish(installation, region, SUMMER, PublishedContents.content(random, region, 200));
            }
        }
        Thread.sleep(1100);
        assertThat(get("/oppet/vantetider?vardforlopp=svf0"))
                .contains("visas inte", "Riket visas när")
                .doesNotContain("id=\"rad-riket\"");
        assertThat(get("/oppet/vantetider?vardforlopp=svf0&period=2024-01-01--2024-04-30"))
                .contains("id=\"rad-riket\"");
    }
}
