package se.varjedag.eventlog.csv;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.event.CareEvent;

/// The event file read as plainly as can be, with somebody else's CSV parser, for small and well-quoted files: what the
/// fast reader must agree with.
final class ObviousReader {
    record Result(List<CareEvent> events, List<String> rejected) {}

    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)(Z|[+-]\\d\\d:\\d\\d)?)?");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private ObviousReader() {}

    static Result read(byte[] file, Charset charset, char separator, LocalDate today) {
        var text = new String(file, charset);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        var events = new ArrayList<CareEvent>();
        var rejected = new LinkedHashSet<String>();
        var names = new ArrayList<String>();
        try (var rows = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (var row : rows) {
                if (names.isEmpty()) {
                    row.getFields().forEach(f -> names.add(f.strip().toLowerCase(java.util.Locale.ROOT)));
                    continue;
                }
                var event = row.getFieldCount() == names.size()
                        ? event(names, row.getFields(), today)
                        : Optional.<CareEvent>empty();
                event.ifPresentOrElse(events::add, () -> rejected.add("line " + row.getStartingLineNumber()));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Result(events, List.copyOf(rejected));
    }

    private static String get(List<String> names, List<String> fields, String column) {
        int at = names.indexOf(column);
        return at < 0 ? "" : fields.get(at).trim();
    }

    private static Optional<CareEvent> event(List<String> names, List<String> fields, LocalDate today) {
        var person = get(names, fields, "person");
        var code = get(names, fields, "code");
        var day = moment(get(names, fields, "time"), true);
        var region = get(names, fields, "region");
        var home = get(names, fields, "home_region");
        var sex = get(names, fields, "sex").replace('K', 'F');
        var born = get(names, fields, "born");
        var pathway = get(names, fields, "pathway");
        var status = get(names, fields, "status");
        var learnt = get(names, fields, "registered");
        var registered = moment(learnt, false);
        var counties = Pattern.compile("|01|0[3-9]|1[02-4]|1[7-9]|2[0-5]");
        boolean planned = status.equals("planned");
        boolean good = !person.isEmpty()
                && CsvEventFileTest.WELL_FORMED.test(code)
                && day != null
                && (planned || !day.atZone(STOCKHOLM).toLocalDate().isAfter(today))
                && counties.matcher(region).matches()
                && counties.matcher(home).matches()
                && sex.matches("|F|M")
                && (born.isEmpty() || (born.matches("\\d{4}") && plausible(Integer.parseInt(born), today)))
                && pathway.matches("|V[A-Z]\\d")
                && status.matches("|done|planned|withdrawn")
                && (learnt.isEmpty() || registered != null)
                && fields.stream().noneMatch(f -> f.indexOf('\0') >= 0);
        if (!good) {
            return Optional.empty();
        }
        return Optional.of(new CareEvent(
                person,
                code,
                day.atZone(STOCKHOLM).toLocalDate(),
                get(names, fields, "unit"),
                region,
                home,
                sex,
                born.isEmpty() ? null : Integer.valueOf(born),
                pathway,
                get(names, fields, "source"),
                get(names, fields, "id"),
                planned
                        ? CareEvent.Status.PLANNED
                        : status.equals("withdrawn") ? CareEvent.Status.WITHDRAWN : CareEvent.Status.DONE,
                registered,
                get(names, fields, "ref")));
    }

    private static boolean plausible(int year, LocalDate today) {
        return year >= today.getYear() - 130 && year <= today.getYear();
    }

    /// @param local whether a time without offset only gives its date
    private static @Nullable Instant moment(String text, boolean local) {
        var match = TIME.matcher(text);
        if (!match.matches()) {
            return null;
        }
        try {
            var date = LocalDate.parse(match.group(1));
            if (date.getYear() < 1900 || date.getYear() > 2199) {
                return null;
            }
            if (match.group(2) == null) {
                return date.atStartOfDay(STOCKHOLM).toInstant();
            }
            var time = LocalTime.parse(match.group(2));
            if (match.group(3) != null) {
                return OffsetDateTime.parse(date + "T" + match.group(2) + match.group(3))
                        .toInstant();
            }
            return local
                    ? date.atStartOfDay(STOCKHOLM).toInstant()
                    : LocalDateTime.of(date, time).atZone(STOCKHOLM).toInstant();
        } catch (java.time.DateTimeException _) {
            return null;
        }
    }
}
