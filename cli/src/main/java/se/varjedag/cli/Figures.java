package se.varjedag.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Rows of figures under named columns, and how they are written for programs: full precision, empty where undefined.
record Figures(List<String> columns, List<List<Cell>> rows) {

    /// One value.
    sealed interface Cell {
        /// A word.
        record Text(String text) implements Cell {}

        /// A count.
        record Whole(long value) implements Cell {}

        /// A measured number.
        record Real(double value) implements Cell {}

        /// A share from 0 to 1, which people read in percent.
        record Part(double value) implements Cell {}

        /// Nothing that is defined.
        record Empty() implements Cell {}

        /// What is not told to everybody.
        record Hidden() implements Cell {}

        static Cell of(String text) {
            return new Text(text);
        }

        static Cell of(long value) {
            return new Whole(value);
        }

        static Cell of(double value) {
            return new Real(value);
        }

        static Cell of(OptionalDouble value) {
            return value.isPresent() ? new Real(value.getAsDouble()) : new Empty();
        }

        static Cell of(OptionalLong value) {
            return value.isPresent() ? new Whole(value.getAsLong()) : new Empty();
        }

        static Cell part(OptionalDouble value) {
            return value.isPresent() ? new Part(value.getAsDouble()) : new Empty();
        }
    }

    Figures {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    void writeCsv(PrintStream out) {
        var text = new StringBuilder();
        line(text, columns.stream().map(Cell::of).toList());
        for (var row : rows) {
            line(text, row);
            if (text.length() > 1 << 15) {
                out.print(text);
                text.setLength(0);
            }
        }
        out.print(text);
        out.flush();
    }

    void writeJson(PrintStream out) {
        var text = new StringBuilder("[");
        var before = "\n";
        for (var row : rows) {
            var members = new ArrayList<String>();
            for (int i = 0; i < columns.size(); i++) {
                members.add(quoted(columns.get(i)) + ": " + json(row.get(i)));
            }
            text.append(before).append("  {").append(String.join(", ", members)).append('}');
            before = ",\n";
        }
        out.print(text.append("\n]\n"));
        out.flush();
    }

    private static void line(StringBuilder text, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(csv(cells.get(i)));
        }
        text.append('\n');
    }

    private static String csv(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) ->
                text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                        ? '"' + text.replace("\"", "\"\"") + '"'
                        : text;
            case Cell.Whole(var value) -> Long.toString(value);
            case Cell.Real(var value) -> exact(value);
            case Cell.Part(var value) -> exact(value);
            case Cell.Empty(), Cell.Hidden() -> "";
        };
    }

    private static String json(Cell cell) {
        return switch (cell) {
            case Cell.Text(var text) -> quoted(text);
            case Cell.Empty(), Cell.Hidden() -> "null";
            default -> csv(cell);
        };
    }

    /// The shortest decimal number that reads as the same double again, never in powers of ten.
    static String exact(double value) {
        var plain = new BigDecimal(Double.toString(value)).toPlainString();
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
