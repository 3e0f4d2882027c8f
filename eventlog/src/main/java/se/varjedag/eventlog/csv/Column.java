package se.varjedag.eventlog.csv;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A column of the event file.
public enum Column {
    PERSON,
    CODE,
    TIME,
    UNIT,
    REGION,
    HOME_REGION,
    SEX,
    BORN,
    PATHWAY,
    SOURCE,
    ID,
    STATUS,
    REGISTERED,
    REF;

    /// Its name in the first line.
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean needed() {
        return this == PERSON || this == CODE || this == TIME;
    }

    public static Optional<Column> ofHeader(String header) {
        var name = header.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(c -> c.header().equals(name)).findFirst();
    }
}
