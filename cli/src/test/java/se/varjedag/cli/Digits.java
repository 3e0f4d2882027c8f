package se.varjedag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// Compares two lines of figures.
final class Digits {
    static final List<String> COLUMNS = List.of(
            "n",
            "with_limit",
            "within",
            "share",
            "median",
            "p75",
            "p80",
            "p90",
            "mean",
            "overtime_days",
            "waiting",
            "waiting_overtime_days",
            "waiting_stale",
            "left");

    private Digits() {}

    /// Fails where a count differs, or where a measured number is neither the same double nor the next one.
    static void same(List<String> ours, List<String> theirs, String what) {
        assertThat(ours).as(what).hasSameSizeAs(COLUMNS);
        for (int i = 0; i < COLUMNS.size(); i++) {
            var column = "%s of %s: ours %s, theirs %s".formatted(COLUMNS.get(i), what, ours, theirs);
            if (ours.get(i).isEmpty() || theirs.get(i).isEmpty()) {
                assertThat(ours.get(i)).as(column).isEqualTo(theirs.get(i));
            } else {
                double our = Double.parseDouble(ours.get(i));
                double their = Double.parseDouble(theirs.get(i));
                assertThat(Math.abs(our - their)).as(column).isLessThanOrEqualTo(Math.ulp(their));
            }
        }
    }
}
