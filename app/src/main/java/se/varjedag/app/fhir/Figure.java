package se.varjedag.app.fhir;

import java.util.Arrays;
import java.util.Optional;

/// The figures of a report, by the names of an answer's columns, and what each of them is.
enum Figure {
    N("n", "Pathways that reached the second point, accounted in the period", Unit.COUNT),
    WITH_LIMIT("with_limit", "Those of n whose limit is known", Unit.COUNT),
    WITHIN("within", "Those of with_limit who kept their limit", Unit.COUNT),
    SHARE("share", "within of with_limit", Unit.SHARE),
    MEDIAN("median", "Median of the days of n, by Hyndman and Fan's type 7", Unit.DAYS),
    P75("p75", "75th percentile of the days of n, by the same type", Unit.DAYS),
    P80("p80", "80th percentile of the days of n, by the same type", Unit.DAYS),
    P90("p90", "90th percentile of the days of n, by the same type", Unit.DAYS),
    MEAN("mean", "Mean of the days of n", Unit.DAYS),
    OVERTIME_DAYS("overtime_days", "Days beyond the limit, added up over with_limit", Unit.DAYS),
    WAITING("waiting", "Pathways that are open and not stale", Unit.COUNT),
    WAITING_OVERTIME_DAYS(
            "waiting_overtime_days",
            "Days beyond the longest limit still possible, added up over those waiting whose limit is known",
            Unit.DAYS),
    WAITING_STALE(
            "waiting_stale", "Pathways that are open and of which nothing has been heard for 180 days", Unit.COUNT),
    LEFT("left", "Pathways that ended without reaching the second point", Unit.COUNT),
    CASES("cases", "Expected cancer cases of the same selection", Unit.COUNT),
    INCLUSION("inclusion", "Those whose end counts for inclusion, of the expected cases", Unit.SHARE);

    /// What a figure is counted in.
    enum Unit {
        COUNT,
        DAYS,
        SHARE
    }

    private final String column;
    private final String words;
    private final Unit unit;

    Figure(String column, String words, Unit unit) {
        this.column = column;
        this.words = words;
        this.unit = unit;
    }

    String column() {
        return column;
    }

    String words() {
        return words;
    }

    Unit unit() {
        return unit;
    }

    /// The figure of a column.
    static Optional<Figure> of(String column) {
        return Arrays.stream(values()).filter(one -> one.column.equals(column)).findFirst();
    }
}
