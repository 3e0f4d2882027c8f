package se.varjedag.app.timeline;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.event.CareEvent;

/// One row of the log after the other in COPY's text format. Texts that come again and again are one object.
final class StoredRow {
    private static final int INTERNED = 100_000;

    private final Map<String, String> interned = new HashMap<>();
    private final Map<String, CareEvent.Status> statuses = Map.of(
            "done", CareEvent.Status.DONE,
            "planned", CareEvent.Status.PLANNED,
            "withdrawn", CareEvent.Status.WITHDRAWN);
    private byte[] bytes = {};
    private int at;

    CareEvent event(byte[] row) {
        bytes = row;
        at = 0;
        var version = Long.parseLong(text());
        var person = text();
        var code = common();
        var day = LocalDate.ofEpochDay(Long.parseLong(text()));
        var unit = common();
        var region = common();
        var homeRegion = common();
        var sex = common();
        var born = nullable();
        var pathway = common();
        var named = text().equals("t");
        var status = statuses.get(text());
        var ref = text();
        if (status == null) {
            throw new IllegalStateException("The database holds a status that is none");
        }
        // An event of its own id stays one of its own: its version tells it from all others.
        var id = named ? Long.toString(version, Character.MAX_RADIX) : "";
        return new CareEvent(
                person,
                code,
                day,
                unit,
                region,
                homeRegion,
                sex,
                born == null ? null : Integer.valueOf(born),
                pathway,
                "",
                id,
                status,
                null,
                ref);
    }

    /// The number that follows the event's columns.
    @Nullable
    Integer number() {
        var text = nullable();
        return text == null ? null : Integer.valueOf(text);
    }

    /// Counts in the delay that a row tells: where, what, when and how many days.
    void delay(byte[] row, DelayCells delays) {
        bytes = row;
        at = 0;
        delays.add(
                common(),
                common(),
                common(),
                common(),
                LocalDate.ofEpochDay(Long.parseLong(text())),
                Integer.parseInt(text()));
    }

    private String common() {
        var text = text();
        if (interned.size() < INTERNED) {
            var known = interned.putIfAbsent(text, text);
            return known == null ? text : known;
        }
        return interned.getOrDefault(text, text);
    }

    private @Nullable String nullable() {
        var text = text();
        return text.equals("\\N") ? null : text;
    }

    private String text() {
        int from = at;
        boolean escaped = false;
        while (bytes[at] != '\t' && bytes[at] != '\n') {
            escaped |= bytes[at] == '\\';
            at++;
        }
        var text = from == at ? "" : new String(bytes, from, at - from, StandardCharsets.UTF_8);
        at++;
        return escaped && !text.equals("\\N") ? unescape(text) : text;
    }

    private static String unescape(String text) {
        var plain = new StringBuilder(text.length());
        boolean after = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!after && c == '\\') {
                after = true;
                continue;
            }
            plain.append(after ? meant(c) : c);
            after = false;
        }
        return plain.toString();
    }

    private static char meant(char afterBackslash) {
        return switch (afterBackslash) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000B';
            default -> afterBackslash;
        };
    }
}
