package se.varjedag.eventlog.csv;

/// Finds the end of a row that is too long to be held, however many buffers away it is.
final class PassedRow {
    private enum Place {
        VALUE_START,
        UNQUOTED,
        QUOTED,
        AFTER_QUOTE,
        AFTER_RETURN,
        ENDED
    }

    private final byte separator;
    private Place place = Place.VALUE_START;
    private long lines;
    private boolean returnInQuotes;

    PassedRow(byte separator) {
        this.separator = separator;
    }

    boolean ended() {
        return place == Place.ENDED;
    }

    /// Line ends passed, the row's own included.
    long lines() {
        return lines;
    }

    /// Goes on from `from` and gives where the next row begins, or `to` while the row has not ended.
    int pass(byte[] buffer, int from, int to) {
        int at = from;
        while (at < to && place != Place.ENDED) {
            byte b = buffer[at];
            if (place == Place.AFTER_RETURN) {
                place = Place.ENDED;
                return b == '\n' ? at + 1 : at;
            }
            at++;
            if (place == Place.QUOTED) {
                quoted(b);
            } else if (b == '\n') {
                lines++;
                place = Place.ENDED;
            } else if (b == '\r') {
                lines++;
                place = Place.AFTER_RETURN;
            } else if (b == separator) {
                place = Place.VALUE_START;
            } else if (b == '"' && (place == Place.VALUE_START || place == Place.AFTER_QUOTE)) {
                place = Place.QUOTED;
            } else {
                place = Place.UNQUOTED;
            }
        }
        return at;
    }

    private void quoted(byte b) {
        if (b == '"') {
            place = Place.AFTER_QUOTE;
        }
        if (b == '\r' || (b == '\n' && !returnInQuotes)) {
            lines++;
        }
        returnInQuotes = b == '\r';
    }
}
