package se.varjedag.eventlog.discover;

import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.Sentence;

/// Why an event of a log cannot be used.
public final class Unusable {
    private static final int LONGEST_VALUE = 80;

    private Unusable() {}

    /// An event without a value that every event needs.
    public static Rejection missing(String file, long line, String column) {
        return new Rejection(
                file,
                line,
                column,
                "",
                new Sentence(
                        "The value of '%s' is missing: every event needs one.".formatted(column),
                        "Värdet i '%s' saknas: varje händelse behöver ett.".formatted(column)));
    }

    /// The row that swallowed the rest of the file.
    static Rejection openQuote(String file, long line) {
        return new Rejection(
                file,
                line,
                "",
                "",
                new Sentence(
                        "A quotation mark is opened on this row and never closed, so the rest of the file was read as one value.",
                        "Ett citattecken öppnas på raden och stängs aldrig, så resten av filen lästes som ett enda värde."));
    }

    /// An event whose time cannot be read.
    public static Rejection badTime(String file, long line, String column, String value) {
        return new Rejection(
                file,
                line,
                column,
                value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value,
                new Sentence(
                        "This is not a time that exists: write it as 2023-05-17 or 2023-05-17T08:30:00.",
                        "Det här är ingen tid som finns: skriv den som 2023-05-17 eller 2023-05-17T08:30:00."));
    }
}
