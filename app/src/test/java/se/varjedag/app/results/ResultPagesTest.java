package se.varjedag.app.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
import se.varjedag.app.reference.Sweden;

/// Results reports as the programme office, process leaders and readers meet them.
class ResultPagesTest {
    private static final String ENCODED = "application/x-www-form-urlencoded";
    private static Installation installation;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        account(home, "paula", Role.PROGRAMME_OFFICE, "05");
        account(home, "petra", Role.PROCESS_LEADER, "05");
        account(home, "skane", Role.PROCESS_LEADER, "12");
        account(home, "alex", Role.ANALYST, "12");
        installation = Installation.serving(home);
    }

    private static void account(se.varjedag.app.database.Home home, String name, Role role, String place) {
        Accounts.write(home, new Account(name, name, new Assignment(role, place)), Ward.PASSWORD);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    /// 120 treated for breast cancer in 05, twenty, sixty and three for three others, all in the summer of 2024.
    @BeforeEach
    void afresh() {
        installation.empty();
        var lines = new ArrayList<String>();
        lines.add("person,code,time,region,home_region,unit,source,id");
        for (int person = 0; person < 203; person++) {
            var code = person < 120 ? "VG9" : person < 140 ? "VC0" : person < 200 ? "VB2" : "VJ1";
            var start = LocalDate.of(2024, 5, 1).plusDays(person % 30);
            lines.add("p%d,%s10,%s,05,05,U1,s,%da".formatted(person, code, start, person));
            lines.add("p%d,%s50,%s,05,05,U1,s,%db".formatted(person, code, start.plusDays(15 + person % 40), person));
        }
        installation.read("a.csv", lines.toArray(String[]::new));
        installation.timeline().refresh();
    }

    private static Visit visit(String who) throws Exception {
        return new Visit(installation, who, Ward.PASSWORD);
    }

    private static String form(String... pairs) {
        var text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static String drafted(Visit paula) throws Exception {
        paula.post(
                "/resultat/ny",
                ENCODED,
                form(
                        "namn",
                        "Resultat <b>A</b>",
                        "sjukvardsregion",
                        "sydöst",
                        "fran",
                        "2024-05-01",
                        "till",
                        "2024-08-31",
                        "kant",
                        LocalDate.now(Sweden.TIME).toString(),
                        "planerad",
                        "2024-12-15"));
        return "/resultat/" + installation.count("select max(id) from results_issue");
    }

    private static void take(Visit paula, String address, String... steps) throws Exception {
        for (var step : steps) {
            paula.post(address + "/steg", ENCODED, form("steg", step));
        }
    }

    private static List<Double> workbook(Visit paula, String address) throws Exception {
        var file = paula.getBytes(address + "/resultat.xlsx").body();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
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
    void an_installation_without_an_issue_says_how_to_begin_and_proposes_the_next() throws Exception {
        try (var paula = visit("paula");
                var petra = visit("petra")) {
            assertThat(paula.page("/resultat", "sv").body())
                    .contains("Det finns ingen resultatrapport här än", "Börja med Ny utgåva");
            for (var path : List.of("/resultat/1", "/resultat/99999999999999999999")) {
                assertThat(paula.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(petra.page("/resultat", "en").body()).contains("The programme office makes drafts");
            assertThat(paula.page("/resultat/ny", "sv").body()).contains("Resultatrapport", "name=\"planerad\"");
            paula.post("/resultat/ny", ENCODED, form("namn", "x", "fran", "2024-05-02", "till", "2024-08-31"));
            assertThat(installation.count("select count(*) from results_issue")).isZero();
        }
    }

    @Test
    void an_issue_is_commented_frozen_and_published_and_only_then_read_by_others() throws Exception {
        try (var paula = visit("paula");
                var petra = visit("petra");
                var skane = visit("skane");
                var alex = visit("alex")) {
            var address = drafted(paula);
            assertThat(alex.get(address).statusCode()).isEqualTo(404);
            take(paula, address, "commenting");
            assertThat(skane.post(address + "/kommentar", ENCODED, form("orsak", "x", "atgard", "y"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(petra.post(address + "/steg", ENCODED, form("steg", "review"))
                            .statusCode())
                    .isEqualTo(403);
            petra.post(
                    address + "/kommentar",
                    ENCODED,
                    form("diagnos", "brostcancer", "orsak", "Operationssalar <i>stod</i>", "atgard", "Fler salar"));
            assertThat(paula.page("/resultat", "sv").body()).contains("1 av 2 diagnoser", "försenad");
            take(paula, address, "published");
            assertThat(alex.get(address).statusCode()).isEqualTo(404);
            take(paula, address, "review", "frozen", "published");
            paula.post(address + "/rattelse", ENCODED, form("ord", "Median ska vara 34"));

            assertThat(alex.page(address, "sv").body())
                    .contains(
                            "Rättelse 1",
                            "Median ska vara 34",
                            "Nummer 1. Fryst och signerad av paula",
                            "Operationssalar &lt;i&gt;stod",
                            "Resultat &lt;b&gt;A",
                            "startade behandling i tid")
                    .doesNotContain("<i>stod", "Frys och signera");
            assertThat(alex.page(address + "/figur?diagnos=brostcancer", "sv").body())
                    .contains("Hur många dagar tog det?", "Fler salar", "Östergötland")
                    .doesNotContain("Signera kommentar");
            assertThat(alex.get(address + "/figur?diagnos=finnsinte").statusCode())
                    .isEqualTo(404);
            assertThat(alex.page(address + "/omraknad", "sv").body())
                    .contains("varje siffra densamma", "Inget skiljer");
        }
    }

    @Test
    void the_same_number_stands_on_the_page_and_in_every_file_and_few_patients_in_none() throws Exception {
        try (var paula = visit("paula")) {
            var address = drafted(paula);
            take(paula, address, "commenting", "review", "frozen");
            var content = installation
                    .bean(Issues.class)
                    .content(installation.bean(Issues.class).all().getFirst());
            var breast =
                    content.line("brostcancer", Content.WHOLE).orElseThrow().now();
            assertThat(breast.n()).isEqualTo(120);
            var share = String.valueOf(breast.share().orElseThrow());

            var csv = paula.get(address + "/resultat.csv").body();
            var json = paula.get(address + "/resultat.json").body();
            assertThat(csv).contains("120," + breast.withLimit() + "," + breast.within() + "," + share);
            assertThat(json).contains("\"share\":" + share, "\"n\":120").doesNotContain("\"n\":3,", "\"n\":20,");
            assertThat(workbook(paula, address)).contains(Double.valueOf(share), 120.0);
            assertThat(paula.page(address, "sv").body()).contains("120", "för få");
            assertThat(csv.lines().filter(line -> line.contains(",3,3,"))).isEmpty();
        }
    }

    @Test
    void the_day_is_moved_until_it_is_published_and_who_comments_sees_what_is_left() throws Exception {
        try (var paula = visit("paula");
                var petra = visit("petra")) {
            var address = drafted(paula);
            assertThat(petra.post(address + "/dag", ENCODED, form("dag", "2024-12-20"))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(petra.page(address, "sv").body()).doesNotContain("saknar kommentar");
            paula.post(address + "/dag", ENCODED, form("dag", "2024-12-20"));
            assertThat(paula.page("/resultat", "sv").body())
                    .contains("2024-12-20")
                    .doesNotContain("2024-12-15");
            assertThat(paula.page(address, "sv").body()).contains("Publiceras 2024-12-20");
            paula.post(address + "/dag", ENCODED, form("dag", "20 december"));
            assertThat(paula.page(address + "?fel=dag", "sv").body()).contains("Dagen kunde inte läsas");
            take(paula, address, "commenting");
            var asked = petra.page(address, "sv").body();
            assertThat(asked).contains("saknar kommentar");
            take(paula, address, "dropped");
            paula.post(address + "/dag", ENCODED, form("dag", "2025-01-20"));
            assertThat(installation.count("select count(*) from results_planned"))
                    .isOne();
        }
    }

    @Test
    void a_picture_of_a_diagnosis_tells_what_its_page_tells() throws Exception {
        try (var paula = visit("paula")) {
            var address = drafted(paula);
            var page = paula.page(address + "/figur?diagnos=brostcancer", "sv").body();
            var share = page.replaceFirst(
                    "(?s).*?<tbody>.*?<td class=\"num\">[^<]*</td><td class=\"num\">([^<]*)</td>.*", "$1");
            assertThat(share).hasSizeLessThan(12);
            assertThat(page).contains(address + "/figur.svg?diagnos=brostcancer");
            var answer = paula.getBytes(address + "/figur.svg?diagnos=brostcancer");
            assertThat(answer.headers().firstValue("content-type")).hasValue("image/svg+xml");
            var picture = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.body()))
                    .getDocumentElement();
            assertThat(picture.getAttribute("width")).isEqualTo("1920");
            assertThat(picture.getTextContent()).contains("Bröstcancer", share, "UTKAST");
            take(paula, address, "commenting", "review", "frozen");
            assertThat(new String(
                            paula.getBytes(address + "/figur.svg?diagnos=brostcancer")
                                    .body(),
                            StandardCharsets.UTF_8))
                    .contains("sigill")
                    .doesNotContain("UTKAST");
            assertThat(paula.get(address + "/figur.svg?diagnos=mars").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_pdf_tells_the_same_is_tagged_and_its_contents_lead_to_the_right_pages() throws Exception {
        try (var paula = visit("paula")) {
            var address = drafted(paula);
            take(paula, address, "commenting");
            paula.post(
                    address + "/kommentar",
                    ENCODED,
                    form("diagnos", "brostcancer", "orsak", "Salar <stod> & väntade", "atgard", "Fler salar i Łódź"));
            var draft = paula.getBytes(address + "/resultat.pdf");
            assertThat(draft.headers().firstValue("content-type")).hasValue("application/pdf");
            assertThat(text(draft.body(), 1, 99)).contains("UTKAST", "Salar <stod> & väntade", "Fler salar i Łódź");
            take(paula, address, "review", "frozen");
            var issue = installation.bean(Issues.class).all().getFirst();
            var seal = installation
                    .bean(Issues.class)
                    .frozen(issue.id())
                    .orElseThrow()
                    .sha256();
            var breast = installation
                    .bean(Issues.class)
                    .content(issue)
                    .line("brostcancer", Content.WHOLE)
                    .orElseThrow()
                    .now();
            var file = paula.getBytes(address + "/resultat.pdf").body();
            long share = Math.round(100 * breast.share().orElseThrow());
            assertThat(text(file, 1, 99))
                    .doesNotContain("UTKAST")
                    .contains(seal.substring(0, 8), "Bröstcancer 120 " + share + " %", "Resultat <b>A");
            try (var pdf = Loader.loadPDF(file)) {
                var catalogue = pdf.getDocumentCatalog();
                assertThat(catalogue.getLanguage()).isEqualTo("sv");
                assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
                assertThat(catalogue.getStructureTreeRoot().getKids()).isNotEmpty();
                assertThat(pdf.getDocumentInformation().getTitle()).contains("Resultat <b>A");
                for (var page : pdf.getPages()) {
                    for (var name : page.getResources().getFontNames()) {
                        assertThat(page.getResources().getFont(name).isEmbedded())
                                .isTrue();
                    }
                }
                var mark = Objects.requireNonNull(catalogue.getDocumentOutline().getFirstChild());
                while (!mark.getTitle().equals("Bröstcancer")) {
                    mark = Objects.requireNonNull(mark.getNextSibling());
                }
                int at = 1 + pdf.getPages().indexOf(mark.findDestinationPage(pdf));
                assertThat(text(file, 2, 2)).containsPattern("Bröstcancer[ .]+" + at + "\\b");
                assertThat(text(file, at, at)).contains("Bröstcancer", "Salar <stod> & väntade", "Östergötland");
            }
        }
    }

    private static String text(byte[] file, int from, int to) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(pdf).replace('\u00A0', ' ');
        }
    }

    @Test
    void late_corrections_are_listed_with_their_cause_and_the_frozen_page_stays() throws Exception {
        try (var paula = visit("paula")) {
            var address = drafted(paula);
            take(paula, address, "commenting", "review", "frozen");
            var before = paula.get(address + "/resultat.csv").body();

            installation.read(
                    "b.csv", "person,code,time,region,home_region,unit,source,id", "p0,VG950,2024-08-01,05,05,U1,s,0b");
            installation.timeline().refresh();

            assertThat(paula.get(address + "/resultat.csv").body()).isEqualTo(before);
            assertThat(paula.page(address + "/omraknad", "sv").body())
                    .contains("varje siffra densamma", "sena uppgifter eller rättade", "Bröstcancer");
            assertThat(paula.page(address + "/omraknad", "en").body()).contains("late data or corrections");
        }
    }
}
