package se.varjedag.eventlog.figures;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.RejectionSink;
import se.varjedag.eventlog.Sentence;

/// Reads a file of figures that somebody else has counted: `svf,region,period,n,within`, one figure to a row.
///
/// `svf` is the id of a pathway and `region` a county code; empty means all pathways, or the whole country.
/// `period` is a year, a quarter or a month (`2023`, `2023Q1`, `2023-01`). `n` is how many started treatment and
/// `within` how many of them within the limit; `within` may be left out.
public final class FiguresFile {
    private static final List<String> COLUMNS = List.of("svf", "region", "period", "n", "within");
    private static final int WITHIN = 4;
    /// The quarters of a year for every pathway in every region, with room to spare.
    static final int MOST_FIGURES = 3000;

    private static final int MOST_REJECTIONS = 500;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern PERIOD = Pattern.compile("((?:19|20|21)\\d\\d)(?:[Qq]([1-4])|-(0[1-9]|1[0-2]))?");

    private static final Sentence SVF = new Sentence(
            "No pathway has this id. Give an id such as lungcancer, or leave it empty for all.",
            "Inget vårdförlopp har detta id. Ange ett id, till exempel lungcancer, eller lämna tomt för alla.");
    private static final Sentence REGION = new Sentence(
            "No region has this code. Give a county code such as 12, or leave it empty for the whole country.",
            "Ingen region har denna kod. Ange en länskod, till exempel 12, eller lämna tomt för hela riket.");
    private static final Sentence PERIOD_FORM = new Sentence(
            "Write the period as a year, a quarter or a month: 2023, 2023Q1 or 2023-01.",
            "Skriv perioden som år, kvartal eller månad: 2023, 2023Q1 eller 2023-01.");
    private static final Sentence COUNT =
            new Sentence("Write a whole number from 0 up.", "Skriv ett heltal från 0 och uppåt.");
    private static final Sentence MORE_WITHIN = new Sentence(
            "More are within the limit than there are patients.", "Fler är inom gränsen än det finns patienter.");
    private static final Sentence TWICE = new Sentence(
            "An earlier line is about the same pathway, region and period.",
            "Samma vårdförlopp, region och period finns redan på en tidigare rad.");
    private static final Sentence BROKEN = new Sentence(
            "The file cannot be read as CSV from here on.", "Filen går inte att läsa som CSV från och med här.");

    private static final Sentence EMPTY = new Sentence(
            "There are no figures in the file: give the columns svf,region,period,n and a figure on each row.",
            "Filen har inga siffror: ange kolumnerna svf,region,period,n och en siffra på varje rad.");
    private static final Sentence TOO_MANY = new Sentence(
            "There are more figures in the file than %d: from this line on none is used. Divide the file."
                    .formatted(MOST_FIGURES),
            "Filen har fler än %d siffror: från och med denna rad är inga använda. Dela filen."
                    .formatted(MOST_FIGURES));
    private static final Sentence TOO_WRONG = new Sentence(
            "So much in the file cannot be used that it was read no further than this line.",
            "Så mycket i filen går inte att använda att den inte är läst längre än till denna rad.");

    private FiguresFile() {}

    /// One figure.
    ///
    /// @param line the line it starts on, the header being line 1
    public record Row(
            long line, String svf, String region, LocalDate from, LocalDate to, long n, OptionalLong within) {}

    /// The figures of a file's text: columns in any order and case, separated by comma, semicolon or tab. Every row
    /// that cannot be used, or that says again what an earlier one said, is rejected with its reason. A file
    /// with far more than a country has to say is read no further, and the last rejection says so.
    ///
    /// @param name  what to call the file in rejections
    /// @param known whether a value of `svf` or `region` exists
    public static List<Row> read(
            String name, String text, BiPredicate<String, String> known, RejectionSink rejections) {
        var rows = new ArrayList<Row>();
        var header = text.lines().findFirst().orElse("");
        try (var csv = CsvReader.builder()
                .fieldSeparator(header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',')
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            var reader = new Reader(name, known, rejections);
            for (var line : csv) {
                if (reader.columns.isEmpty()) {
                    if (!reader.readHeader(line)) {
                        return List.of();
                    }
                } else if (rows.size() == MOST_FIGURES || reader.rejected >= MOST_REJECTIONS) {
                    reader.reject(line, "", "", rows.size() == MOST_FIGURES ? TOO_MANY : TOO_WRONG);
                    return rows;
                } else {
                    reader.row(line).ifPresent(rows::add);
                }
            }
            if (rows.isEmpty() && reader.rejected == 0) {
                rejections.reject(new Rejection(name, 0, "", "", EMPTY));
            }
        } catch (CsvParseException | UncheckedIOException | IOException broken) {
            rejections.reject(new Rejection(name, 0, "", "", BROKEN));
        }
        return rows;
    }

