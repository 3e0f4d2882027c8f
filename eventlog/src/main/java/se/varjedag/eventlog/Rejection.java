package se.varjedag.eventlog;

import se.varjedag.pathway.definition.Language;

/// One reason why one row cannot be used, in the words its sender needs. A row with two faults gives two.
///
/// @param line the line its row starts on, the header being line 1
/// @param column name of the column, empty when the whole row is at fault
/// @param value what stands there, cut off when long
public record Rejection(String file, long line, String column, String value, Sentence why) {

    public String reason() {
        return why.english();
    }

    public String reason(Language language) {
        return why.in(language);
    }

    /// The same without what could tell who the person is: for logs, pages and files that others read.
    public Rejection masked() {
        boolean tells = column.isEmpty() || column.equals("person");
        return tells ? new Rejection(file, line, column, mask(value), why) : this;
    }

    /// Keeps the length and shows nothing else.
    public static String mask(String value) {
        return "•".repeat(Math.min(value.length(), 12));
    }
}
