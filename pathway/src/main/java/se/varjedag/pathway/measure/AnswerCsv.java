package se.varjedag.pathway.measure;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/// Writes an answer as CSV: a line of column names, one line per group, quoted as RFC 4180 where needed,
/// lines ended by a line feed.
public final class AnswerCsv {

    /// So many lines are made at a time.
    private static final int LINES = 2048;

    /// About so long is a line.
    private static final int LENGTH = 128;

    private AnswerCsv() {}

    /// Writes the whole answer; the lines of many groups are made by several threads.
    public static void write(Answer answer, Appendable out) throws IOException {
        var head = new StringBuilder();
        keys(answer.columns(), head);
        out.append(head.append('\n'));
        int groups = answer.groups().size();
        if (groups <= LINES) {
            out.append(lines(answer, 0, groups));
            return;
        }
        var parts = IntStream.rangeClosed(0, (groups - 1) / LINES)
                .parallel()
                .mapToObj(part -> lines(answer, part * LINES, Math.min(groups, (part + 1) * LINES)))
                .toList();
        if (out instanceof StringBuilder text) {
            text.ensureCapacity(text.length()
                    + parts.stream().mapToInt(StringBuilder::length).sum());
        }
        for (var part : parts) {
            out.append(part);
        }
    }

    private static StringBuilder lines(Answer answer, int from, int to) {
        var lines = new StringBuilder((to - from) * LENGTH);
        for (int i = from; i < to; i++) {
            var group = answer.groups().get(i);
            keys(group.key(), lines);
            if (!group.key().isEmpty()) {
                lines.append(',');
            }
            answer.figures(group, lines, line -> line.append(','));
            lines.setCharAt(lines.length() - 1, '\n');
        }
        return lines;
    }

    private static void keys(List<String> texts, StringBuilder line) {
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            cell(texts.get(i), line);
        }
    }

    private static void cell(String text, StringBuilder line) {
        if (plain(text)) {
            line.append(text);
        } else {
            line.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ',', '"', '\n', '\r' -> {
                    return false;
                }
                default -> {}
            }
        }
        return true;
    }
}
