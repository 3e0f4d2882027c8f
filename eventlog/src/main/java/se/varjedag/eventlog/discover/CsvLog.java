package se.varjedag.eventlog.discover;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.varjedag.eventlog.RejectionSink;

/// Reads a table with one event per row into a [CaseLog].
///
/// The separator (`,` `;` or tab) and the encoding are found out. The columns are those asked for, otherwise `case_id`,
/// `activity`, `timestamp`, otherwise those of an event file: `person`, `code`, `time`.
public final class CsvLog {
    private static final int LONGEST_LINE = 16 << 20;
    private static final int FIRST_LOOK = 1 << 16;

    private final Columns asked;
    private final RejectionSink unusable;
    private long nameless;

    /// Which columns hold the case, the activity and the time; null leaves one to be found.
    public record Columns(
            @Nullable String caseColumn,
            @Nullable String activityColumn,
            @Nullable String timeColumn) {
        public static final Columns FOUND = new Columns(null, null, null);
    }

    public CsvLog(Columns asked, RejectionSink unusable) {
        this.asked = asked;
        this.unusable = unusable;
    }

    /// How many events stood without a name for their case. They are kept, as one case without a name: a tool that
    /// exports a case called `NA` may leave it empty.
    public long withoutCaseName() {
        return nameless;
    }

    /// Adds the events of one file.
    public void read(Path file, CaseLog.Builder log) throws UnusableLog {
        try (var bytes = LogFile.open(file);
                var text = new BufferedReader(new LenientText(bytes), FIRST_LOOK)) {
            read(file.toString(), text, log);
        } catch (IOException failure) {
            throw LogFile.explain(file, failure);
        } catch (UncheckedIOException failure) {
            throw LogFile.explain(file, Objects.requireNonNull(failure.getCause()));
        }
    }

    void read(String file, Reader text, CaseLog.Builder log) throws IOException, UnusableLog {
        char separator = separator(file, text);
        var watched = new QuoteWatch(text, separator);
        var rows = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter('"')
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_LINE)
                .ofCsvRecord(watched);
        try {
            var each = rows.iterator();
            if (!each.hasNext()) {
                throw empty(file);
            }
            var header = each.next().getFields().stream()
                    .map(name -> name.strip().toLowerCase(Locale.ROOT))
                    .toList();
            addRows(file, each, watched, header, columns(file, header), log);
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new UnusableLog(
                    ("%s cannot be read as a table: a line is longer than 16 million characters, a quote never ends, or "
                                    + "something stands between a closing quote and the separator.")
                            .formatted(file),
                    ("%s går inte att läsa som tabell: en rad är längre än 16 miljoner tecken, ett citat tar aldrig "
                                    + "slut, eller något står mellan ett avslutande citattecken och skiljetecknet.")
                            .formatted(file));
        }
    }

    private void addRows(
            String file,
            Iterator<CsvRecord> rows,
            QuoteWatch watched,
            List<String> header,
            int[] columns,
            CaseLog.Builder log) {
        while (rows.hasNext()) {
            var row = rows.next();
            if (watched.open() && !rows.hasNext()) {
                unusable.reject(Unusable.openQuote(file, row.getStartingLineNumber()));
                return;
            }
            var values = new String[columns.length];
            boolean whole = true;
            for (int i = 0; i < columns.length && whole; i++) {
                boolean there = columns[i] < row.getFieldCount();
                values[i] = there ? row.getField(columns[i]).strip() : "";
                boolean nameless = i == 0 && there;
                if (values[i].isEmpty() && !nameless) {
                    unusable.reject(Unusable.missing(file, row.getStartingLineNumber(), header.get(columns[i])));
                    whole = false;
                }
            }
            if (!whole) {
                continue;
            }
            var time = EventTime.parse(values[2]);
            if (time == null) {
                unusable.reject(Unusable.badTime(file, row.getStartingLineNumber(), header.get(columns[2]), values[2]));
            } else {
                nameless += values[0].isEmpty() ? 1 : 0;
                log.add(log.caseNamed(values[0]), values[1], time);
            }
        }
    }

    private int[] columns(String file, List<String> header) throws UnusableLog {
        boolean eventFile = asked.equals(Columns.FOUND)
                && !header.contains("case_id")
                && header.containsAll(List.of("person", "code", "time"));
        return new int[] {
            column(file, header, asked.caseColumn(), "--case", eventFile ? "person" : "case_id"),
            column(file, header, asked.activityColumn(), "--activity", eventFile ? "code" : "activity"),
            column(file, header, asked.timeColumn(), "--time", eventFile ? "time" : "timestamp")
        };
    }

    private static int column(String file, List<String> header, @Nullable String asked, String option, String otherwise)
            throws UnusableLog {
        var wanted = asked == null ? otherwise : asked.strip();
        int index = header.indexOf(wanted.toLowerCase(Locale.ROOT));
        if (index >= 0) {
            return index;
        }
        var there = new ArrayList<>(header.subList(0, Math.min(header.size(), 40)));
        throw new UnusableLog(
                "%s has no column '%s': name the right one with %s. Its columns are: %s."
                        .formatted(file, wanted, option, String.join(", ", there)),
                "%s har ingen kolumn '%s': ange den rätta med %s. Kolumnerna är: %s."
                        .formatted(file, wanted, option, String.join(", ", there)));
    }

    /// The separator that occurs most in the first line, outside quotes; also the place where other kinds of file show.
    private static char separator(String file, Reader text) throws IOException, UnusableLog {
        text.mark(FIRST_LOOK);
        int comma = 0;
        int semicolon = 0;
        int tab = 0;
        boolean quoted = false;
        boolean anything = false;
        for (int seen = 0; seen < FIRST_LOOK - 1; seen++) {
            int c = text.read();
            if (c == 0) {
                throw new UnusableLog(
                        "%s is not a text file: save it as CSV in UTF-8 and try again.".formatted(file),
                        "%s är ingen textfil: spara den som CSV i UTF-8 och försök igen.".formatted(file));
            }
            if (c < 0 || (anything && !quoted && (c == '\n' || c == '\r'))) {
                break;
            }
            anything |= !Character.isWhitespace(c) && c != '\uFEFF';
            quoted ^= c == '"';
            if (!quoted) {
                comma += c == ',' ? 1 : 0;
                semicolon += c == ';' ? 1 : 0;
                tab += c == '\t' ? 1 : 0;
            }
        }
        text.reset();
        if (!anything) {
            throw empty(file);
        }
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return tab > comma && tab > semicolon ? '\t' : semicolon > comma ? ';' : ',';
    }

    private static UnusableLog empty(String file) {
        return new UnusableLog(
                "%s is empty: an event log needs a line of column names and at least one event.".formatted(file),
                "%s är tom: en händelselogg behöver en rad med kolumnnamn och minst en händelse.".formatted(file));
    }
}
