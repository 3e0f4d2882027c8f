package se.varjedag.app.strategy.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import se.varjedag.app.database.StoredText;

/// The tables of a file as cells of text: every one of a DOCX, the first sheet of an XLSX, all of a CSV. A line of a
/// cell is a line of the text.
public final class TablesOfFile {
    /// More of one part of a file is not unpacked, in bytes.
    private static final long MOST_UNPACKED = 20_000_000;

    private static final int MOST_COLUMNS = 200;
    private static final int MOST_ROWS = 5000;

    static {
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
    }

    private TablesOfFile() {}

    /// The file is not what its name says, or too large to be a plan.
    public static final class Unreadable extends Exception {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        Unreadable(Throwable cause) {
            super("The file cannot be read as a table", cause);
        }
    }

    /// Reads the tables.
    public static List<List<List<String>>> of(String name, byte[] file) throws Unreadable {
        var kind = name.toLowerCase(Locale.ROOT);
        try {
            var tables = kind.endsWith(".docx")
                    ? document(file)
                    : List.of(kind.endsWith(".xlsx") ? sheet(file) : csv(new String(file, StandardCharsets.UTF_8)));
            return tables.stream().map(TablesOfFile::whole).toList();
        } catch (IOException | RuntimeException e) {
            // The library tells of a broken file by exceptions of many kinds.
            throw new Unreadable(e);
        }
    }

    private static List<List<String>> whole(List<List<String>> table) {
        return table.stream()
                .map(row -> row.stream().map(StoredText::whole).toList())
                .toList();
    }

    private static List<List<String>> csv(String file) {
        var text = file.startsWith("\ufeff") ? file.substring(1) : file;
        var first = text.lines().findFirst().orElse("");
        char separator = first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
        var rows = new ArrayList<List<String>>();
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            reader.forEach(record ->
                    rows.add(record.getFields().stream().map(Defused::read).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<List<List<String>>> document(byte[] file) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return document.getTables().stream().map(TablesOfFile::table).toList();
        }
    }

    private static List<List<String>> table(XWPFTable table) {
        return table.getRows().stream()
                .map(row ->
                        row.getTableCells().stream().map(TablesOfFile::words).toList())
                .toList();
    }

    /// The words of a cell; a table within it counts as words of it.
    private static String words(XWPFTableCell cell) {
        var paragraphs = cell.getParagraphs().stream().map(XWPFParagraph::getText);
        var inner = cell.getTables().stream()
                .map(TablesOfFile::table)
                .flatMap(List::stream)
                .flatMap(List::stream);
        return Stream.concat(paragraphs, inner)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static List<List<String>> sheet(byte[] file) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var format = new DataFormatter(Locale.ROOT);
            format.setUseCachedValuesForFormulaCells(true);
            var rows = new ArrayList<List<String>>();
            for (var row : book.getSheetAt(0)) {
                if (rows.size() == MOST_ROWS || row.getLastCellNum() > MOST_COLUMNS) {
                    throw new IOException("More rows or columns than a plan has");
                }
                rows.add(cells(row, format));
            }
            return rows;
        }
    }

    private static List<String> cells(Row row, DataFormatter format) {
        var cells = new ArrayList<String>();
        for (int column = 0; column < row.getLastCellNum(); column++) {
            var cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            cells.add(
                    isDay(cell)
                            ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                            : format.formatCellValue(cell));
        }
        return cells;
    }

    private static boolean isDay(Cell cell) {
        return switch (cell.getCellType()) {
            case NUMERIC -> DateUtil.isCellDateFormatted(cell);
            default -> false;
        };
    }
}
