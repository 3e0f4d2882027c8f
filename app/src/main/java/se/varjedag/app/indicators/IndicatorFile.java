package se.varjedag.app.indicators;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.web.Given;

/// Reads a file of figures for indicators: CSV with the columns `indicator`, `place` (`region`, `residence` or `unit`),
/// `code` (of the region or the unit), `from`, `to` (days, both inside), `numerator` and `denominator`. A row that
/// cannot be used is named with its reason, and the others are kept.
///
/// @param rows    what can be used
/// @param refused what cannot
record IndicatorFile(List<Row> rows, List<Refused> refused) {
    private static final List<String> COLUMNS =
            List.of("indicator", "place", "code", "from", "to", "numerator", "denominator");

    IndicatorFile {
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
    }

    /// A figure.
    ///
    /// @param line it stands on
    /// @param code of the region or the unit
    record Row(
            long line,
            String indicator,
            Place place,
            String code,
            LocalDate from,
            LocalDate to,
            long numerator,
            long denominator) {}

    /// A row that cannot be used.
    ///
    /// @param line   it stands on; 1 for the headings
    /// @param why    key of the reason
    record Refused(long line, String column, String value, String why) {}

    /// Reads a file.
    ///
    /// @param exists whether there is a region or unit of a code
    static IndicatorFile read(String file, Catalogue catalogue, BiPredicate<Place, String> exists) {
        var reading = new Reading(catalogue, exists);
        var text = file.startsWith("\ufeff") ? file.substring(1) : file;
        var heading = text.lines().findFirst().orElse("");
        char separator = heading.indexOf(';') >= 0 ? ';' : ',';
        try (var records = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(text)) {
            for (var record : records) {
                if (!reading.lacksColumn(record)) {
                    reading.row(record);
                }
            }
        } catch (CsvParseException e) {
            reading.refused.add(new Refused(1, "", "", "csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (reading.rows.isEmpty() && reading.refused.isEmpty()) {
            reading.refused.add(new Refused(1, "", "", "empty"));
        }
        return new IndicatorFile(reading.rows, reading.refused);
    }

    private static final class Reading {
        private final Catalogue catalogue;
        private final BiPredicate<Place, String> exists;
        private final List<Row> rows = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();

        private Reading(Catalogue catalogue, BiPredicate<Place, String> exists) {
            this.catalogue = catalogue;
            this.exists = exists;
        }

        /// Whether a column is missing, which is said once.
        private boolean lacksColumn(NamedCsvRecord record) {
            var missing = COLUMNS.stream()
                    .filter(column -> !record.getHeader().contains(column))
                    .toList();
            if (refused.isEmpty()) {
                missing.forEach(column -> refused.add(new Refused(1, column, "", "column")));
            }
            return !missing.isEmpty();
        }

        private void row(NamedCsvRecord record) {
            long line = record.getStartingLineNumber();
            var indicator = catalogue.byId(field(record, "indicator"));
            if (indicator.isEmpty()) {
                refuse(line, record, "indicator", "indicator");
                return;
            }
            if (indicator.get().measure().isPresent()) {
                refuse(line, record, "indicator", "counted");
                return;
            }
            var place = place(field(record, "place")).filter(indicator.get().places()::contains);
            if (place.isEmpty()) {
                refuse(line, record, "place", "place");
                return;
            }
            var code = field(record, "code");
            if (!exists.test(place.get(), code)) {
                refuse(line, record, "code", place.get() == Place.UNIT ? "unit" : "region");
                return;
            }
            var from = Given.day(field(record, "from"));
            var to = Given.day(field(record, "to"));
            if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
                refuse(line, record, from.isEmpty() ? "from" : "to", from.isEmpty() || to.isEmpty() ? "day" : "order");
                return;
            }
            var numerator = whole(field(record, "numerator"));
            var denominator = whole(field(record, "denominator"));
            if (numerator.isEmpty() || denominator.isEmpty()) {
                refuse(line, record, numerator.isEmpty() ? "numerator" : "denominator", "number");
                return;
            }
            if (numerator.getAsLong() > denominator.getAsLong()) {
                refuse(line, record, "numerator", "share");
                return;
            }
            rows.add(new Row(
                    line,
                    indicator.get().id(),
                    place.get(),
                    code,
                    from.get(),
                    to.get(),
                    numerator.getAsLong(),
                    denominator.getAsLong()));
        }

        private void refuse(long line, NamedCsvRecord record, String column, String why) {
            refused.add(new Refused(line, column, field(record, column), why));
        }

        private static String field(NamedCsvRecord record, String column) {
            return record.findField(column).orElse("").strip();
        }

        private static Optional<Place> place(String written) {
            return List.of(Place.values()).stream()
                    .filter(place -> place.key().equals(written))
                    .findFirst();
        }

        private static OptionalLong whole(String written) {
            return written.matches("\\d{1,9}") ? OptionalLong.of(Long.parseLong(written)) : OptionalLong.empty();
        }
    }
}
