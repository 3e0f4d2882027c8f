package se.varjedag.pathway.reported;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.trace.TracedPathways;

/// What differs between all that a region had reported with one report and all that it has reported with a later one.
///
/// All that was reported in the months of the last report, as it was known then, with the rows added, changed and
/// withdrawn, and with the rows of the new month, is all that is reported now. So whoever keeps the reports and their
/// differences has what the region's log says.
///
/// @param rows     in the order of the file
/// @param newMonth how many rows of the new month there are, which stand in its own file and not here; 0 when the month
///     had been reported before
public record Differences(List<Difference> rows, long newMonth) {

    /// Two starts of one person and pathway this near each other are taken for one whose date was corrected.
    private static final int SAME_START_DAYS = 31;

    public Differences {
        rows = List.copyOf(rows);
    }

    /// Lays a report beside the last one.
    ///
    /// @param before    as known when the last report was made
    /// @param reported  the months that had been reported by then
    /// @param after     as known now, traced by the same definitions
    /// @param month     the month of the new report
    public static Differences between(
            TracedPathways before, Months reported, TracedPathways after, String region, YearMonth month) {
        return new Comparison(new PersonRows(before), reported, new PersonRows(after), region, month).all();
    }

    public long count(Difference.What what) {
        return rows.stream().filter(row -> row.what() == what).count();
    }

    /// The file of differences, written as that of the month.
    public String csv() {
        var text = new StringBuilder(Difference.COLUMNS).append("\r\n");
        rows.forEach(row -> text.append(row.line()).append("\r\n"));
        return text.toString();
    }

    /// All that a region has reported in some months, as known at a moment, in the order of the file.
    public static List<ReportedRow> reported(TracedPathways traced, Months months, String region) {
        var all = new PersonRows(traced);
        var rows = new ArrayList<ReportedRow>();
        for (int person = 0; person < traced.timelines().persons(); person++) {
            for (var pathway : all.of(person)) {
                add(rows, pathway.start(), months, region);
                add(rows, pathway.end(), months, region);
            }
        }
        rows.sort(null);
        return rows;
    }

    private static void add(List<ReportedRow> rows, @Nullable ReportedRow row, Months months, String region) {
        if (row != null && row.region().equals(region) && months.contains(row.date())) {
            rows.add(row);
        }
    }

    /// One comparison under way: person by person, in the order of their names.
    private static final class Comparison {
        private final PersonRows before;
        private final PersonRows after;
        private final Months reported;
        private final Months now;
        private final String region;
        private final YearMonth month;
        private final List<Difference> found = new ArrayList<>();
        private long newMonth;
        private int then = -1;
        private int person = -1;

        Comparison(PersonRows before, Months reported, PersonRows after, String region, YearMonth month) {
            this.before = before;
            this.after = after;
            this.reported = reported;
            this.now = reported.with(month);
            this.region = region;
            this.month = month;
        }

        Differences all() {
            var old = before.traced().timelines();
            var current = after.traced().timelines();
            int o = 0;
            int c = 0;
            while (o < old.persons() || c < current.persons()) {
                int order = o == old.persons()
                        ? 1
                        : c == current.persons() ? -1 : old.person(o).compareTo(current.person(c));
                then = order <= 0 ? o++ : -1;
                person = order >= 0 ? c++ : -1;
                compare(then < 0 ? List.of() : before.of(then), person < 0 ? List.of() : after.of(person));
            }
            found.sort(null);
            return new Differences(found, newMonth);
        }

        private void compare(List<PersonRows.Rows> had, List<PersonRows.Rows> has) {
            var left = new ArrayList<>(had);
            var waiting = new ArrayList<>(has);
            pair(left, waiting, (one, other) -> one.startDay() == other.startDay());
            pair(left, waiting, (one, other) -> one.end() != null && one.end().equals(other.end()));
            pair(left, waiting, (one, other) -> Math.abs(one.startDay() - other.startDay()) <= SAME_START_DAYS);
            left.forEach(one -> compare(one, null));
            waiting.forEach(one -> compare(null, one));
        }

        /// Whether two runs through a pathway are one, told twice.
        private interface Same {
            boolean as(PersonRows.Rows one, PersonRows.Rows other);
        }

        private void pair(List<PersonRows.Rows> left, List<PersonRows.Rows> waiting, Same same) {
            left.removeIf(one -> {
                Predicate<PersonRows.Rows> fits =
                        other -> other.definition() == one.definition() && same.as(one, other);
                var found = waiting.stream().filter(fits).findFirst();
                found.ifPresent(other -> {
                    waiting.remove(other);
                    compare(one, other);
                });
                return found.isPresent();
            });
        }

        private void compare(PersonRows.@Nullable Rows had, PersonRows.@Nullable Rows has) {
            compare(
                    had == null ? null : had.start(),
                    had == null ? "" : had.startCode(),
                    has == null ? null : has.start(),
                    has == null ? "" : has.startCode());
            compare(
                    had == null ? null : had.end(),
                    had == null ? "" : had.endCode(),
                    has == null ? null : has.end(),
                    has == null ? "" : has.endCode());
        }

        private void compare(@Nullable ReportedRow had, String hadCode, @Nullable ReportedRow has, String hasCode) {
            boolean was = had != null && had.region().equals(region) && reported.contains(had.date());
            boolean is = has != null && has.region().equals(region) && now.contains(has.date());
            boolean inNewMonth = is
                    && !reported.contains(month)
                    && YearMonth.from(Objects.requireNonNull(has).date()).equals(month);
            if (inNewMonth) {
                newMonth++;
                is = false;
            }
            if (was && is && Objects.equals(had, has)) {
                return;
            }
            if (was && is) {
                var one = Objects.requireNonNull(had);
                var other = Objects.requireNonNull(has);
                found.add(new Difference(one, other, Difference.between(one, other)));
            } else if (was) {
                var one = Objects.requireNonNull(had);
                found.add(
                        new Difference(one, null, has == null ? whyGone(one, hadCode) : Difference.between(one, has)));
            } else if (is) {
                var other = Objects.requireNonNull(has);
                found.add(new Difference(null, other, whyNew(had, other, hasCode)));
            }
        }

        private Difference.Why whyGone(ReportedRow row, String code) {
            return person >= 0 && after.has(person, code, row.date(), row.region())
                    ? Difference.Why.FOLLOWS
                    : Difference.Why.TAKEN_BACK;
        }

        private Difference.Why whyNew(@Nullable ReportedRow had, ReportedRow row, String code) {
            if (!reported.contains(row.date())) {
                return Difference.Why.MONTH_NOT_REPORTED;
            }
            if (had != null) {
                return Difference.between(had, row);
            }
            return then >= 0 && before.has(then, code, row.date(), row.region())
                    ? Difference.Why.FOLLOWS
                    : Difference.Why.REGISTERED_LATER;
        }
    }
}
