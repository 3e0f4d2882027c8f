package se.varjedag.app.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;
import se.varjedag.app.reference.Sweden;
import se.varjedag.pathway.reported.Months;

/// The record of one return: what it was made from, so that it can be made again, and the seal of its file.
///
/// @param reported    the months that the region has reported with this return and those before it
/// @param knownAt     nothing learnt later is in it
/// @param change      the last change of the log that is in it: what a source had registered in time and sent later
///     is not
/// @param since       the return that its differences are from; none for the first
/// @param definitions the hash of the definitions it was traced by
/// @param sha256      of the CSV file
/// @param changesSha256 of the file of differences; empty for the first of a region, and where none was kept
/// @param by          the user name of who made it
public record MadeReturn(
        long id,
        String region,
        YearMonth month,
        Months reported,
        Instant knownAt,
        long change,
        OptionalLong since,
        String definitions,
        long rows,
        long added,
        long changed,
        long withdrawn,
        String sha256,
        String changesSha256,
        String by,
        Instant at) {

    /// The last moment of a day in Sweden, as finely as the database keeps moments.
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Sweden.TIME).toInstant().minusNanos(1000);
    }

    /// The day of extraction, in Sweden.
    public LocalDate day() {
        return LocalDate.ofInstant(knownAt, Sweden.TIME);
    }

    /// Whether everything known on the day of extraction was to be in it.
    public boolean wholeDay() {
        return knownAt.equals(endOf(day()));
    }

    /// The name of its file, without its ending.
    public String fileName() {
        return "vantetider-%s-%s-%s-%d".formatted(region, month, day(), id);
    }
}
