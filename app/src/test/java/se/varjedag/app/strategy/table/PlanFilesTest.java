package se.varjedag.app.strategy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Activity.Content;
import se.varjedag.app.strategy.Activity.Said;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.strategy.Statement;
import se.varjedag.app.strategy.Statement.Kind;
import se.varjedag.app.strategy.Status;

/// A plan's table out and in again, and one that was made by hand.
class PlanFilesTest {
    private static final Statement PROMISE = statement(Kind.PROMISE, 1, "Behandling i tid");
    private static final Statement AREA = statement(Kind.AREA, 2, "Diagnostisk tillgänglighet");
    private static final PlanReading.Known KNOWN = new PlanReading.Known("sydöst", List.of(PROMISE), List.of(AREA));

    private static Statement statement(Kind kind, int number, String name) {
        return new Statement(UUID.randomUUID(), kind, number, name, "", Optional.empty(), "", "");
    }

    private static Activity activity(Content content, Said said) {
        return new Activity(1, 1, OptionalLong.empty(), "", content, said, Instant.EPOCH);
    }

    private static final List<Activity> PLAN = List.of(
            activity(
                    new Content(
                            "Sammanhållna vårdprocesser",
                            "=HYPERLINK(\"x\") & <b>, \"citat\"; åäö",
                            "- börjar med streck\nandra raden",
                            Optional.of(PROMISE.id()),
                            Optional.of(AREA.id()),
                            "'+46 inte en formel",
                            List.of("05", "06", "08"),
                            Optional.of(LocalDate.of(2026, 1, 2)),
                            Optional.of(LocalDate.of(2026, 3, 4)),
                            "median",
                            "lungcancer",
                            "specimen-taken..pathology-reported"),
                    new Said(Status.UNDER_WAY, "Halvvägs", Optional.of(new Signed(Instant.EPOCH, "petra", "Petra")))),
            activity(Content.of("Sammanhållna vårdprocesser", "Ingen har sagt något"), Said.NOTHING));

    private static byte[] file(String kind) {
        var table = PlanTable.of("Plan <A>", PLAN, List.of(PROMISE), List.of(AREA));
        return switch (kind) {
            case "csv" -> PlanFiles.csv(table);
            case "xlsx" -> PlanFiles.xlsx(table);
            default -> PlanFiles.docx(table);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx", "docx"})
    void a_plan_that_goes_out_and_in_again_is_the_same(String kind) throws Exception {
        var read = PlanReading.of(TablesOfFile.of("plan." + kind, file(kind)), KNOWN);

        assertThat(read.troubles()).isEmpty();
        assertThat(read.activities())
                .extracting(PlanReading.Read::content)
                .containsExactlyElementsOf(PLAN.stream().map(Activity::content).toList());
        assertThat(read.activities())
                .extracting(PlanReading.Read::status)
                .containsExactly(Status.UNDER_WAY, Status.UNKNOWN);
        assertThat(read.activities().getFirst().words()).isEqualTo("Halvvägs");
    }

    @Test
    void nothing_in_the_file_is_a_formula() {
        assertThat(new String(file("csv"), StandardCharsets.UTF_8))
                .contains("\"'=HYPERLINK")
                .doesNotContain(",=");
        assertThat(new String(file("csv"), StandardCharsets.UTF_8)).contains("''+46");
    }

    /// As a word processor writes the table of today: bullets are paragraphs, the status is empty.
    private static byte[] byHand(String... cells) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            var table = document.createTable(cells.length / 3, 3);
            for (int i = 0; i < cells.length; i++) {
                var cell = table.getRow(i / 3).getCell(i % 3);
                cell.removeParagraph(0);
                for (var line : cells[i].split("\n", -1)) {
                    cell.addParagraph().createRun().setText(line);
                }
            }
            document.write(out);
        }
        return out.toByteArray();
    }

    @Test
    void a_table_made_by_hand_gives_an_activity_for_each_bullet_and_says_what_it_could_not_read() throws Exception {
        var read = PlanReading.of(
                TablesOfFile.of(
                        "plan.docx",
                        byHand(
                                "Förbättringsområde/patientlöfte",
                                "Aktiviteter",
                                "Status",
                                "Screening\n- för alla",
                                "• Första punkten\n•\tAndra punkten\n• ",
                                "",
                                "",
                                "Tredje",
                                "Går bra",
                                "Tomt område",
                                "",
                                "Klar")),
                KNOWN);

        assertThat(read.activities())
                .extracting(one -> one.content().area(), one -> one.content().title(), PlanReading.Read::status)
                .containsExactly(
                        tuple("Screening", "Första punkten", Status.UNKNOWN),
                        tuple("Screening", "Andra punkten", Status.UNKNOWN),
                        tuple("Screening", "Tredje", Status.UNKNOWN),
                        tuple("Tomt område", "Tomt område", Status.DONE));
        assertThat(read.activities().getFirst().content().details()).isEqualTo("för alla");
        assertThat(read.activities().get(2).comments()).containsExactly("Går bra");
        assertThat(read.troubles())
                .extracting(PlanReading.Trouble::row, PlanReading.Trouble::why)
                .containsExactly(tuple(3, "status"), tuple(4, "activity"));
    }

    @Test
    void a_sheet_made_by_hand_is_read_with_its_own_columns_and_dates() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("Blad1");
            var heads = List.of("Förbättringsområde", "Aktiviteter", "Status", "Till", "Anteckning", "Regioner");
            for (int i = 0; i < heads.size(); i++) {
                sheet.value(0, i, heads.get(i));
            }
            sheet.value(1, 0, "Prevention");
            sheet.value(1, 1, "• Ett\n• Två");
            sheet.value(1, 2, "pågår");
            sheet.value(1, 3, LocalDate.of(2026, 5, 31));
            sheet.value(1, 4, "Fråga Lisa-gruppen");
            sheet.value(1, 5, "RÖ, RKL, Skåne");
        }

        var read = PlanReading.of(TablesOfFile.of("Plan.XLSX", out.toByteArray()), KNOWN);

        assertThat(read.activities()).hasSize(2).allSatisfy(one -> {
            assertThat(one.status()).isEqualTo(Status.UNDER_WAY);
            assertThat(one.content().to()).contains(LocalDate.of(2026, 5, 31));
            assertThat(one.content().regions()).containsExactly("05", "08");
            assertThat(one.comments()).containsExactly("Fråga Lisa-gruppen", "Skåne");
        });
        assertThat(read.troubles()).extracting(PlanReading.Trouble::why).containsExactly("region");
    }

    @Test
    void what_is_no_table_is_refused() {
        for (var name : List.of("a.docx", "a.xlsx")) {
            assertThatThrownBy(() -> TablesOfFile.of(name, new byte[] {1, 2, 3}))
                    .isInstanceOf(TablesOfFile.Unreadable.class);
        }
    }
}
