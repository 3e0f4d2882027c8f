package se.varjedag.app.followup.web.prognosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.prognosis.Outlook;

/// How many of those waiting are expected to start within their limit, by pathway or region.
final class OutlookView {

    private static final double LEVEL = 0.95;

    private OutlookView() {}

    static Figure of(Reading reading, String id, GroupKey key, Map<String, Outlook> outlooks, Outlook all) {
        var rows = new ArrayList<List<Cell>>();
        outlooks.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Outlook> one) ->
                                -one.getValue().ahead())
                        .thenComparing(Map.Entry::getKey))
                .forEach(one -> rows.add(row(GroupNames.name(reading, key, one.getKey()), one.getValue())));
        var data = new DataTable(
                "prognos-" + id,
                List.of(
                        DataTable.Column.words(GroupNames.head(reading, key)),
                        DataTable.Column.number(reading.t("prognosis.ahead")),
                        DataTable.Column.number(reading.t("prognosis.expected")),
                        DataTable.Column.number(reading.t("prognosis.least")),
                        DataTable.Column.number(reading.t("prognosis.most")),
                        DataTable.Column.number(reading.t("prognosis.share")),
                        DataTable.Column.number(reading.t("prognosis.past"))),
                rows,
                List.of(row(reading.t("prognosis.everywhere"), all)));
        return reading.figure(
                id,
                reading.t("prognosis." + key.key() + ".question"),
                reading.t(
                        "prognosis.selected",
                        reading.formats().date(reading.basis().asOf())),
                null,
                data,
                "prognos",
                List.of(Rich.of(reading.t("prognosis.use"))));
    }

    private static List<Cell> row(String name, Outlook outlook) {
        var interval = outlook.interval(LEVEL);
        return List.of(
                Cell.of(name),
                Cell.of(outlook.ahead()),
                new Cell.Amount(outlook.expected(), 0),
                new Cell.Amount(interval.lower(), 0),
                new Cell.Amount(interval.upper(), 0),
                outlook.ahead() == 0 ? new Cell.Missing("–") : new Cell.Share(outlook.expected() / outlook.ahead(), 0),
                Cell.of(outlook.waiting() - outlook.ahead()));
    }
}