    private static final class Reader {
        private final String name;
        private final BiPredicate<String, String> known;
        private final RejectionSink rejections;
        private final Set<List<Object>> seen = new HashSet<>();
        private List<Integer> columns = List.of();
        private int rejected;

        Reader(String name, BiPredicate<String, String> known, RejectionSink rejections) {
            this.name = name;
            this.known = known;
            this.rejections = rejections;
        }

        boolean readHeader(CsvRecord header) {
            var names = header.getFields().stream()
                    .map(field -> field.strip().toLowerCase(Locale.ROOT))
                    .toList();
            columns = COLUMNS.stream().map(names::indexOf).toList();
            boolean whole = true;
            for (int i = 0; i < WITHIN; i++) {
                if (columns.get(i) < 0) {
                    whole = false;
                    rejections.reject(new Rejection(
                            name,
                            1,
                            COLUMNS.get(i),
                            "",
                            new Sentence(
                                    "The file needs the columns svf,region,period,n; within may be left out.",
                                    "Filen behöver kolumnerna svf,region,period,n; within får utelämnas.")));
                }
            }
            return whole;
        }

        Optional<Row> row(CsvRecord line) {
            var values = columns.stream()
                    .map(place -> place >= 0 && place < line.getFieldCount()
                            ? line.getField(place).strip()
                            : "")
                    .toList();
            // A county code that lost its first zero on the way through a spreadsheet gets it back.
            var region = values.get(1).matches("\\d") ? "0" + values.get(1) : values.get(1);
            var period = PERIOD.matcher(values.get(2));
            var holding = List.of(
                    holds(line, 0, values, values.get(0).isEmpty() || known.test("svf", values.get(0)), SVF),
                    holds(line, 1, values, region.isEmpty() || known.test("region", region), REGION),
                    holds(line, 2, values, period.matches(), PERIOD_FORM),
                    holds(line, 3, values, number(values.get(3)), COUNT),
                    holds(line, WITHIN, values, values.get(WITHIN).isEmpty() || number(values.get(WITHIN)), COUNT));
            if (holding.contains(false)) {
                return Optional.empty();
            }
            long n = Long.parseLong(values.get(3));
            var within = values.get(WITHIN).isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(Long.parseLong(values.get(WITHIN)));
            var first = first(Integer.parseInt(period.group(1)), period.group(2), period.group(3));
            var last = last(first, period.group(2), period.group(3));
            if (!holds(line, WITHIN, values, within.orElse(0) <= n, MORE_WITHIN)
                    || !holds(line, 0, values, seen.add(List.of(values.get(0), region, first, last)), TWICE)) {
                return Optional.empty();
            }
            return Optional.of(new Row(line.getStartingLineNumber(), values.get(0), region, first, last, n, within));
        }

        private static boolean number(String text) {
            return NUMBER.matcher(text).matches();
        }

        private boolean holds(CsvRecord line, int column, List<String> values, boolean good, Sentence why) {
            if (!good) {
                reject(line, COLUMNS.get(column), values.get(column), why);
            }
            return good;
        }

        void reject(CsvRecord line, String column, String value, Sentence why) {
            rejected++;
            rejections.reject(new Rejection(name, line.getStartingLineNumber(), column, value, why));
        }

        private static LocalDate first(int year, @Nullable String quarter, @Nullable String month) {
            int number =
                    quarter != null ? Integer.parseInt(quarter) * 3 - 2 : month != null ? Integer.parseInt(month) : 1;
            return LocalDate.of(year, number, 1);
        }

        private static LocalDate last(LocalDate first, @Nullable String quarter, @Nullable String month) {
            int months = quarter != null ? 3 : month != null ? 1 : 12;
            return YearMonth.from(first).plusMonths(months - 1L).atEndOfMonth();
        }
    }
}
