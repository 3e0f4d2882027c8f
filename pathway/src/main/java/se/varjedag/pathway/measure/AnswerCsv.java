package se.varjedag.pathway.measure;

import java.io.IOException;
import java.util.List;

/// Writes an answer as CSV: a line of column names, one line per group, quoted as RFC 4180 where needed,
/// lines ended by a line feed.
public final class AnswerCsv {

    private AnswerCsv() {}

    /// Writes the whole answer.
    public static void write(Answer answer, Appendable out) throws IOException {
        line(answer.columns(), out);
        for (var group : answer.groups()) {
            line(answer.cells(group), out);
        }
    }

    private static void line(List<String> cells, Appendable out) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            cell(cells.get(i), out);
        }
        out.append('\n');
    }

    private static void cell(String text, Appendable out) throws IOException {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            out.append(text);
        } else {
            out.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }
}
