package se.varjedag.app.web.figure;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a figure's table as CSV or XLSX: full precision, shares from 0 to 1.
public final class FigureFiles {

    /// Signs that a spreadsheet takes for the beginning of a formula, those of full width too.
    private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";

    private static final Pattern LEADING = Pattern.compile("^[\\s\\p{Z}]+");
    private static final Pattern NUMBER = Pattern.compile("-\\d+(\\.\\d+)?(E-?\\d+)?");

    private FigureFiles() {}

    /// CSV as RFC 4180 with UTF-8 and its mark, so that a spreadsheet reads å, ä and ö right.
    public static byte[] csv(DataTable table) {
        var text = new StringBuilder("\ufeff");
        line(text, table.columns().stream().map(FigureFiles::head).toList());
        for (var row : table.rows()) {
            line(text, row.stream().map(Cell::plain).toList());
        }
        for (var row : table.sums()) {
            line(text, row.stream().map(Cell::plain).toList());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A workbook with one sheet; numbers are numbers, shares are shown as per cent.
    public static void xlsx(DataTable table, String sheetName, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Varje dag", "1.0")) {
            var sheet = book.newWorksheet(sheetName);
            for (int c = 0; c < table.columns().size(); c++) {
                sheet.value(0, c, head(table.columns().get(c)));
                sheet.style(0, c).bold().set();
            }
            int line = 1;
            for (var rows : List.of(table.rows(), table.sums())) {
                for (var row : rows) {
                    for (int c = 0; c < row.size(); c++) {
                        put(sheet, line, c, row.get(c));
                    }
                    line++;
                }
            }
        }
    }

    /// The head without the places where the page may break it.
    private static String head(DataTable.Column column) {
        return column.head().replace("\u00ad", "");
    }

    private static void put(Worksheet sheet, int line, int column, Cell cell) {
        switch (cell) {
            case Cell.Words(var text) -> sheet.value(line, column, text);
            case Cell.Amount(var value, var decimals) -> {
                sheet.value(line, column, value);
                sheet.style(line, column)
                        .format(decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals))
                        .set();
            }
            case Cell.Share(var value, var decimals) -> {
                sheet.value(line, column, value);
                sheet.style(line, column)
                        .format(decimals == 0 ? "0%" : "0." + "0".repeat(decimals) + "%")
                        .set();
            }
            case Cell.Missing _ -> {
                // An empty cell: unknown is not zero.
            }
        }
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(FigureFiles::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /// A cell of a file without what a spreadsheet would take for a formula.
    public static String defused(String cell) {
        var text = LEADING.matcher(cell).replaceFirst("");
        var formula = (!text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0)
                || (!cell.isEmpty() && "\t\r".indexOf(cell.charAt(0)) >= 0);
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    /// Defuses, and quotes where needed.
    private static String quoted(String cell) {
        var safe = defused(cell);
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
