package se.varjedag.app.followup.web.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.registration.Correction;
import se.varjedag.pathway.registration.Correction.Standing;
import se.varjedag.pathway.registration.Faults;

/// What the share within the limit owes to findings.
///
/// @param bounds between what the share would lie if every pathway that lost its end had one; empty when none has
public record CorrectionView(Figure figure, List<Row> rows, String bounds) {

    public CorrectionView {
        rows = List.copyOf(rows);
    }

    /// One way of counting.
    ///
    /// @param main whether it is about everybody, not about one kind of finding
    public record Row(
            String name, String fewer, String n, String withLimit, String share, String change, boolean main) {}

    private record Line(String name, Standing standing, long fewer, boolean main) {}

    static CorrectionView of(Reading reading, Faults faults) {
        var formats = reading.formats();
        var correction = Correction.of(
                reading.basis().traced(), reading.selection().question().build(), faults);
        var all = correction.all();
        var lines = new ArrayList<Line>();
        lines.add(new Line(reading.t("registration.correction.all"), all, 0, true));
        lines.add(new Line(
                reading.t("registration.correction.clean"),
                correction.clean(),
                all.n() - correction.clean().n(),
                true));
        correction.by().entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().n()))
                .forEach(entry -> lines.add(new Line(
                        reading.t(
                                "registration.correction.without",
                                entry.getKey().fault(reading.texts().language())),
                        correction.without(entry.getKey()),
                        entry.getValue().n(),
                        false)));
        var bounds = correction.bounds();
        var figure = reading.figure(
                "rattning",
                reading.t("registration.correction.question"),
                reading.t("registration.correction.selected"),
                null,
                columns(reading).table("rattning", lines),
                "registrering",
                List.of(Rich.of(reading.t("registration.correction.foot"))));
        return new CorrectionView(
                figure,
                lines.stream().map(line -> row(reading, line, all)).toList(),
                correction.endless() == 0
                        ? ""
                        : reading.t(
                                "registration.correction.bounds",
                                formats.whole(correction.endless()),
                                formats.percentInterval(bounds.lower(), bounds.upper(), 1)));
    }

    private static Row row(Reading reading, Line line, Standing all) {
        var formats = reading.formats();
        var share = line.standing().share().value();
        var before = all.share().value();
        return new Row(
                line.name(),
                formats.whole(line.fewer()),
                formats.whole(line.standing().n()),
                formats.whole(line.standing().limits().withLimit()),
                formats.percent(
                        share, Formats.shareDecimals(line.standing().limits().withLimit())),
                line.fewer() == 0 || share.isEmpty() || before.isEmpty()
                        ? Formats.NONE
                        : formats.points(share.getAsDouble() - before.getAsDouble()),
                line.main());
    }

    private static Columns<Line> columns(Reading reading) {
        return new Columns<Line>()
                .words(reading.t("registration.correction.way"), Line::name)
                .number(reading.t("registration.correction.fewer"), line -> Cell.of(line.fewer()))
                .number(
                        reading.t("column.started"),
                        line -> Cell.of(line.standing().n()))
                .number(
                        reading.t("column.withlimit"),
                        line -> Cell.of(line.standing().limits().withLimit()))
                .number(
                        reading.t("column.within"),
                        line -> Cell.of(line.standing().limits().within()))
                .number(
                        reading.t("column.share"),
                        line -> Cell.share(line.standing().share().value(), 1));
    }
}
