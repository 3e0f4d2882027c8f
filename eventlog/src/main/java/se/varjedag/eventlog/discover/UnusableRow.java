package se.varjedag.eventlog.discover;

/// An event that a log contains but that cannot be used, and why, in words its sender understands.
public record UnusableRow(String file, long line, String column, String value, Sentence reason) {
    private static final int LONGEST_VALUE = 80;

    public UnusableRow {
        if (value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
    }

    /// An event without a value that every event needs.
    public static UnusableRow missing(String file, long line, String column) {
        return new UnusableRow(
                file,
                line,
                column,
                "",
                new Sentence(
                        "The value of '%s' is missing: every event needs one.".formatted(column),
                        "Värdet i '%s' saknas: varje händelse behöver ett.".formatted(column)));
    }

    /// An event whose time cannot be read.
    public static UnusableRow badTime(String file, long line, String column, String value) {
        return new UnusableRow(
                file,
                line,
                column,
                value,
                new Sentence(
                        "This is not a time that exists: write it as 2023-05-17 or 2023-05-17T08:30:00.",
                        "Det här är ingen tid som finns: skriv den som 2023-05-17 eller 2023-05-17T08:30:00."));
    }
}
