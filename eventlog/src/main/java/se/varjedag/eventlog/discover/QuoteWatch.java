package se.varjedag.eventlog.discover;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// The text of a table that knows at its end whether a quotation mark was left open. The table reader takes the rest of
/// the file as one value then, and does not say so.
final class QuoteWatch extends FilterReader {
    private enum Place {
        FIELD_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    private final char separator;
    private Place place = Place.FIELD_START;

    QuoteWatch(Reader text, char separator) {
        super(text);
        this.separator = separator;
    }

    /// Whether what was read so far ends within quotation marks.
    boolean open() {
        return place == Place.QUOTED;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            pass((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        for (int i = 0; i < count; i++) {
            pass(target[offset + i]);
        }
        return count;
    }

    private void pass(char c) {
        place = switch (place) {
            case QUOTED -> c == '"' ? Place.AFTER_QUOTE : Place.QUOTED;
            case AFTER_QUOTE -> c == '"' ? Place.QUOTED : outside(c);
            case FIELD_START -> c == '"' ? Place.QUOTED : outside(c);
            case PLAIN -> outside(c);
        };
    }

    private Place outside(char c) {
        return c == separator || c == '\n' || c == '\r' ? Place.FIELD_START : Place.PLAIN;
    }
}
