package se.varjedag.pathway.measure;

import java.io.IOException;

/// Writes an answer as JSON: an array with one object per group, its names those of the CSV columns.
///
/// The keys' values are texts, figures are numbers, and a figure that is not defined is null.
public final class AnswerJson {

    private AnswerJson() {}

    /// Writes the whole answer.
    public static void write(Answer answer, Appendable out) throws IOException {
        var columns = answer.columns();
        int keys = answer.question().by().size();
        out.append('[');
        String separator = "\n";
        for (var group : answer.groups()) {
            out.append(separator).append("  {");
            separator = ",\n";
            var cells = answer.cells(group);
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) {
                    out.append(", ");
                }
                out.append('"').append(columns.get(i)).append("\": ");
                if (i < keys) {
                    text(cells.get(i), out);
                } else {
                    out.append(cells.get(i).isEmpty() ? "null" : cells.get(i));
                }
            }
            out.append('}');
        }
        out.append(answer.groups().isEmpty() ? "]\n" : "\n]\n");
    }

    private static void text(String text, Appendable out) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
