package se.varjedag.app.followup.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.statistics.Share;

/// How many began treatment, and how they stand against their limits: as the cell, the bar and the columns that all
/// tables show it with.
///
/// @param assumed how many of those with a limit have one that is an assumption
record Standing(long n, long withLimit, long within, long assumed) {

    /// Nobody began.
    static final Standing NONE = new Standing(0, 0, 0, 0);

    static Standing of(@Nullable Group group) {
        return group == null
                ? NONE
                : new Standing(group.n(), group.withLimit(), group.within(), group.withAssumedLimit());
    }

    Share share() {
        return new Share(within, withLimit);
    }

    /// The share as the page writes it: without decimals over few.
    String percent(Formats formats) {
        return formats.percent(share().value(), Formats.shareDecimals(withLimit));
    }

    /// The share with its interval and the goal; null where nobody has a known limit.
    @Nullable
    Bar bar(Reading reading, String fill, String share) {
        var formats = reading.formats();
        var decimals = Formats.shareDecimals(withLimit);
        return share().wilson(0.95)
                .map(i -> Bar.share(
                        share().value().orElse(0),
                        i.lower(),
                        i.upper(),
                        PairView.TIME_GOAL,
                        fill,
                        share + ", " + reading.t("interval", formats.percentInterval(i.lower(), i.upper(), decimals))))
                .orElse(null);
    }

    /// Started, with a known limit, within it, and the share.
    static <R> void columns(Columns<R> columns, Reading reading, Function<R, Standing> standing) {
        columns.number(
                        reading.t("column.started"),
                        row -> Cell.of(standing.apply(row).n()))
                .number(
                        reading.t("column.withlimit"),
                        row -> Cell.of(standing.apply(row).withLimit()))
                .number(
                        reading.t("column.within"),
                        row -> Cell.of(standing.apply(row).within()))
                .number(
                        reading.t("column.share"),
                        row -> Cell.share(standing.apply(row).share().value(), 1));
    }
}
