package se.varjedag.app.results.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.results.Canonical;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Difference;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Counts;
import se.varjedag.app.results.Issue;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;

/// Figures of an issue as a table: what pages show and files carry, with what is told of too few left out.
final class ResultTable {
    private static final List<String> KEYS = List.of("diagnosis", "place");
    private static final List<String> NUMBERS = List.of(
            "n",
            "with_limit",
            "within",
            "share",
            "share_low",
            "share_high",
            "median",
            "p80",
            "p90",
            "waiting",
            "left",
            "before_n",
            "before_share",
            "difference");

    /// The columns from those with a limit to the highest share.
    private static final int SHARES = 5;

    private final Issue issue;
    private final Hiding hiding;
    private final ResultsFrame frame;
    private final Texts texts;

    ResultTable(Issue issue, Hiding hiding, ResultsFrame frame, Texts texts) {
        this.issue = issue;
        this.hiding = hiding;
        this.frame = frame;
        this.texts = texts;
    }

    /// Some lines under the heads of every column.
    DataTable of(List<Line> lines) {
        var columns = new ArrayList<DataTable.Column>();
        KEYS.forEach(key -> columns.add(DataTable.Column.words(head(key))));
        NUMBERS.forEach(key -> columns.add(DataTable.Column.number(head(key))));
        columns.add(DataTable.Column.words(head("certain")));
        return new DataTable("resultat", columns, lines.stream().map(this::row).toList());
    }

    private String head(String key) {
        return texts.text("results.column." + key);
    }

    private List<Cell> row(Line line) {
        var row = new ArrayList<Cell>();
        row.add(Cell.of(frame.diagnosis(line.svf(), texts)));
        row.add(Cell.of(frame.place(line, issue, texts)));
        counts(line, row);
        row.add(hiding.hidesBefore(line) ? few() : Cell.of(line.before().n()));
        row.add(
                hiding.hidesShareBefore(line)
                        ? few()
                        : share(line.before().share(), line.before().withLimit()));
        var difference = difference(line, hiding);
        row.add(difference == null ? new Cell.Missing(Formats.NONE) : new Cell.Share(difference.value(), 1));
        row.add(
                difference == null
                        ? new Cell.Missing(Formats.NONE)
                        : Cell.of(texts.text(difference.certain() ? "results.certain" : "results.uncertain")));
        return row;
    }

    private void counts(Line line, List<Cell> row) {
        var now = line.now();
        row.add(hiding.hides(line) ? few() : Cell.of(now.n()));
        if (hiding.hidesShare(line)) {
            row.addAll(Collections.nCopies(SHARES, few()));
        } else {
            row.add(Cell.of(now.withLimit()));
            row.add(Cell.of(now.within()));
            row.add(share(now.share(), now.withLimit()));
            row.add(share(now.low(), now.withLimit()));
            row.add(share(now.high(), now.withLimit()));
        }
        days(hiding.median(line), now, row);
        days(hiding.p80(line), now, row);
        days(hiding.p90(line), now, row);
        boolean others = hiding.hidesOthers(line);
        row.add(others ? few() : Cell.of(now.waiting()));
        row.add(others ? few() : Cell.of(now.left()));
    }

    private void days(OptionalDouble days, Counts now, List<Cell> row) {
        row.add(days.isPresent() || now.n() == 0 ? Cell.of(days, 0) : few());
    }

    private Cell few() {
        return new Cell.Missing(texts.text("results.hidden"));
    }

    private static Cell share(OptionalDouble share, long of) {
        return Cell.share(share, Formats.shareDecimals(of));
    }

    /// The difference from the period before; null where either is not told.
    static @Nullable Difference difference(Line line, Hiding hiding) {
        return hiding.hidesShare(line) || hiding.hidesShareBefore(line)
                ? null
                : line.difference().orElse(null);
    }

    /// The same figures as canonical JSON, with what stands for the issue.
    String json(Content content, Map<String, @Nullable Object> about) {
        var all = new LinkedHashMap<>(about);
        var table = of(content.figures());
        var figures = new ArrayList<Map<String, @Nullable Object>>();
        var names = new ArrayList<>(KEYS);
        names.addAll(NUMBERS);
        for (int i = 0; i < content.figures().size(); i++) {
            var line = content.figures().get(i);
            var row = table.rows().get(i);
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("svf", line.svf());
            one.put("key", line.place());
            for (int at = 0; at < names.size(); at++) {
                one.put(names.get(at), value(row.get(at)));
            }
            var difference = difference(line, hiding);
            one.put("certain", difference == null ? null : difference.certain());
            one.put("hidden", hiding.hides(line));
            figures.add(one);
        }
        all.put("figures", figures);
        return Canonical.write(all);
    }

    private static @Nullable Object value(Cell cell) {
        return switch (cell) {
            case Cell.Words(var text) -> text;
            case Cell.Amount(var number, var _) -> number;
            case Cell.Share(var number, var _) -> number;
            case Cell.Missing _ -> null;
        };
    }
}
