package se.varjedag.eventlog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import se.varjedag.eventlog.csv.Column;
import se.varjedag.pathway.event.CareEvent;

/// Writes events as an event file. The same events and columns always give the same bytes, also in `.gz`.
public final class EventWriter implements AutoCloseable {
    private final OutputStream out;
    private final List<Column> columns;
    private final StringBuilder line = new StringBuilder();

    public EventWriter(OutputStream out, List<Column> columns) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        var names = columns.stream().map(Column::header).toList();
        out.write((String.join(",", names) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// A writer to a file; compressed where its name ends with `.gz`.
    public static EventWriter to(Path file, List<Column> columns) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        // GZIPOutputStream writes no name and no time, so the header is the same ten bytes every time.
        boolean compressed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return new EventWriter(
                new BufferedOutputStream(compressed ? new GZIPOutputStream(out, 1 << 16) : out, 1 << 16), columns);
    }

    public void write(CareEvent event) throws IOException {
        line.setLength(0);
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            append(value(event, columns.get(i)));
        }
        line.append('\n');
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String value(CareEvent event, Column column) {
        return switch (column) {
            case PERSON -> event.person();
            case CODE -> event.code();
            case TIME -> event.day().toString();
            case UNIT -> event.unit();
            case REGION -> event.region();
            case HOME_REGION -> event.homeRegion();
            case SEX -> event.sex();
            case BORN -> event.born() == null ? "" : "%04d".formatted(event.born());
            case PATHWAY -> event.pathway();
            case SOURCE -> event.source();
            case ID -> event.id();
            case STATUS ->
                event.status() == CareEvent.Status.DONE
                        ? ""
                        : event.status().name().toLowerCase(Locale.ROOT);
            case REGISTERED -> text(event.registered());
            case REF -> event.ref();
        };
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    /// Quotes where RFC 4180 asks for it, and where a value would otherwise lose the spaces around it.
    private void append(String value) {
        boolean quoted = false;
        for (int i = 0; i < value.length() && !quoted; i++) {
            char c = value.charAt(i);
            quoted = c == ',' || c == '"' || c < ' ';
        }
        if (quoted) {
            line.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else {
            line.append(value);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
