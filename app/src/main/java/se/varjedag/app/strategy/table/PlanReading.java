package se.varjedag.app.strategy.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import se.varjedag.app.reference.Region;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.strategy.Activity.Content;
import se.varjedag.app.strategy.Measures;
import se.varjedag.app.strategy.Statement;
import se.varjedag.app.strategy.Status;
import se.varjedag.app.web.Given;

/// Reads a plan's table: each line of the column of activities is an activity. Nothing is lost: what a cell says that
/// cannot be understood is kept as a comment on its activities, and named.
///
/// @param activities in the order of the file
/// @param troubles   what could not be understood, and where
public record PlanReading(List<Read> activities, List<Trouble> troubles) {
    private static final int LONGEST = 300;
    private static final int LONGEST_DETAILS = 4000;
    private static final int ACTIVITY_COLUMNS = 3;
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final Pattern BULLET =
            Pattern.compile("^[\\s\\u00a0]*[•·▪◦\\-–*o\\uf0b7][\\s\\u00a0]+|^[\\s\\u00a0]*[•·▪◦\\uf0b7-]");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.0+)?");
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{0,80}");
    private static final Pattern STEP = Pattern.compile("([a-z-]+\\.\\.[a-z-]+)?");

    private static final Map<String, Status> STATUSES = Map.ofEntries(
            Map.entry("planerad", Status.PLANNED),
            Map.entry("planned", Status.PLANNED),
            Map.entry("ej påbörjad", Status.PLANNED),
            Map.entry("pågår", Status.UNDER_WAY),
            Map.entry("pågående", Status.UNDER_WAY),
            Map.entry("påbörjad", Status.UNDER_WAY),
            Map.entry("under way", Status.UNDER_WAY),
            Map.entry("försenad", Status.LATE),
            Map.entry("late", Status.LATE),
            Map.entry("pausad", Status.PAUSED),
            Map.entry("vilande", Status.PAUSED),
            Map.entry("paused", Status.PAUSED),
            Map.entry("klar", Status.DONE),
            Map.entry("klart", Status.DONE),
            Map.entry("avslutad", Status.DONE),
            Map.entry("genomförd", Status.DONE),
            Map.entry("done", Status.DONE),
            Map.entry("struken", Status.DROPPED),
            Map.entry("utgår", Status.DROPPED),
            Map.entry("dropped", Status.DROPPED));

    public PlanReading {
        activities = List.copyOf(activities);
        troubles = List.copyOf(troubles);
    }

    /// An activity of the file.
    ///
    /// @param status   unknown where the cell is empty
    /// @param words    what the file says beside the status
    /// @param comments what the file says that no field holds
    public record Read(Content content, Status status, String words, List<String> comments) {

        public Read {
            comments = List.copyOf(comments);
        }
    }

    /// Something that could not be understood.
    ///
    /// @param table number of the table in the file, from 1
    /// @param row   number of its row in the table, from 1, the headings counted
    /// @param why   key of the reason
    /// @param value what stands there
    public record Trouble(int table, int row, String why, String value) {}

    /// What activities can be tied to.
    public record Known(String healthcareRegion, List<Statement> promises, List<Statement> areas) {

        public Known {
            promises = List.copyOf(promises);
            areas = List.copyOf(areas);
        }
    }

    /// Reads every table of a file.
    public static PlanReading of(List<List<List<String>>> tables, Known known) {
        var reader = new Reader(known);
        for (int table = 0; table < tables.size(); table++) {
            reader.table(table + 1, tables.get(table));
        }
        return new PlanReading(reader.activities, reader.troubles);
    }

    /// Goes through the tables and gathers what they say.
    private static final class Reader {
        private final Known known;
        private final List<Read> activities = new ArrayList<>();
        private final List<Trouble> troubles = new ArrayList<>();

        private Reader(Known known) {
            this.known = known;
        }

        private void table(int number, List<List<String>> rows) {
            if (rows.isEmpty()) {
                return;
            }
            var columns = columns(rows.getFirst());
            int first = 1;
            if (!columns.containsValue(Column.ACTIVITY)) {
                int widest = rows.stream().mapToInt(List::size).max().orElse(0);
                troubles.add(new Trouble(number, 1, "headings", String.join(" | ", rows.getFirst())));
                if (widest != ACTIVITY_COLUMNS) {
                    return;
                }
                columns = Map.of(0, Column.AREA, 1, Column.ACTIVITY, 2, Column.STATUS);
                first = 0;
            }
            String area = "";
            for (int row = first; row < rows.size(); row++) {
                var cells = new Cells(number, row + 1, columns, rows.get(row));
                if (cells.empty()) {
                    continue;
                }
                area = cells.get(Column.AREA)
                        .lines()
                        .findFirst()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .orElse(area);
                read(cells, area);
            }
        }

        private static Map<Integer, Column> columns(List<String> headings) {
            Map<Column, Integer> found = new EnumMap<>(Column.class);
            for (int i = 0; i < headings.size(); i++) {
                int at = i;
                Column.of(headings.get(i)).ifPresent(column -> found.putIfAbsent(column, at));
            }
            Map<Integer, Column> columns = new HashMap<>();
            found.forEach((column, at) -> columns.put(at, column));
            return columns;
        }

        private void read(Cells cells, String area) {
            var comments = new ArrayList<>(cells.others());
            if (area.isEmpty()) {
                trouble(cells, "area", "", comments);
            }
            var details = new ArrayList<>(cells.get(Column.AREA)
                    .lines()
                    .skip(1)
                    .map(Reader::plain)
                    .filter(one -> !one.isEmpty())
                    .toList());
            if (!cells.get(Column.DETAILS).isEmpty()) {
                details.add(cells.get(Column.DETAILS));
            }
            var titles = new ArrayList<>(cells.get(Column.ACTIVITY)
                    .lines()
                    .map(Reader::plain)
                    .filter(one -> !one.isEmpty())
                    .toList());
            if (titles.isEmpty()) {
                trouble(cells, "activity", area, comments);
                titles.add(area.isEmpty() ? "–" : area);
            }
            var status = status(cells, comments);
            var promise = statement(cells, Column.PROMISE, known.promises(), comments);
            var development = statement(cells, Column.DEVELOPMENT, known.areas(), comments);
            var regions = regions(cells, comments);
            var from = day(cells, Column.FROM, comments);
            var to = day(cells, Column.TO, comments).filter(last -> from.isEmpty() || !last.isBefore(from.get()));
            if (to.isEmpty()
                    && !cells.get(Column.TO).isEmpty()
                    && dayIn(cells.get(Column.TO)).isPresent()) {
                trouble(cells, "order", cells.get(Column.TO), comments);
            }
            var indicator = matching(
                    cells,
                    Column.INDICATOR,
                    key -> key.isEmpty() || Measures.page(key).isPresent(),
                    comments);
            var svf = matching(cells, Column.PATHWAY, key -> KEY.matcher(key).matches(), comments);
            var step = matching(cells, Column.STEP, key -> STEP.matcher(key).matches(), comments);
            for (var title : titles) {
                var own = new ArrayList<>(details);
                if (title.length() > LONGEST) {
                    own.addFirst(title);
                }
                activities.add(new Read(
                        new Content(
                                shortened(area.isEmpty() ? "–" : area),
                                shortened(title),
                                limited(String.join("\n", own)),
                                promise,
                                development,
                                shortened(cells.get(Column.OWNER)),
                                regions,
                                from,
                                to,
                                indicator,
                                svf,
                                step),
                        status,
                        cells.get(Column.WORDS),
                        comments));
            }
        }

        private static String plain(String line) {
            return BULLET.matcher(line).replaceFirst("").strip();
        }

        private static String shortened(String text) {
            return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
        }

        private static String limited(String text) {
            return text.length() > LONGEST_DETAILS ? text.substring(0, LONGEST_DETAILS) : text;
        }

        private void trouble(Cells cells, String why, String value, List<String> comments) {
            troubles.add(new Trouble(cells.table(), cells.row(), why, value));
            if (!value.isEmpty()) {
                comments.add(value);
            }
        }

        private Status status(Cells cells, List<String> comments) {
            var text = cells.get(Column.STATUS);
            if (text.isEmpty()) {
                return Status.UNKNOWN;
            }
            var found = STATUSES.get(text.toLowerCase(Locale.ROOT));
            if (found == null) {
                trouble(cells, "status", text, comments);
                return Status.UNKNOWN;
            }
            return found;
        }

        private Optional<UUID> statement(Cells cells, Column column, List<Statement> some, List<String> comments) {
            var text = cells.get(column);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            var found = some.stream()
                    .filter(one -> text.equals(one.number() + " " + one.name())
                            || text.equalsIgnoreCase(one.name())
                            || text.equals(String.valueOf(one.number())))
                    .findFirst();
            if (found.isEmpty()) {
                trouble(cells, column == Column.PROMISE ? "promise" : "development", text, comments);
            }
            return found.map(Statement::id);
        }

        private List<String> regions(Cells cells, List<String> comments) {
            var codes = new ArrayList<String>();
            for (var part : cells.get(Column.REGIONS).split("[,;\n]", -1)) {
                var word = part.strip();
                if (word.isEmpty()) {
                    continue;
                }
                var found = Regions.all().stream()
                        .filter(one -> one.healthcareRegion().equals(known.healthcareRegion()))
                        .filter(one -> is(one, word))
                        .findFirst();
                if (found.isEmpty()) {
                    trouble(cells, "region", word, comments);
                } else {
                    codes.add(found.get().code());
                }
            }
            return codes.stream().distinct().sorted().toList();
        }

        /// By name, county code, or as the south-east's plans shorten it.
        private static boolean is(Region region, String word) {
            var shortened = Map.of("RÖ", "05", "RJK", "06", "RJL", "06", "RKL", "08");
            return word.equalsIgnoreCase(region.name())
                    || word.equalsIgnoreCase("Region " + region.name())
                    || word.equals(region.code())
                    || region.code().equals(shortened.get(word));
        }

        private Optional<LocalDate> day(Cells cells, Column column, List<String> comments) {
            var text = cells.get(column);
            var day = dayIn(text);
            if (day.isEmpty() && !text.isEmpty()) {
                trouble(cells, "day", text, comments);
            }
            return day;
        }

        /// A spreadsheet gives a date as the number of days since its day zero.
        private static Optional<LocalDate> dayIn(String text) {
            return SERIAL.matcher(text).matches()
                    ? Optional.of(DAY_ZERO.plusDays(Long.parseLong(text.substring(0, 5))))
                    : Given.day(text);
        }

        private String matching(Cells cells, Column column, Predicate<String> fits, List<String> comments) {
            var text = cells.get(column);
            if (fits.test(text)) {
                return text;
            }
            trouble(cells, "key", text, comments);
            return "";
        }
    }

    /// The cells of a row by their columns.
    private record Cells(int table, int row, Map<Integer, Column> columns, List<String> cells) {

        private boolean empty() {
            return cells.stream().allMatch(String::isBlank);
        }

        private String get(Column column) {
            for (var one : columns.entrySet()) {
                if (one.getValue() == column && one.getKey() < cells.size()) {
                    return cells.get(one.getKey()).strip();
                }
            }
            return "";
        }

        /// What stands in columns that nobody knows.
        private List<String> others() {
            var others = new ArrayList<String>();
            for (int i = 0; i < cells.size(); i++) {
                if (!columns.containsKey(i) && !cells.get(i).isBlank()) {
                    others.add(cells.get(i).strip());
                }
            }
            return others;
        }
    }
}
