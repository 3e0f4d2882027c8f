package se.varjedag.app.results.yearly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Issues;
import se.varjedag.app.results.Issues.Draft;
import se.varjedag.app.results.PublishedContents;
import se.varjedag.app.results.Step;
import se.varjedag.app.strategy.ActionPlans;
import se.varjedag.app.strategy.Activities;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Status;
import se.varjedag.app.web.figure.Span;

class YearlyAccountTest {
    private static final Span SPRING = new Span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 4, 30));
    private static final Span SUMMER = new Span(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 8, 31));
    private static final String PAGE = "/resultat/redovisning?sjukvardsregion=sydöst&ar=2024";
    private static final String FILE = "/resultat/redovisning.%s?sjukvardsregion=sydöst&ar=2024";

    private static Installation installation;
    private static Issues issues;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("paula", "paula", new Assignment(Role.PROGRAMME_OFFICE, "05")), Ward.PASSWORD);
        Accounts.write(home, new Account("nora", "nora", new Assignment(Role.PROGRAMME_OFFICE, "25")), Ward.PASSWORD);
        installation = Installation.serving(home);
        issues = installation.bean(Issues.class);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    /// In the spring of 2024 40 treated for breast cancer in 05 and four for each of three others, in the summer 30 of
    /// the first.
    @BeforeEach
    void afresh() throws Exception {
        installation.empty();
        var lines = new ArrayList<String>();
        lines.add("person,code,time,region,home_region,unit,source,id");
        for (int person = 0; person < 82; person++) {
            var code = person < 40 || person >= 52 ? "VG9" : person < 44 ? "VB2" : person < 48 ? "VC0" : "VJ1";
            var start = LocalDate.of(2024, person < 52 ? 1 : 5, 5).plusDays(person % 20);
            lines.add("p%d,%s10,%s,05,05,U1,s,%da".formatted(person, code, start, person));
            lines.add("p%d,%s50,%s,05,05,U1,s,%db".formatted(person, code, start.plusDays(15 + person % 20), person));
        }
        installation.read("a.csv", lines.toArray(String[]::new));
        installation.timeline().refresh();
    }

    private static long frozen(Span span) {
        long id = issues.draft(
                new Draft("sydöst", "Rapport", span, Instant.now(), LocalDate.of(2024, 12, 1)),
                PublishedContents.paula());
        issues.take(id, Step.COMMENTING, PublishedContents.paula());
        issues.comment(id, "brostcancer", "Salar <i>stod</i>", "Fler salar", PublishedContents.paula());
        issues.take(id, Step.REVIEW, PublishedContents.paula());
        issues.freeze(id, PublishedContents.paula());
        return id;
    }

    private static String docx(byte[] file) throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file));
                var words = new XWPFWordExtractor(document)) {
            assertThat(document.getParagraphs().stream().map(one -> String.valueOf(one.getStyle())))
                    .contains("Heading1", "Heading2", "Heading3");
            return words.getText().replace('\u00a0', ' ');
        }
    }

    private static String pdf(byte[] file) throws Exception {
        try (var pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
        }
    }

    @Test
    void page_docx_and_pdf_tell_the_frozen_figures_of_the_year_beside_one_another() throws Exception {
        frozen(SPRING);
        long summer = frozen(SUMMER);
        var line = issues.content(issues.byId(summer).orElseThrow())
                .line("brostcancer", Content.WHOLE)
                .orElseThrow()
                .now();
        assertThat(line.n()).isEqualTo(30);
        var share = Math.round(100 * line.share().orElseThrow()) + " % (30)";
        try (var paula = new Visit(installation, "paula", Ward.PASSWORD)) {
            var page = paula.get(PAGE).body().replace('\u00a0', ' ');
            var docx = docx(paula.getBytes(FILE.formatted("docx")).body());
            var pdf = pdf(paula.getBytes(FILE.formatted("pdf")).body());
            for (var told : List.of(page, docx, pdf)) {
                assertThat(told)
                        .contains(share, "januari–april 2024", "maj–augusti 2024", "Fler salar")
                        .contains("Ingen fryst rapport finns för september–december 2024")
                        .contains("för få (40)");
            }
            assertThat(page).contains("Salar &lt;i&gt;stod&lt;/i&gt;");
            assertThat(docx).contains("Salar <i>stod</i>");
        }
    }

    @Test
    void what_is_done_is_told_as_it_stands() throws Exception {
        frozen(SPRING);
        long plan = installation
                .bean(ActionPlans.class)
                .add(
                        "sydöst",
                        "Plan",
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 12, 31),
                        "",
                        PublishedContents.paula());
        var activities = installation.bean(Activities.class);
        long id = activities.add(
                plan,
                Activity.Content.of("Urologi", "Egen mottagning för blod i urinen"),
                "",
                PublishedContents.paula());
        activities.say(id, Status.DONE, "Öppnad i mars", PublishedContents.paula());
        try (var paula = new Visit(installation, "paula", Ward.PASSWORD)) {
            assertThat(paula.get(PAGE).body()).contains("Egen mottagning för blod i urinen", "Klar", "Öppnad i mars");
            assertThat(docx(paula.getBytes(FILE.formatted("docx")).body())).contains("Öppnad i mars");
        }
    }

    @Test
    void what_is_not_published_stays_with_its_own_healthcare_region() throws Exception {
        long id = frozen(SPRING);
        try (var nora = new Visit(installation, "nora", Ward.PASSWORD)) {
            assertThat(nora.get(PAGE).body())
                    .contains("Ingen fryst rapport finns för det året")
                    .doesNotContain("Salar");
            issues.take(id, Step.PUBLISHED, PublishedContents.paula());
            assertThat(nora.get(PAGE).body()).contains("Salar");
            assertThat(nora.get("/resultat/redovisning").body()).contains("Norra sjukvårdsregionen");
        }
    }

    @Test
    void what_is_no_region_no_year_and_no_kind_of_file_is_not_there() throws Exception {
        try (var paula = new Visit(installation, "paula", Ward.PASSWORD)) {
            for (var path : List.of(
                    "/resultat/redovisning?sjukvardsregion=mars",
                    "/resultat/redovisning?ar=24",
                    "/resultat/redovisning?ar=tjugofyra",
                    "/resultat/redovisning.odt")) {
                assertThat(paula.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(paula.get("/resultat/redovisning?ar=1999").body())
                    .contains("Ingen fryst rapport finns för det året");
        }
    }
}
