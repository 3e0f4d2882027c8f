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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.measure.ExpectedCases;

/// Reads and writes `expected.csv`: how many cases each pathway expects per home region and year.
public final class ExpectedFile {
    private static final List<String> COLUMNS = List.of("svf", "home_region", "year", "cases");

    /// What a value of each column looks like, and what its sender is told when it does not.
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile(".+"),
            Pattern.compile(".*"),
            Pattern.compile("\\d{4}"),
            Pattern.compile("\\d{1,9}([.,]\\d+)?"));

    private static final List<Sentence> REASONS = List.of(
            new Sentence(
                    "Give the pathway's id, for example lungcancer.", "Ange förloppets id, till exempel lungcancer."),
            new Sentence("Write the home region as a county code.", "Skriv hemregionen som länskod."),
            new Sentence("Write the year with four digits.", "Skriv året med fyra siffror."),
            new Sentence(
                    "Write the expected cases as a number from 0 up.",
                    "Skriv de förväntade fallen som ett tal från 0 och uppåt."));

    private static final Sentence TWICE = new Sentence(
            "An earlier line is about the same pathway, region and year.",
            "Samma förlopp, region och år finns redan på en tidigare rad.");

    private ExpectedFile() {}

    /// The rows of a file: columns in any order and case, separated by comma, semicolon or tab. Every row that
    /// cannot be used, or that says again what an earlier one said, is rejected with its reason.
    public static List<ExpectedCases.Row> read(Path file, RejectionSink rejections) throws IOException {
        var text = Files.readString(file);
        var rows = new ArrayList<ExpectedCases.Row>();
        var seen = new HashSet<List<Object>>();
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
                    if (Arrays.stream(columns).anyMatch(place -> place < 0)) {
                        break;
                    }
                } else {
                    var row = row(file, line, columns, rejections);
                    if (row.isPresent() && !seen.add(cell(row.get()))) {
                        rejections.reject(rejected(file, line, 0, row.get().svf(), TWICE));
                    } else {
                        row.ifPresent(rows::add);
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

    private static List<Object> cell(ExpectedCases.Row row) {
        return List.of(row.svf(), row.homeRegion(), row.year());
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

    private static Optional<ExpectedCases.Row> row(Path file, CsvRecord line, int[] columns, RejectionSink rejections) {
        var values = new ArrayList<String>();
        for (int column : columns) {
            values.add(column < line.getFieldCount() ? line.getField(column).strip() : "");
        }
        boolean usable = true;
        for (int i = 0; i < values.size(); i++) {
            if (!FORMS.get(i).matcher(values.get(i)).matches()) {
                rejections.reject(rejected(file, line, i, values.get(i), REASONS.get(i)));
                usable = false;
            }
        }
        return usable
                ? Optional.of(new ExpectedCases.Row(
                        values.get(0),
                        region(values.get(1)),
                        Integer.parseInt(values.get(2)),
                        Double.parseDouble(values.get(3).replace(',', '.'))))
                : Optional.empty();
    }

    /// A county code that lost its first zero on the way through a spreadsheet gets it back.
    private static String region(String text) {
        return text.matches("\\d") ? "0" + text : text;
    }

    private static Rejection rejected(Path file, CsvRecord line, int column, String value, Sentence why) {
        return new Rejection(file.toString(), line.getStartingLineNumber(), COLUMNS.get(column), value, why);
    }
}
