package se.varjedag.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import se.varjedag.cli.Figures.Cell;
import se.varjedag.pathway.definition.Language;

/// Writes figures as a table for people: columns aligned, thousands apart, one decimal.
final class TableText {
    private final Language language;

    TableText(Language language) {
        this.language = language;
    }

    /// One row per line under the column names; a single row that is long stands on end.
    void write(Figures figures, PrintStream out) {
        if (figures.rows().size() == 1 && figures.columns().size() > 5) {
            writeOnEnd(figures, out);
            return;
        }
        var lines = new ArrayList<List<String>>();
        lines.add(figures.columns());
        figures.rows().forEach(row -> lines.add(row.stream().map(this::text).toList()));
        var widths = new int[figures.columns().size()];
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (int l = 0; l < lines.size(); l++) {
            var text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(i == 0 ? "" : "  ").append(aligned(lines.get(l).get(i), widths[i], textual(figures, i)));
            }
            out.println(text.toString().stripTrailing());
            if (l == 0) {
                out.println("─".repeat(text.length()));
            }
        }
        out.flush();
    }

    private void writeOnEnd(Figures figures, PrintStream out) {
        var row = figures.rows().getFirst().stream().map(this::text).toList();
        int name = figures.columns().stream().mapToInt(String::length).max().orElse(0);
        int value = row.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < row.size(); i++) {
            out.println(aligned(figures.columns().get(i), name, true) + "  " + aligned(row.get(i), value, false));
        }
        out.flush();
    }

    private static boolean textual(Figures figures, int column) {
        return figures.rows().stream()
                .map(row -> row.get(column))
                .filter(cell -> !(cell instanceof Cell.Empty || cell instanceof Cell.Hidden))
                .findFirst()
                .map(cell -> cell instanceof Cell.Text)
                .orElse(false);
    }

    private static String aligned(String text, int width, boolean left) {
        var space = " ".repeat(Math.max(0, width - text.length()));
        return left ? text + space : space + text;
    }

    private String text(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> text.isEmpty() ? "–" : text;
            case Cell.Whole(var value) -> grouped(Long.toString(value));
            case Cell.Real(var value) -> rounded(value);
            case Cell.Part(var value) -> rounded(value * 100) + " %";
            case Cell.Empty() -> "–";
            case Cell.Hidden() -> language == Language.SV ? "dold" : "hidden";
        };
    }

    private String rounded(double value) {
        return grouped(new BigDecimal(Double.toString(value))
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString());
    }

    /// Sets thousands apart: by comma in English, by a no-break space in Swedish, which also has a decimal comma.
    private String grouped(String number) {
        int point = number.indexOf('.');
        var whole = point < 0 ? number : number.substring(0, point);
        var text = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            int left = whole.length() - i;
            if (i > 0 && left % 3 == 0 && whole.charAt(i - 1) != '-') {
                text.append(language == Language.SV ? '\u00a0' : ',');
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(language == Language.SV ? ',' : '.').append(number, point + 1, number.length());
        }
        return text.toString();
    }
}
