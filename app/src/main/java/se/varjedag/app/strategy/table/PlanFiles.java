package se.varjedag.app.strategy.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.dhatim.fastexcel.Workbook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/// Writes a plan's table. What a spreadsheet would take for a formula is defused in CSV; in XLSX every cell is text.
public final class PlanFiles {
    /// A4 on its side with margins of 13 mm, in twentieths of a point.
    private static final int WIDTH = 16838;

    private static final int HEIGHT = 11906;
    private static final int MARGIN = 720;
    private static final int HEADING = 16;
    private static final int TEXT = 9;
    private static final String LANGUAGE = "sv-SE";

    private PlanFiles() {}

    /// CSV as RFC 4180 with UTF-8 and its mark.
    public static byte[] csv(PlanTable table) {
        var text = new StringBuilder("\ufeff");
        for (var row : table.rows()) {
            text.append(row.stream().map(PlanFiles::quoted).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cell) {
        var safe = Defused.written(cell);
        return safe.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }

    /// A workbook with one sheet.
    public static byte[] xlsx(PlanTable table) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "Varje dag", "1.0")) {
            var sheet = book.newWorksheet("Handlingsplan");
            for (int line = 0; line < table.rows().size(); line++) {
                var row = table.rows().get(line);
                for (int column = 0; column < row.size(); column++) {
                    sheet.value(line, column, row.get(column));
                }
            }
            sheet.range(0, 0, 0, table.rows().getFirst().size() - 1)
                    .style()
                    .bold()
                    .set();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// A document with the plan's name and one table, on its side.
    public static byte[] docx(PlanTable table) {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            lieOnItsSide(document);
            document.getProperties().getCoreProperties().setTitle(table.name());
            write(document.createParagraph(), table.name(), HEADING, true);
            var rows = table.rows();
            var drawn = document.createTable(rows.size(), rows.getFirst().size());
            drawn.setWidth("100%");
            drawn.getRow(0).setRepeatHeader(true);
            for (int line = 0; line < rows.size(); line++) {
                for (int column = 0; column < rows.get(line).size(); column++) {
                    fill(drawn.getRow(line).getCell(column), rows.get(line).get(column), line == 0);
                }
            }
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void lieOnItsSide(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setOrient(STPageOrientation.LANDSCAPE);
        size.setW(BigInteger.valueOf(WIDTH));
        size.setH(BigInteger.valueOf(HEIGHT));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
    }

    /// Each line of the words is a paragraph.
    private static void fill(XWPFTableCell cell, String words, boolean heading) {
        cell.removeParagraph(0);
        for (var line : words.split("\n", -1)) {
            write(cell.addParagraph(), line, TEXT, heading);
        }
    }

    /// Characters that XML cannot hold are left out.
    private static void write(XWPFParagraph paragraph, String words, int size, boolean bold) {
        var run = paragraph.createRun();
        run.setText(words.codePoints()
                .filter(c -> c >= ' ' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
        run.setFontSize(size);
        run.setBold(bold);
        run.setLang(LANGUAGE);
    }
}
