package se.varjedag.pathway.reported;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row that is not as it was in the last report.
///
/// @param before as it was reported; null when it was not
/// @param after  as it is; null when it is not there any more
public record Difference(
        @Nullable ReportedRow before, @Nullable ReportedRow after, Why why) implements Comparable<Difference> {

    /// The first line of the file of differences.
    public static final String COLUMNS =
            "change,code,date,region,home_region,was_code,was_date,was_region,was_home_region,why";

    private static final Comparator<Difference> ORDER = Comparator.comparing(Difference::what)
            .thenComparing(Difference::shown)
            .thenComparing(Difference::why)
            .thenComparing(Difference::line);

    public Difference {
        if (before == null && after == null) {
            throw new IllegalArgumentException("A difference has a row");
        }
    }

    /// What happened to the row.
    public enum What {
        ADDED("added"),
        CHANGED("changed"),
        WITHDRAWN("withdrawn");

        private final String key;

        What(String key) {
            this.key = key;
        }

        /// How it is written in the file.
        public String key() {
            return key;
        }
    }

    /// Why it differs, as far as the log tells.
    public enum Why {
        /// The event was registered after the last extraction.
        REGISTERED_LATER("registered-later"),
        /// The month had not been reported before, though a later one had.
        MONTH_NOT_REPORTED("month-not-reported"),
        /// The event was there already; what has become known since makes it open or end a pathway, or not do so.
        FOLLOWS("follows-from-another"),
        /// The event is not there any more: its source has corrected it or taken it back.
        TAKEN_BACK("taken-back"),
        /// The date was corrected.
        DATE("date-corrected"),
        /// The code was corrected.
        CODE("code-corrected"),
        /// The region that reports was corrected.
        REGION("region-corrected"),
        /// The county of residence became known or another.
        HOME_REGION("home-region-changed"),
        /// More than one of them.
        SEVERAL("several-corrected");

        private final String key;

        Why(String key) {
            this.key = key;
        }

        /// How it is written in the file.
        public String key() {
            return key;
        }
    }

    public What what() {
        return before == null ? What.ADDED : after == null ? What.WITHDRAWN : What.CHANGED;
    }

    /// The row to name it by: as it is, otherwise as it was.
    public ReportedRow shown() {
        return after != null ? after : java.util.Objects.requireNonNull(before);
    }

    /// As it was, where it was.
    public Optional<ReportedRow> was() {
        return Optional.ofNullable(before);
    }

    /// As it is, where it is.
    public Optional<ReportedRow> is() {
        return Optional.ofNullable(after);
    }

    /// As a line of the file of differences.
    public String line() {
        return String.join(",", what().key(), part(after), part(before), why.key());
    }

    private static String part(@Nullable ReportedRow row) {
        return row == null ? ",,," : row.line();
    }

    /// Added first, then changed, then withdrawn; each as in the file of the month.
    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }

    /// Why two rows of one event differ.
    static Why between(ReportedRow before, ReportedRow after) {
        boolean date = !before.date().equals(after.date());
        boolean code = !before.code().equals(after.code()) || before.kind() != after.kind();
        boolean region = !before.region().equals(after.region());
        boolean home = !before.homeRegion().equals(after.homeRegion());
        int parts = (date ? 1 : 0) + (code ? 1 : 0) + (region ? 1 : 0) + (home ? 1 : 0);
        if (parts > 1) {
            return Why.SEVERAL;
        }
        return date ? Why.DATE : code ? Why.CODE : region ? Why.REGION : Why.HOME_REGION;
    }
}
