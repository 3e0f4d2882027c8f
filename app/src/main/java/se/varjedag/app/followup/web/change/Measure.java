package se.varjedag.app.followup.web.change;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.statistics.XmrChart.Better;

/// What is followed from period to period.
enum Measure {
    SHARE("andel", Better.HIGHER),
    MEDIAN("median", Better.LOWER),
    OVERTIME("overtid", Better.LOWER),
    TREATED("behandlade", Better.NEITHER),
    BEGUN("nya", Better.NEITHER),
    /// Open at the end of the period, the stale apart. More may wait because more come in: neither way is better.
    WAITING("vantar", Better.NEITHER);

    private final String key;
    private final Better better;

    Measure(String key, Better better) {
        this.key = key;
        this.better = better;
    }

    /// The word in a link.
    String key() {
        return key;
    }

    Better better() {
        return better;
    }

    static Optional<Measure> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    /// The rule it is counted by: those who begin are counted where they begin.
    CountBy countBy(CountBy chosen) {
        return switch (this) {
            case BEGUN -> CountBy.START;
            case WAITING -> CountBy.END;
            case SHARE, MEDIAN, OVERTIME, TREATED -> chosen;
        };
    }

    /// The figure of a period; empty where nobody gives it. Those who wait are counted at the end of a period and not
    /// in it ([Series]).
    OptionalDouble of(Group group) {
        return switch (this) {
            case SHARE -> scaled(group.share());
            case MEDIAN -> group.median();
            case OVERTIME -> decimal(group.overtimeDays());
            case TREATED -> OptionalDouble.of((double) group.n());
            case BEGUN -> OptionalDouble.of((double) group.everybody());
            case WAITING -> OptionalDouble.empty();
        };
    }

    /// Shares are followed as per cent.
    private static OptionalDouble scaled(OptionalDouble share) {
        return share.isPresent() ? OptionalDouble.of(100 * share.getAsDouble()) : OptionalDouble.empty();
    }

    private static OptionalDouble decimal(OptionalLong number) {
        return number.isPresent() ? OptionalDouble.of((double) number.getAsLong()) : OptionalDouble.empty();
    }

    /// A value as the page writes it.
    String words(Formats formats, double value) {
        return switch (this) {
            case SHARE -> formats.percent(value / 100, 1);
            case MEDIAN -> formats.decimal(value, 1);
            case OVERTIME, TREATED, BEGUN, WAITING -> formats.decimal(value, 0);
        };
    }

    /// The figure of a period as a cell of the table: to the last digit what any other answer gives.
    Cell cell(Group group) {
        return this == SHARE
                ? Cell.share(group.share(), 1)
                : of(group).stream().mapToObj(this::cell).findFirst().orElse(new Cell.Missing(Formats.NONE));
    }

    /// A value as a cell of the table.
    Cell cell(double value) {
        return switch (this) {
            case SHARE -> new Cell.Share(value / 100, 1);
            case MEDIAN -> new Cell.Amount(value, 1);
            case OVERTIME, TREATED, BEGUN, WAITING -> new Cell.Amount(value, 0);
        };
    }
}
