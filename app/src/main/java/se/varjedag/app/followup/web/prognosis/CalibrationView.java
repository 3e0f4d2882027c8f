package se.varjedag.app.followup.web.prognosis;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.followup.Prognoses;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.chart.CalibrationPicture;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.prognosis.Calibration;
import se.varjedag.pathway.statistics.Binomial;

/// Of those given a chance of 30 %, did 30 % start in time?
final class CalibrationView {

    private static final double LEVEL = 0.95;
    private static final int DECIMALS = 1;
    private static final int SCORE_DECIMALS = 3;

    private CalibrationView() {}

    static Figure of(Reading reading, Prognoses.Known known) {
        var calibration = Calibration.of(known.heldBack().forecasts());
        var formats = reading.formats();
        var rows = new ArrayList<List<Cell>>();
        var points = new ArrayList<CalibrationPicture.Point>();
        double largest = 0;
        for (var band : calibration.bands()) {
            var share = band.kept().value().orElseThrow();
            var bounds = Binomial.clopperPearson(band.kept(), LEVEL);
            rows.add(List.of(
                    Cell.of(formats.percentInterval(band.from(), band.to(), 0)),
                    new Cell.Share(band.given(), DECIMALS),
                    new Cell.Share(share, DECIMALS),
                    new Cell.Share(bounds.lower(), DECIMALS),
                    new Cell.Share(bounds.upper(), DECIMALS),
                    Cell.of(band.kept().numerator()),
                    Cell.of(band.kept().denominator())));
            points.add(new CalibrationPicture.Point(band.given(), share, bounds.lower(), bounds.upper(), ""));
            largest = Math.max(largest, Math.abs(share - band.given()));
        }
        var data = new DataTable(
                "kalibrering",
                List.of(
                        DataTable.Column.words(reading.t("prognosis.band")),
                        DataTable.Column.number(reading.t("prognosis.given")),
                        DataTable.Column.number(reading.t("prognosis.came")),
                        DataTable.Column.number(reading.t("prognosis.lower")),
                        DataTable.Column.number(reading.t("prognosis.upper")),
                        DataTable.Column.number(reading.t("prognosis.kept")),
                        DataTable.Column.number(reading.t("prognosis.judged"))),
                rows);
        var chart = points.isEmpty()
                ? null
                : reading.draw(new CalibrationPicture(
                        reading.t(
                                "prognosis.label",
                                formats.whole(calibration.kept().denominator()),
                                formats.decimal(100 * largest, 0)),
                        points,
                        reading.t("prognosis.axis.given"),
                        reading.t("prognosis.axis.came"),
                        reading.t("prognosis.line"),
                        " %"));
        return reading.figure(
                "kalibrering",
                reading.t("prognosis.held.question"),
                selected(reading, known),
                chart,
                data,
                "prognos",
                foot(reading, known, calibration));
    }

    private static String selected(Reading reading, Prognoses.Known known) {
        return known.days().isEmpty()
                ? reading.t("prognosis.held.none")
                : reading.t(
                        "prognosis.held.selected",
                        reading.formats()
                                .months(
                                        YearMonth.from(known.days().getFirst()),
                                        YearMonth.from(known.days().getLast())));
    }

    private static List<Rich> foot(Reading reading, Prognoses.Known known, Calibration calibration) {
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t(
                "prognosis.n",
                formats.whole(calibration.kept().denominator()),
                formats.whole(calibration.kept().numerator()))));
        foot.add(Rich.of(reading.t(
                "prognosis.brier",
                formats.decimal(calibration.brier(), SCORE_DECIMALS),
                formats.decimal(calibration.baseBrier(), SCORE_DECIMALS),
                formats.percent(calibration.skill(), DECIMALS))));
        foot.add(Rich.of(
                reading.t("prognosis.undecided", formats.whole(known.heldBack().undecided()))));
        return foot;
    }
}
