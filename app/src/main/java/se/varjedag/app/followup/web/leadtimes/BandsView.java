package se.varjedag.app.followup.web.leadtimes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.OvertimeBands;

/// How much too late those came who were late, each as a part of their own limit.
public record BandsView(Figure figure, List<Row> rows, boolean empty) {

    public BandsView {
        rows = List.copyOf(rows);
    }

    /// One band.
    public record Row(String band, String patients, Bar bar, String share, String overtime) {}

    static BandsView of(Measured measured) {
        var reading = measured.reading();
        var formats = reading.formats();
        var bands =
                OvertimeBands.of(reading.basis()
                                .answer(measured.question().by(GroupKey.LIMIT).build()))
                        .values()
                        .stream()
                        .findFirst();
        long all = bands.map(OvertimeBands::patients).orElse(0L);
        var counts = bands.map(OvertimeBands::counts).orElse(List.of());
        var rows = new ArrayList<Row>();
        for (var count : counts) {
            double share = all == 0 ? 0 : (double) count.patients() / all;
            var words = formats.percent(share, Formats.shareDecimals(all));
            rows.add(new Row(
                    words(reading, count),
                    formats.whole(count.patients()),
                    Bar.of(
                            share,
                            1,
                            count.band() == OvertimeBands.Band.IN_TIME ? "var(--data)" : "url(#hatch)",
                            words(reading, count) + ": " + words),
                    words,
                    formats.whole(count.overtimeDays())));
        }
        var figure = reading.figure(
                "overtidsband",
                reading.t("bands.question"),
                reading.t("bands.selected"),
                null,
                new Columns<OvertimeBands.Count>()
                        .words(reading.t("bands.band"), count -> words(reading, count))
                        .number(reading.t("column.patients"), count -> Cell.of(count.patients()))
                        .number(
                                reading.t("column.share"),
                                count -> new Cell.Share(all == 0 ? 0 : (double) count.patients() / all, 1))
                        .number(reading.t("column.overtime"), count -> Cell.of(count.overtimeDays()))
                        .table("overtidsband", counts),
                "overtidsband",
                foot(measured, all, bands));
        return new BandsView(figure, rows, all == 0);
    }

    private static List<Rich> foot(Measured measured, long all, Optional<OvertimeBands> bands) {
        var reading = measured.reading();
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        if (all > 0) {
            foot.add(Rich.of(reading.t("foot.n", formats.whole(all))));
            long days = bands.map(OvertimeBands::counts).orElse(List.of()).stream()
                    .mapToLong(OvertimeBands.Count::overtimeDays)
                    .sum();
            foot.add(Rich.of(reading.t("bands.days", formats.whole(days))));
        }
        return foot;
    }

    private static String words(Reading reading, OvertimeBands.Count count) {
        return reading.t(
                switch (count.band()) {
                    case IN_TIME -> "bands.intime";
                    case TO_25 -> "bands.25";
                    case TO_50 -> "bands.50";
                    case TO_75 -> "bands.75";
                    case OVER_75 -> "bands.over";
                });
    }
}
