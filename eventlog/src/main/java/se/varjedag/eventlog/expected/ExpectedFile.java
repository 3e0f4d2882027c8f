package se.varjedag.eventlog.expected;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.measure.ExpectedCases;

/// Reads and writes `expected.csv`: how many cases each pathway expects per home region and year.
public final class ExpectedFile {
    private static final List<String> COLUMNS = List.of("svf", "home_region", "year", "cases");

    private ExpectedFile() {}

    /// The rows of a file; every row that cannot be used is rejected with its reason.
    public static List<ExpectedCases.Row> read(Path file, RejectionSink rejections) throws IOException {
        var text = Files.readString(file);
        var rows = new ArrayList<ExpectedCases.Row>();
        var header = text.lines().findFirst().orElse("");
        try (var csv = CsvReader.builder()
                .fieldSeparator(header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',')
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            int @Nullable [] columns = null;
            for (var line : csv) {
                if (columns == null) {
                    columns = columns(file, line, rejections);
                } else {
                    var row = row(file, line, columns, rejections);
                    if (row != null) {
                        rows.add(row);
                    }
                }
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
        return rows;
    }

    /// Writes the rows as they stand.
    public static void write(Path file, List<ExpectedCases.Row> rows) throws IOException {
        var text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (var row : rows) {
            text.append(row.svf())
                    .append(',')
                    .append(row.homeRegion())
                    .append(',')
                    .append(row.year())
                    .append(',')
                    .append(new BigDecimal(Double.toString(row.cases()))
                            .stripTrailingZeros()
                            .toPlainString())
                    .append('\n');
        }
        Files.writeString(file, text);
    }

    private static int[] columns(Path file, CsvRecord header, RejectionSink rejections) {
        var names = header.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        var columns = new int[COLUMNS.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = names.indexOf(COLUMNS.get(i));
            if (columns[i] < 0) {
                rejections.reject(new Rejection(
                        file.toString(),
                        1,
                        COLUMNS.get(i),
                        "",
                        new Sentence(
                                "The file of expected cases needs the columns svf,home_region,year,cases.",
                                "Filen med förväntade fall behöver kolumnerna svf,home_region,year,cases.")));
            }
        }
        return columns;
    }

    private static ExpectedCases.@Nullable Row row(Path file, CsvRecord line, int[] columns, RejectionSink rejections) {
        var values = new ArrayList<String>();
        for (int column : columns) {
            values.add(
                    column >= 0 && column < line.getFieldCount()
                            ? line.getField(column).strip()
                            : "");
        }
        if (values.getFirst().isEmpty()) {
            rejections.reject(rejected(file, line, 0, "", "Name the pathway.", "Ange vårdförloppet."));
            return null;
        }
        int year;
        try {
            year = Integer.parseInt(values.get(2));
        } catch (NumberFormatException _) {
            rejections.reject(rejected(
                    file, line, 2, values.get(2), "Write the year with four digits.", "Skriv året med fyra siffror."));
            return null;
        }
        try {
            return new ExpectedCases.Row(values.get(0), values.get(1), year, Double.parseDouble(values.get(3)));
        } catch (IllegalArgumentException _) {
            rejections.reject(rejected(
                    file,
                    line,
                    3,
                    values.get(3),
                    "Write the expected cases as a number from 0 up, with a point for decimals.",
                    "Skriv de förväntade fallen som ett tal från 0 och uppåt, med punkt före decimaler."));
            return null;
        }
    }

    private static Rejection rejected(
            Path file, CsvRecord line, int column, String value, String english, String swedish) {
        return new Rejection(
                file.toString(),
                line.getStartingLineNumber(),
                COLUMNS.get(column),
                value,
                new Sentence(english, swedish));
    }
}
