package se.varjedag.eventlog.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import se.varjedag.eventlog.Sentence;

/// The first line: what separates the values, and which column stands where.
///
/// @param separator `,` `;` or tab
/// @param width how many columns it names, those that are not ours included
/// @param places where each of our columns stands, by the order of [Column]; -1 where it is missing
/// @param end where the second line begins
record Header(char separator, int width, List<Integer> places, int end, int lines) {

    /// A header, or why there is none.
    sealed interface Outcome {
        record Understood(Header header) implements Outcome {}

        record Refused(Sentence why) implements Outcome {}
    }

    private record Cut(char separator, List<String> names, int end, int lines) {
        long known() {
            return names.stream()
                    .map(Column::ofHeader)
                    .flatMap(column -> column.stream())
                    .distinct()
                    .count();
        }
    }

    int place(Column column) {
        return places.get(Arrays.asList(Column.values()).indexOf(column));
    }

    /// Reads the first line of `buffer`, which starts at `start` after any byte order mark.
    static Outcome read(byte[] buffer, int start, int end, boolean last) {
        Cut best = null;
        for (char separator : new char[] {',', ';', '\t'}) {
            var cut = cut(separator, buffer, start, end, last);
            if (cut == null) {
                return new Outcome.Refused(Reasons.TOO_LONG_HEADER);
            }
            boolean better = best == null
                    || cut.known() > best.known()
                    || (cut.known() == best.known()
                            && cut.names().size() > best.names().size());
            best = better ? cut : best;
        }
        return best == null ? new Outcome.Refused(Reasons.EMPTY_FILE) : judged(best);
    }

    private static @org.jspecify.annotations.Nullable Cut cut(
            char separator, byte[] buffer, int start, int end, boolean last) {
        var scanner = new RowScanner(separator);
        int at = start;
        int lines = 0;
        while (true) {
            var found = scanner.next(buffer, at, end, last);
            if (found == RowScanner.Found.CUT_OFF) {
                return null;
            }
            lines += scanner.lines;
            at = scanner.next;
            if (found == RowScanner.Found.ROW || at >= end) {
                break;
            }
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < scanner.values; i++) {
            var name =
                    new String(scanner.text, scanner.from[i], scanner.to[i] - scanner.from[i], StandardCharsets.UTF_8);
            names.add(name.strip().toLowerCase(java.util.Locale.ROOT));
        }
        return new Cut(separator, names, at, lines);
    }

    private static Outcome judged(Cut cut) {
        var met = new HashSet<String>();
        for (var name : cut.names()) {
            if (!name.isEmpty() && !met.add(name)) {
                return new Outcome.Refused(Reasons.doubleColumn(Shown.cut(name)));
            }
        }
        var missing = Stream.of(Column.values())
                .filter(column -> column.needed() && !met.contains(column.header()))
                .map(Column::header)
                .toList();
        if (!missing.isEmpty()) {
            var found = cut.names().stream().limit(40).map(Shown::cut).toList();
            return new Outcome.Refused(Reasons.missingColumns(missing, found));
        }
        var places = Stream.of(Column.values())
                .map(column -> cut.names().indexOf(column.header()))
                .toList();
        return new Outcome.Understood(new Header(cut.separator(), cut.names().size(), places, cut.end(), cut.lines()));
    }
}
