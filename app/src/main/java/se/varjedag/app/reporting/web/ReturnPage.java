package se.varjedag.app.reporting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reporting.MadeReturn;
import se.varjedag.app.reporting.NationalReturns;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.reported.Difference;
import se.varjedag.pathway.reported.Differences;
import se.varjedag.pathway.reported.MonthReport;
import se.varjedag.pathway.reported.ReportedRow;

/// The page of one return: how many starts and ends of each pathway, what is uncertain or left out, what differs from
/// the return before, and the files.
///
/// @param same        whether the file can be made again to the last byte
/// @param files       where they are; empty when they cannot be made again
/// @param notes       one sentence each
/// @param differencesGone a sentence when the file of differences cannot be made again; empty otherwise
/// @param differences the first of them; null for the first return of a region
public record ReturnPage(
        String name,
        String selected,
        String sha256,
        boolean same,
        List<ReturnsPage.Choice> files,
        List<ReturnsPage.Choice> keys,
        DataTable.Shown counts,
        List<String> notes,
        String differencesGone,
        @Nullable Changes differences) {
    private static final int SHOWN = 100;

    public ReturnPage {
        files = List.copyOf(files);
        keys = List.copyOf(keys);
        notes = List.copyOf(notes);
    }

    /// What differs from the return before.
    ///
    /// @param more a sentence when not all are shown; empty otherwise
    /// @param href the file of all of them; empty when it cannot be made again
    public record Changes(String lead, String sum, DataTable.Shown rows, String more, String href) {}

    static ReturnPage of(
            MadeReturn made,
            Optional<MadeReturn> since,
            NationalReturns.Content content,
            Definitions definitions,
            Texts texts) {
        var formats = texts.formats();
        var report = content.report();
        var at = ReturnController.PATH + "/" + made.id();
        return new ReturnPage(
                name(made, texts),
                texts.text("return.made", knownAt(made, texts), made.by(), formats.moment(made.at())),
                made.sha256(),
                content.same(),
                content.same()
                        ? List.of(
                                new ReturnsPage.Choice(at + "/fil.csv", "CSV"),
                                new ReturnsPage.Choice(at + "/fil.xlsx", "XLSX"))
                        : List.of(),
                List.of(
                        key("return.rows", report.rows().size(), texts),
                        key("return.kind.start", report.count(ReportedRow.Kind.START), texts),
                        key("return.kind.treated", report.count(ReportedRow.Kind.TREATED), texts),
                        key("return.kind.left", report.count(ReportedRow.Kind.LEFT), texts),
                        key("return.kind.not-met", report.count(ReportedRow.Kind.NOT_MET), texts)),
                counts(report, definitions, texts).shown(formats),
                notes(report, texts),
                content.sameDifferences() ? "" : texts.text("return.differences.gone"),
                since.flatMap(last -> content.differences()
                                .map(all -> changes(all, last, content.sameDifferences() ? at : "", texts)))
                        .orElse(null));
    }

    /// Region and month.
    static String name(MadeReturn made, Texts texts) {
        return texts.text(
                "return.name", Regions.name(made.region()), texts.formats().month(made.month()));
    }

    /// The day of extraction, or the moment where it was not a whole day.
    static String knownAt(MadeReturn made, Texts texts) {
        return made.wholeDay()
                ? texts.formats().date(made.day())
                : texts.formats().moment(made.knownAt());
    }

    private static ReturnsPage.Choice key(String text, long number, Texts texts) {
        return new ReturnsPage.Choice(texts.formats().whole(number), texts.text(text));
    }

    private static DataTable counts(MonthReport report, Definitions definitions, Texts texts) {
        var columns = new ArrayList<DataTable.Column>();
        columns.add(DataTable.Column.words(texts.text("return.pathway")));
        for (var kind : ReportedRow.Kind.values()) {
            columns.add(DataTable.Column.number(texts.text("return.kind." + kind.key())));
        }
        var rows = report.counts().entrySet().stream()
                .map(one -> row(
                        definitions.all().get(one.getKey()).name(texts.formats().language()), one.getValue()))
                .toList();
        var sums = new java.util.EnumMap<ReportedRow.Kind, Long>(ReportedRow.Kind.class);
        for (var kind : ReportedRow.Kind.values()) {
            sums.put(kind, report.count(kind));
        }
        return new DataTable(report.month().toString(), columns, rows, List.of(row(texts.text("return.sum"), sums)));
    }

    private static List<Cell> row(String name, Map<ReportedRow.Kind, Long> counts) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(name));
        for (var kind : ReportedRow.Kind.values()) {
            cells.add(Cell.of(counts.getOrDefault(kind, 0L)));
        }
        return cells;
    }

    private static List<String> notes(MonthReport report, Texts texts) {
        return report.notes().entrySet().stream()
                .map(note -> texts.text(
                        "return.note." + note.getKey().name().toLowerCase(Locale.ROOT),
                        texts.formats().whole(note.getValue())))
                .toList();
    }

    private static Changes changes(Differences all, MadeReturn last, String at, Texts texts) {
        var formats = texts.formats();
        var words = List.of("change", "code", "date", "home", "was", "why").stream()
                .map(key -> DataTable.Column.words(texts.text("return.column." + key)))
                .toList();
        var rows = all.rows().stream().limit(SHOWN).map(row -> line(row, texts)).toList();
        return new Changes(
                texts.text("return.since", name(last, texts), knownAt(last, texts)),
                texts.text(
                        "return.changes",
                        formats.whole(all.count(Difference.What.ADDED)),
                        formats.whole(all.count(Difference.What.CHANGED)),
                        formats.whole(all.count(Difference.What.WITHDRAWN))),
                new DataTable("", words, rows).shown(formats),
                all.rows().size() > SHOWN
                        ? texts.text(
                                "return.more",
                                formats.whole(SHOWN),
                                formats.whole(all.rows().size()))
                        : "",
                at.isEmpty() ? "" : at + "/skillnader.csv");
    }

    private static List<Cell> line(Difference row, Texts texts) {
        var shown = row.shown();
        return List.of(
                Cell.of(texts.text("return.what." + row.what().key())),
                Cell.of(shown.code()),
                Cell.of(texts.formats().date(shown.date())),
                Cell.of(home(shown, texts)),
                Cell.of(
                        row.what() == Difference.What.CHANGED
                                ? row.was().map(was -> was(was, shown, texts)).orElse("")
                                : ""),
                Cell.of(texts.text("return.why." + row.why().key())));
    }

    /// What of the row was otherwise.
    private static String was(ReportedRow was, ReportedRow is, Texts texts) {
        var parts = new ArrayList<String>();
        if (!was.code().equals(is.code())) {
            parts.add(was.code());
        }
        if (!was.date().equals(is.date())) {
            parts.add(texts.formats().date(was.date()));
        }
        if (!was.homeRegion().equals(is.homeRegion())) {
            parts.add(home(was, texts));
        }
        return String.join(", ", parts);
    }

    private static String home(ReportedRow row, Texts texts) {
        return row.homeRegion().isEmpty() ? texts.text("return.unknown") : Regions.name(row.homeRegion());
    }

    /// The rows of the file as a table, for a spreadsheet: codes of counties are words, for they begin with a nought.
    static DataTable file(MonthReport report) {
        var columns = List.of(MonthReport.COLUMNS.split(",")).stream()
                .map(DataTable.Column::words)
                .toList();
        var rows = report.rows().stream()
                .map(row -> List.<Cell>of(
                        Cell.of(row.code()),
                        Cell.of(row.date().toString()),
                        Cell.of(row.region()),
                        Cell.of(row.homeRegion())))
                .toList();
        return new DataTable(report.month().toString(), columns, rows);
    }
}
