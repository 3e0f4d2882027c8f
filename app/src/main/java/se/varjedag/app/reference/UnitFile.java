package se.varjedag.app.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;

/// Reads a file of units as it may be drawn from the HSA directory: `id,name,kind,parent,caregiver,caregiver_name,
/// region,valid_from,valid_to`, how one unit is from one day to another to a row.
///
/// Columns in any order and case, separated by comma, semicolon or tab; `hsa_id` may stand for `id`. Only `id`, `name`
/// and `caregiver` are needed. Every row that cannot be used is rejected with its reason.
final class UnitFile {
    private static final List<String> COLUMNS =
            List.of("id", "name", "kind", "parent", "caregiver", "caregiver_name", "region", "valid_from", "valid_to");
    private static final List<String> NEEDED = List.of("id", "name", "caregiver");
    private static final int LONGEST = 200;
    private static final int MOST = 200_000;

    private final String name;
    private final RejectionSink rejections;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> caregivers = new HashMap<>();

    /// One row that can be used by itself.
    ///
    /// @param since empty where the file does not say
    record Row(long line, Unit unit, String parent, Optional<LocalDate> since, LocalDate to) {}

    private UnitFile(String name, RejectionSink rejections) {
        this.name = name;
        this.rejections = rejections;
    }

    /// What a text holds.
    static UnitFile read(String name, String text, RejectionSink rejections) {
        var file = new UnitFile(name, rejections);
        var header = text.lines().findFirst().orElse("");
        try (var csv = CsvReader.builder()
                .fieldSeparator(header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',')
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            file.read(csv);
        } catch (CsvParseException | UncheckedIOException | IOException _) {
            file.reject(0, "", "", UnitSentences.BROKEN);
        }
        return file;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /// The names of caregivers that the file tells, by id.
    Map<String, String> caregivers() {
        return Map.copyOf(caregivers);
    }

    private void read(Iterable<CsvRecord> csv) {
        List<Integer> places = List.of();
        boolean any = false;
        for (var line : csv) {
            if (places.isEmpty()) {
                places = places(line);
                for (var needed : NEEDED) {
                    if (places.get(COLUMNS.indexOf(needed)) < 0) {
                        reject(1, needed, "", UnitSentences.COLUMNS);
                        return;
                    }
                }
            } else if (rows.size() == MOST) {
                reject(line.getStartingLineNumber(), "", "", UnitSentences.TOO_MANY);
                return;
            } else {
                any = true;
                row(line.getStartingLineNumber(), values(line, places));
            }
        }
        if (!any) {
            reject(0, "", "", UnitSentences.EMPTY);
        }
    }

    private static List<Integer> places(CsvRecord header) {
        var names = header.getFields().stream()
                .map(field -> field.strip().toLowerCase(Locale.ROOT).replace('-', '_'))
                .map(field -> field.equals("hsa_id") || field.equals("hsaid") ? "id" : field)
                .toList();
        return COLUMNS.stream().map(names::indexOf).toList();
    }

    private static Map<String, String> values(CsvRecord line, List<Integer> places) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < COLUMNS.size(); i++) {
            int place = places.get(i);
            values.put(
                    COLUMNS.get(i),
                    place >= 0 && place < line.getFieldCount()
                            ? line.getField(place).strip().replace("\0", "")
                            : "");
        }
        return values;
    }

    private void row(long line, Map<String, String> values) {
        for (var column : COLUMNS) {
            var value = values.getOrDefault(column, "");
            if (value.length() > LONGEST) {
                reject(line, column, value.substring(0, LONGEST), UnitSentences.TOO_LONG);
                return;
            }
            if (value.isEmpty() && NEEDED.contains(column)) {
                reject(line, column, "", UnitSentences.lacking(column));
                return;
            }
        }
        var id = values.getOrDefault("id", "");
        // A county code that lost its first zero on the way through a spreadsheet gets it back.
        var written = values.getOrDefault("region", "");
        var region = written.matches("\\d") ? "0" + written : written;
        if (!region.isEmpty() && Regions.byCode(region).isEmpty()) {
            reject(line, "region", written, UnitSentences.REGION);
            return;
        }
        if (values.getOrDefault("parent", "").equals(id)) {
            reject(line, "parent", id, UnitSentences.OWN_PARENT);
            return;
        }
        if (!holdsDay(line, "valid_from", values) || !holdsDay(line, "valid_to", values)) {
            return;
        }
        var since = day("valid_from", values);
        var to = day("valid_to", values).orElse(UnitPeriod.FURTHER_NOTICE);
        if (since.isPresent() && to.isBefore(since.get())) {
            reject(line, "valid_to", values.getOrDefault("valid_to", ""), UnitSentences.ENDS_BEFORE);
            return;
        }
        var caregiver = values.getOrDefault("caregiver", "");
        var called = values.getOrDefault("caregiver_name", "");
        if (!called.isEmpty()) {
            caregivers.put(caregiver, called);
        }
        rows.add(new Row(
                line,
                new Unit(id, values.getOrDefault("name", ""), values.getOrDefault("kind", ""), caregiver, region),
                values.getOrDefault("parent", ""),
                since,
                to));
    }

    /// Whether a column holds a day or nothing; what is none is told.
    private boolean holdsDay(long line, String column, Map<String, String> values) {
        var text = values.getOrDefault(column, "");
        try {
            return text.isEmpty() || LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException _) {
            reject(line, column, text, UnitSentences.DAY);
            return false;
        }
    }

    private static Optional<LocalDate> day(String column, Map<String, String> values) {
        return Optional.of(values.getOrDefault(column, ""))
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse);
    }

    void reject(long line, String column, String value, Sentence why) {
        rejections.reject(new Rejection(name, line, column, value, why));
    }
}
