package se.varjedag.app.intake.hl7;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.reference.Sweden;

/// Times as HL7 writes them: `20230517`, `202305170830`, with seconds, fractions and an offset.
final class MessageTime {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})?(\\d{2})?(?:\\.\\d{1,4})?)?([+-]\\d{4})?");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;

    private MessageTime() {}

    /// The day in Stockholm; empty where it is none, or only a year or a month.
    static Optional<LocalDate> day(String text) {
        var at = instant(text);
        return at == null
                ? Optional.empty()
                : Optional.of(at.atZone(Sweden.TIME).toLocalDate())
                        .filter(day -> day.getYear() >= EARLIEST && day.getYear() < LATEST);
    }

    /// The moment; without an offset it is told in Stockholm.
    static @Nullable Instant instant(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        try {
            var local = LocalDateTime.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)),
                    number(parts.group(4)),
                    number(parts.group(5)),
                    number(parts.group(6)));
            var offset = parts.group(7);
            // A day alone is a day, whatever offset stands behind it.
            return offset == null || parts.group(4) == null
                    ? local.atZone(Sweden.TIME).toInstant()
                    : local.toInstant(ZoneOffset.of(offset));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
