package se.varjedag.pathway.reported;

import java.time.LocalDate;
import java.time.YearMonth;

/// The months that have been reported, from the first to the last. Months between them that were never reported are
/// brought with the next report.
public record Months(YearMonth first, YearMonth last) {

    public Months {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("Months from %s to %s".formatted(first, last));
        }
    }

    /// One month.
    public static Months only(YearMonth month) {
        return new Months(month, month);
    }

    /// These and another.
    public Months with(YearMonth month) {
        return new Months(month.isBefore(first) ? month : first, month.isAfter(last) ? month : last);
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    boolean contains(LocalDate day) {
        return contains(YearMonth.from(day));
    }
}
