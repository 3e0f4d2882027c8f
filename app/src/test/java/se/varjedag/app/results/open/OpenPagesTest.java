package se.varjedag.app.results.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.Sha256;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Issues;
import se.varjedag.app.results.Issues.Draft;
import se.varjedag.app.results.PublishedContents;
import se.varjedag.app.results.Step;
import se.varjedag.app.web.figure.Span;

/// The open pages as somebody meets them who has no account.
class OpenPagesTest {
    private static final Span SPRING = new Span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 30));
    private static final Span SUMMER = new Span(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 8, 31));
    private static final List<String> PAGES = List.of(
            "/oppet",
            "/oppet/resultat/sydost-1",
            "/oppet/resultat/sydost-1/alla",
            "/oppet/resultat/sydost-1/brostcancer",
            "/oppet/diagram/sydost-1/brostcancer",
            "/oppet/vantetider",
            "/oppet/vantetider?vardforlopp=brostcancer",
            "/oppet/vardforloppen",
            "/oppet/om-matten",
            "/oppet/data");
    private static final List<String> FILES = List.of(
            "/oppet/resultat/sydost-1/resultat.csv",
            "/oppet/resultat/sydost-1/resultat.json",
            "/oppet/resultat/sydost-1/resultat.xlsx",
            "/oppet/data/resultat.csv",
            "/oppet/data/resultat.json");

    private static Installation installation;
    private static Issues issues;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("paula", "paula", new Assignment(Role.PROGRAMME_OFFICE, "05")), Ward.PASSWORD);
        installation = Installation.serving(home);
        issues = installation.bean(Issues.class);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    /// In each third of 2024 120 treated for breast cancer in 05, twenty and three for two others.
    @BeforeEach
    void afresh() throws Exception {
        installation.empty();
        var lines = new ArrayList<String>();
        lines.add("person,code,time,region,home_region,unit,source,id");
        for (int person = 0; person < 286; person++) {
            int at = person % 143;
            var code = at < 120 ? "VG9" : at < 140 ? "VC0" : "VB2";
            var start = LocalDate.of(2024, person < 143 ? 1 : 5, 5).plusDays(at % 30);
            lines.add("p%d,%s10,%s,05,05,U1,s,%da".formatted(person, code, start, person));
            lines.add("p%d,%s50,%s,05,05,U1,s,%db".formatted(person, code, start.plusDays(15 + at % 40), person));
        }
        installation.read("a.csv", lines.toArray(String[]::new));
        installation.timeline().refresh();
        Thread.sleep(1100);
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.port() + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String text(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static long drafted(Span span) {
        return issues.draft(
                new Draft("sydöst", "Utkast", span, Instant.now(), LocalDate.of(2024, 12, 1)),
                PublishedContents.paula());
    }

    private static long frozen(Span span) {
        long id = drafted(span);
        issues.take(id, Step.COMMENTING, PublishedContents.paula());
        issues.comment(id, "brostcancer", "Salar <i>stod</i>", "Fler salar", PublishedContents.paula());
        issues.take(id, Step.REVIEW, PublishedContents.paula());
        issues.freeze(id, PublishedContents.paula());
        return id;
    }

    private static long published(Span span) throws Exception {
        long id = frozen(span);
        issues.take(id, Step.PUBLISHED, PublishedContents.paula());
        Thread.sleep(1100);
        return id;
    }

    @Test
    void before_anything_is_published_the_pages_say_so_and_who_does_it() throws Exception {
        assertThat(text("/oppet")).contains("Inget är publicerat än", "Programkontoret");
        assertThat(text("/oppet?lang=en")).contains("Nothing is published yet", "lang=\"en\"");
        assertThat(text("/oppet/vantetider")).contains("Inget är publicerat än");
        assertThat(text("/oppet/data/resultat.csv").lines()).hasSize(1);
        assertThat(text("/oppet/data/resultat.json")).contains("\"editions\":[]");
    }

    @Test
    void nothing_but_what_is_published_is_there_and_everything_else_still_asks_who_one_is() throws Exception {
        long frozen = frozen(SUMMER);
        drafted(SPRING);
        long dropped = drafted(SPRING);
        issues.take(dropped, Step.DROPPED, PublishedContents.paula());
        Thread.sleep(1100);
        for (var path : PAGES.subList(1, 5)) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get(FILES.getFirst()).statusCode()).isEqualTo(404);
        assertThat(text("/oppet")).doesNotContain("Utkast", "Salar");

        issues.take(frozen, Step.PUBLISHED, PublishedContents.paula());
        Thread.sleep(1100);
        for (var path : PAGES) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
        for (var path : List.of(
                "/oppet/resultat/sydost-2",
                "/oppet/resultat/sydost-1/finnsinte",
                "/oppet/resultat/sydost-1/resultat.docx",
                "/oppet/vantetider?vardforlopp=finnsinte",
                "/oppet/vantetider?period=2024-05-02--2024-08-31",
                "/oppet/resultat",
                "/oppet/x/y/z")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Det finns ingen sådan sida");
        }
        for (var path : List.of("/", "/resultat", "/resultat/" + frozen, "/laget", "/metod/resultat", "/oppetx")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(header(answer, "Location")).endsWith("/login");
        }
    }

    @Test
    void nobody_gets_a_cookie_a_script_or_a_form_that_sends() throws Exception {
        published(SUMMER);
        for (var path : PAGES) {
            var answer = get(path);
            assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .as(path)
                    .doesNotContain("<script", "_csrf", "method=\"post\"", "noindex", "style=\"")
                    .contains("rel=\"canonical\"", "hreflang=\"en\"", "name=\"description\"");
        }
        assertThat(get("/oppet/x").headers().allValues("Set-Cookie")).isEmpty();
        assertThat(get("/oppet", "Cookie", "varjedag=x; sprak=en").headers().allValues("Set-Cookie"))
                .isEmpty();
        assertThat(new String(
                        get("/oppet", "Cookie", "sprak=en", "Accept-Language", "en")
                                .body(),
                        StandardCharsets.UTF_8))
                .contains("lang=\"sv\"");
    }

    @Test
    void the_same_number_stands_on_the_open_page_in_its_files_and_in_the_issues_own_workbook() throws Exception {
        long id = published(SUMMER);
        var now = issues.content(issues.byId(id).orElseThrow())
                .line("", Content.WHOLE)
                .orElseThrow()
                .now();
        assertThat(now.n()).isPositive();
        var share = String.valueOf(now.share().orElseThrow());
        var counted = now.n() + "," + now.withLimit() + "," + now.within() + "," + share;

        assertThat(text("/oppet/resultat/sydost-1/resultat.csv")).contains(counted);
        assertThat(text("/oppet/data/resultat.csv")).contains(counted);
        for (var path : List.of("/oppet/resultat/sydost-1/resultat.json", "/oppet/data/resultat.json")) {
            assertThat(text(path)).contains("\"n\":" + now.n() + ",", "\"share\":" + share + ",");
        }
        try (var paula = new Visit(installation, "paula", Ward.PASSWORD)) {
            assertThat(numbers(
                            paula.getBytes("/resultat/" + id + "/resultat.xlsx").body()))
                    .contains((double) now.n(), Double.valueOf(share));
        }
        assertThat(numbers(get("/oppet/resultat/sydost-1/resultat.xlsx").body()))
                .contains((double) now.n(), Double.valueOf(share));
        var percent = Math.round(100 * now.share().orElseThrow()) + "\u00a0%";
        for (var path : List.of("/oppet/resultat/sydost-1", "/oppet/resultat/sydost-1/alla", "/oppet/vantetider")) {
            assertThat(text(path)).contains(">" + now.n() + "<", ">" + percent);
        }
        assertThat(paper("/oppet/resultat/sydost-1/resultat.pdf"))
                .contains(now.n() + " ", percent.replace('\u00a0', ' '));
        for (var path : FILES.subList(0, 2)) {
            assertThat(text(path).lines()).noneMatch(line -> line.contains(",3,3,"));
        }
    }

    private String paper(String path) throws Exception {
        try (var pdf = Loader.loadPDF(get(path).body())) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
        }
    }

    @Test
    void the_paper_names_nobody_and_is_made_once_for_all_who_ask_for_it() throws Exception {
        published(SUMMER);
        var path = "/oppet/resultat/sydost-1/resultat.pdf";
        var first = get(path);
        assertThat(header(first, "Content-Type")).isEqualTo("application/pdf");
        assertThat(get(path, "If-None-Match", header(first, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(paper(path))
                .contains("Publicerad")
                .doesNotContain(PublishedContents.paula().name());
        assertThat(paper(path + "?lang=en")).contains("Published").doesNotContain("Publicerad");
        assertThat(get("/oppet/resultat/sydost-9/resultat.pdf").statusCode()).isEqualTo(404);
    }

    private static List<Double> numbers(byte[] workbook) throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            var numbers = new ArrayList<Double>();
            for (var row : book.getSheetAt(0)) {
                for (var cell : row) {
                    if (cell.getCellType() == CellType.NUMERIC) {
                        numbers.add(cell.getNumericCellValue());
                    }
                }
            }
            return numbers;
        }
    }

    @Test
    void a_page_and_a_file_are_asked_for_once_and_are_others_after_an_erratum() throws Exception {
        long id = published(SUMMER);
        for (var path : List.of("/oppet/resultat/sydost-1", "/oppet/data/resultat.json")) {
            var first = get(path);
            var tag = header(first, "ETag");
            assertThat(tag).matches("\"[0-9a-f]{32}\"");
            assertThat(header(first, "Cache-Control")).contains("public", "max-age=300");
            assertThat(header(get(path), "ETag")).isEqualTo(tag);
            var again = get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            var packed = get(path, "Accept-Encoding", "gzip");
            assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
            assertThat(header(packed, "Vary")).contains("Accept-Encoding");
            assertThat(header(packed, "ETag")).isNotEqualTo(tag);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                    .isEqualTo(first.body());
        }
        var tag = header(get("/oppet/resultat/sydost-1"), "ETag");
        issues.correct(id, "Median ska vara <b>34</b>", PublishedContents.paula());
        Thread.sleep(1100);

        var corrected = get("/oppet/resultat/sydost-1", "If-None-Match", tag);
        assertThat(corrected.statusCode()).isEqualTo(200);
        assertThat(new String(corrected.body(), StandardCharsets.UTF_8))
                .contains("Rättelse 1", "Median ska vara &lt;b&gt;34", "Salar &lt;i&gt;stod", "Fler salar")
                .doesNotContain("Paula Programkontor");
    }

    @Test
    void only_the_picture_may_stand_inside_the_pages_of_others() throws Exception {
        published(SUMMER);
        for (var path : PAGES) {
            var answer = get(path);
            boolean picture = path.startsWith("/oppet/diagram/");
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(path)
                    .contains(picture ? "frame-ancestors *" : "frame-ancestors 'none'", "script-src 'self'");
            assertThat(header(answer, "X-Frame-Options")).as(path).isEqualTo(picture ? "" : "DENY");
        }
        assertThat(text("/oppet/resultat/sydost-1/brostcancer"))
                .contains("/oppet/diagram/sydost-1/brostcancer", "&lt;iframe src=");
        assertThat(header(get("/oppet/data/resultat.json"), "Access-Control-Allow-Origin"))
                .isEqualTo("*");
        for (var path : List.of("/oppet", "/oppet/resultat/sydost-1", "/login", "/resultat")) {
            assertThat(header(get(path, "Origin", "https://other.example"), "Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void nothing_is_taken_there(String method) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.port() + "/oppet"))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void the_head_alone_is_answered_without_a_body() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + installation.port() + "/oppet"))
                            .HEAD()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(header(answer, "ETag")).isNotEmpty();
        }
    }

    @Test
    void an_issue_about_months_that_are_told_of_already_is_not_published() throws Exception {
        published(SUMMER);
        long same = frozen(new Span(LocalDate.of(2024, 8, 1), LocalDate.of(2024, 12, 31)));
        try (var paula = new Visit(installation, "paula", Ward.PASSWORD)) {
            var answer = paula.post(
                    "/resultat/" + same + "/steg",
                    "application/x-www-form-urlencoded",
                    "steg=" + URLEncoder.encode("published", StandardCharsets.UTF_8));
            assertThat(header(answer, "Location")).endsWith("/resultat/" + same + "?fel=overlapp");
            assertThat(paula.page("/resultat/" + same + "?fel=overlapp", "sv").body())
                    .contains("en annan utgåva för samma sjukvårdsregion");
        }
        assertThat(issues.byId(same).orElseThrow().step()).isEqualTo(Step.FROZEN);
        assertThat(get("/oppet/resultat/sydost-2").statusCode()).isEqualTo(404);
        long before = published(SPRING);
        assertThat(issues.byId(before).orElseThrow().step()).isEqualTo(Step.PUBLISHED);
    }

    @Test
    void a_difference_is_told_only_when_the_period_before_was_published_too() throws Exception {
        published(SUMMER);
        assertThat(text("/oppet/resultat/sydost-1")).doesNotContain("procentenheter");
        assertThat(paper("/oppet/resultat/sydost-1/resultat.pdf")).doesNotContain("procentenheter");
        published(SPRING);
        assertThat(text("/oppet/resultat/sydost-1")).contains("procentenheter");
        assertThat(paper("/oppet/resultat/sydost-1/resultat.pdf")).contains("procentenheter");
        assertThat(text("/oppet/resultat/sydost-2")).doesNotContain("procentenheter");
    }

    @Test
    void every_page_is_there_in_both_languages_with_links_that_keep_the_language() throws Exception {
        published(SUMMER);
        for (var path : PAGES) {
            var english = path + (path.contains("?") ? "&" : "?") + "lang=en";
            assertThat(text(path)).as(path).contains("<html lang=\"sv\"");
            assertThat(text(english)).as(path).contains("<html lang=\"en\"").doesNotContain("visas inte");
        }
        assertThat(text("/oppet?lang=en")).contains("href=\"/oppet/vantetider?lang=en\"");
        assertThat(text("/oppet/vardforloppen"))
                .contains(
                        "Bröstcancer", "35\u00a0dagar", "28\u00a0dagar", "2015-12-21 till 2024-01-23", "gräns saknas");
        assertThat(text("/oppet/data"))
                .contains(
                        "CC0",
                        Sha256.hex(get("/oppet/data/resultat.csv").body()).substring(0, 8),
                        "with_limit");
    }
}
