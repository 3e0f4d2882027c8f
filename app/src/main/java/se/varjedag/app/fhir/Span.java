package se.varjedag.app.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.varjedag.app.reference.Sweden;

/// A stretch of time, from a moment up to and without another; what has no end yet ends with time itself.
record Span(Instant from, Instant to) {
    private static final Pattern WRITTEN = Pattern.compile("(eq|ne|ge|le|gt|lt|sa|eb)?(\\d{4}.*)");
    private static final int DATE = 10;

    /// The whole of some days, both included.
    static Span days(LocalDate first, LocalDate last) {
        return new Span(
                first.atStartOfDay(Sweden.TIME).toInstant(),
                last.equals(LocalDate.MAX)
                        ? Instant.MAX
                        : last.plusDays(1).atStartOfDay(Sweden.TIME).toInstant());
    }

    /// A moment, to the millisecond that FHIR writes.
    static Span at(Instant moment) {
        var begins = moment.truncatedTo(ChronoUnit.MILLIS);
        return new Span(begins, begins.plusMillis(1));
    }

    /// The stretch that all of some search parameters leave: `ge2024-01-01` and `le2024-06-30`, or `2024`.
    static Span within(String name, List<String> asked) {
        var from = Instant.MIN;
        var to = Instant.MAX;
        for (var one : asked) {
            var parts = matcher(one);
            if (!parts.matches()) {
                throw notUnderstood(name, one);
            }
            var other = of(name, parts.group(2));
            switch (parts.group(1) == null ? "eq" : parts.group(1)) {
                case "eq" -> {
                    from = later(from, other.from);
                    to = to.isBefore(other.to) ? to : other.to;
                }
                case "ge" -> from = later(from, other.from);
                case "gt", "sa" -> from = later(from, other.to);
                case "le" -> to = to.isBefore(other.to) ? to : other.to;
                case "lt", "eb" -> to = to.isBefore(other.from) ? to : other.from;
                default -> throw notUnderstood(name, one);
            }
        }
        return new Span(from, to);
    }

    /// A plus in an address is a space.
    private static Matcher matcher(String asked) {
        return WRITTEN.matcher(asked.replace(' ', '+'));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The first of the days it touches.
    LocalDate firstDay() {
        return from.atZone(Sweden.TIME).toLocalDate();
    }

    /// The last of the days it touches.
    LocalDate lastDay() {
        return to.minusMillis(1).atZone(Sweden.TIME).toLocalDate();
    }

    /// Whether this lies as all of the search parameters say: `ge2024-01-01`, `lt2024-03`, `2024`.
    ///
    /// @throws Problem when one of them is no date
    boolean fits(String name, List<String> asked) {
        return asked.stream().allMatch(one -> fits(name, one));
    }

    private boolean fits(String name, String asked) {
        var parts = matcher(asked);
        if (!parts.matches()) {
            throw notUnderstood(name, asked);
        }
        var other = of(name, parts.group(2));
        return switch (parts.group(1) == null ? "eq" : parts.group(1)) {
            case "ne" -> !other.holds(this);
            // The whole stretch counts: one that lies partly after a moment is after it, and partly before it before.
            case "ge" -> to.isAfter(other.from);
            case "gt" -> to.isAfter(other.to);
            case "le" -> from.isBefore(other.to);
            case "lt" -> from.isBefore(other.from);
            case "sa" -> !from.isBefore(other.to);
            case "eb" -> !to.isAfter(other.from);
            default -> other.holds(this);
        };
    }

    private boolean holds(Span other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /// The stretch that a date, a month, a year or a moment is.
    static Span of(String name, String written) {
        try {
            if (written.length() == 4) {
                int year = Integer.parseInt(written);
                return days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            }
            if (written.length() == 7) {
                var month = YearMonth.parse(written);
                return days(month.atDay(1), month.atEndOfMonth());
            }
            if (written.length() == DATE) {
                var day = LocalDate.parse(written);
                return days(day, day);
            }
            return at(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException | NumberFormatException _) {
            throw notUnderstood(name, written);
        }
    }

    private static Problem notUnderstood(String name, String written) {
        return Problem.notUnderstood(
                "Write %s as a date that exists, for example 2024, 2024-03, ge2024-03-01 or lt2024-03-01T12:00:00Z, not '%s'."
                        .formatted(name, written.substring(0, Math.min(written.length(), 40))));
    }
}
