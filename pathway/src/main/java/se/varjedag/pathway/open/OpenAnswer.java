package se.varjedag.pathway.open;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.open.OpenGroup.Told;

/// The open answer to one question: its groups, sorted by their key, in the columns of every answer and one more,
/// `hidden`, which names the columns that are hidden in the line.
///
/// A hidden figure is empty (null in JSON), as one that is not defined is; only `hidden` tells them apart.
public record OpenAnswer(Question question, List<OpenGroup> groups) {

    private record Figure(String column, String text, boolean hidden) {}

    public OpenAnswer {
        groups = List.copyOf(groups);
    }

    /// The names of the columns, the question's keys first.
    public List<String> columns() {
        var columns = new ArrayList<String>();
        question.by().forEach(key -> columns.add(key.key()));
        columns.addAll(List.of(
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
                "left",
                "hidden"));
        return columns;
    }

    /// The texts of a group's line, one per column, the names of the hidden columns last, with spaces between.
    public List<String> cells(OpenGroup group) {
        var cells = new ArrayList<>(group.key());
        var hidden = new ArrayList<String>();
        for (var figure : figures(group)) {
            cells.add(figure.hidden ? "" : figure.text);
            if (figure.hidden) {
                hidden.add(figure.column);
            }
        }
        cells.add(String.join(" ", hidden));
        return cells;
    }

    /// A group's line as values.
    public OpenLine line(OpenGroup group) {
        var told = new HashMap<String, Double>();
        var hidden = new LinkedHashSet<String>();
        for (var figure : figures(group)) {
            if (figure.hidden) {
                hidden.add(figure.column);
            } else if (!figure.text.isEmpty()) {
                told.put(figure.column, Double.valueOf(figure.text));
            }
        }
        return new OpenLine(group.key(), told, hidden);
    }

    /// Writes the answer as CSV, as every answer is written.
    public void writeCsv(Appendable out) throws IOException {
        line(columns(), out);
        for (var group : groups) {
            line(cells(group), out);
        }
    }

    /// Writes the answer as JSON: an array with one object per group, `hidden` an array of names.
    public void writeJson(Appendable out) throws IOException {
        out.append('[');
        var separator = "\n";
        for (var group : groups) {
            out.append(separator).append("  {");
            separator = ",\n";
            for (int i = 0; i < group.key().size(); i++) {
                out.append('"').append(question.by().get(i).key()).append("\": \"");
                out.append(group.key().get(i)).append("\", ");
            }
            var hidden = new ArrayList<String>();
            for (var figure : figures(group)) {
                boolean empty = figure.hidden || figure.text.isEmpty();
                out.append('"').append(figure.column).append("\": ");
                out.append(empty ? "null" : figure.text).append(", ");
                if (figure.hidden) {
                    hidden.add('"' + figure.column + '"');
                }
            }
            out.append("\"hidden\": [").append(String.join(", ", hidden)).append("]}");
        }
        out.append(groups.isEmpty() ? "]\n" : "\n]\n");
    }

    private static List<Figure> figures(OpenGroup one) {
        var group = one.group();
        boolean days = one.tells(Told.DAYS);
        boolean waits = one.waits();
        boolean waitingDays = !waits || one.tells(Told.WAITING_DAYS);
        return List.of(
                new Figure("n", Long.toString(group.n()), !one.tells(Told.COUNT)),
                new Figure("with_limit", Long.toString(group.withLimit()), !days),
                new Figure("within", Long.toString(group.within()), !days),
                new Figure("share", text(group.share()), !days),
                quantile(one, "median", 0.5),
                quantile(one, "p75", 0.75),
                quantile(one, "p80", 0.8),
                quantile(one, "p90", 0.9),
                new Figure("mean", text(group.mean()), !days),
                new Figure("overtime_days", text(group.overtimeDays()), !days),
                new Figure("waiting", waits ? Long.toString(group.waiting()) : "", waits && !one.tells(Told.WAITING)),
                new Figure("waiting_overtime_days", waits ? text(group.waitingOvertimeDays()) : "", !waitingDays),
                new Figure(
                        "waiting_stale",
                        waits ? Long.toString(group.waitingStale()) : "",
                        waits && !one.tells(Told.STALE)),
                new Figure("left", Long.toString(group.left()), !one.tells(Told.LEFT)));
    }

    private static Figure quantile(OpenGroup one, String column, double p) {
        var told = one.quantile(p);
        boolean nobody = one.tells(Told.DAYS) && one.group().n() == 0;
        return new Figure(column, text(told), told.isEmpty() && !nobody);
    }

    private static void line(List<String> cells, Appendable out) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i > 0 ? "," : "").append(cells.get(i));
        }
        out.append('\n');
    }

    private static String text(OptionalLong figure) {
        return figure.isPresent() ? Long.toString(figure.getAsLong()) : "";
    }

    private static String text(OptionalDouble figure) {
        return figure.isPresent()
                ? BigDecimal.valueOf(figure.getAsDouble()).stripTrailingZeros().toPlainString()
                : "";
    }
}
