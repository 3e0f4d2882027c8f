package se.varjedag.pathway.reported;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.varjedag.pathway.trace.Finding;
import se.varjedag.pathway.trace.TracedPathways;

/// What one region reports nationally of one month: each start and each end that it registered and that is dated in
/// the month, with national code, date, reporting region and county of residence.
///
/// A start is reported by the region of the 10 that opened the pathway, an end by the region of the event that closed
/// it (rule 21). An event of no region is reported by none.
///
/// @param rows  in the order of the file
/// @param notes what whoever sends the file should know of it; what concerns nobody is not there
public record MonthReport(String region, YearMonth month, List<ReportedRow> rows, Map<Note, Long> notes) {

    /// The first line of the file.
    public static final String COLUMNS = "code,date,region,home_region";

    /// Registered, but neither opening nor ending anything: not in the file.
    private static final Set<Finding.Kind> IDLE = Set.of(
            Finding.Kind.FURTHER_START,
            Finding.Kind.FURTHER_END,
            Finding.Kind.LATER_END,
            Finding.Kind.END_WITH_NOTHING_OPEN,
            Finding.Kind.FORBIDDEN_END);

    public MonthReport {
        rows = List.copyOf(rows);
        var copy = new EnumMap<Note, Long>(Note.class);
        copy.putAll(notes);
        notes = java.util.Collections.unmodifiableMap(copy);
    }

    /// What is uncertain in the file, or not in it.
    public enum Note {
        /// In the file with an empty county of residence.
        HOME_UNKNOWN(true),
        /// Ended by death, for which there is no code of its own: in the file as other medical reasons (74).
        DIED(true),
        /// Under 18 when the pathway started: in the file all the same.
        UNDER_AGE(true),
        /// Ended by a code that has not been in use since 2018: in the file all the same.
        WITHDRAWN_CODE(true),
        /// A start while the pathway was open, or an end that ended nothing: not in the file.
        IDLE(false),
        /// A pathway last held in this region and ended by an event of no region: no region reports that end.
        NO_REGION(false),
        /// A pathway whose definition has no national codes.
        NO_NATIONAL_CODE(false);

        private final boolean inFile;

        Note(boolean inFile) {
            this.inFile = inFile;
        }

        /// Whether the rows it counts are in the file.
        public boolean inFile() {
            return inFile;
        }
    }

    /// The report of a region and month.
    ///
    /// @param traced with its findings listed, as known at the day of extraction
    public static MonthReport of(TracedPathways traced, String region, YearMonth month) {
        var all = new PersonRows(traced);
        var rows = new ArrayList<ReportedRow>();
        var notes = new EnumMap<Note, Long>(Note.class);
        var timelines = traced.timelines();
        for (int i = 0; i < traced.size(); i++) {
            boolean national = all.national(traced.definition(i));
            boolean ended = !traced.state(i).open();
            boolean starts = in(month, traced.start(i));
            boolean ends = ended && in(month, traced.end(i));
            var startRegion = timelines.regionText(timelines.region(traced.startRow(i)));
            var endRegion = ended ? timelines.regionText(traced.endRegion(i)) : "";
            boolean startsHere = starts && startRegion.equals(region);
            boolean endsHere = ends && endRegion.equals(region);
            if (!national && (startsHere || endsHere)) {
                note(notes, Note.NO_NATIONAL_CODE);
            }
            if (national
                    && ends
                    && endRegion.isEmpty()
                    && responsible(traced, i).equals(region)) {
                note(notes, Note.NO_REGION);
            }
            if (national && endsHere && traced.endSuffix(i) == TracedPathways.DIED) {
                note(notes, Note.DIED);
            }
        }
        for (int person = 0; person < timelines.persons(); person++) {
            if (!stirs(traced, person, month)) {
                continue;
            }
            for (var pathway : all.of(person)) {
                take(pathway.start(), region, month, rows, notes);
                if (pathway.end() != null) {
                    take(pathway.end(), region, month, rows, notes);
                }
            }
        }
        findings(traced, region, month, notes);
        rows.sort(null);
        return new MonthReport(region, month, rows, notes);
    }

    /// Who has had the pathway last.
    private static String responsible(TracedPathways traced, int pathway) {
        return traced.timelines().regionText(traced.waitingRegion(pathway));
    }

    private static boolean stirs(TracedPathways traced, int person, YearMonth month) {
        for (int i = traced.firstOf(person); i < traced.firstOf(person + 1); i++) {
            if (in(month, traced.start(i)) || (!traced.state(i).open() && in(month, traced.end(i)))) {
                return true;
            }
        }
        return false;
    }

    private static void take(
            ReportedRow row, String region, YearMonth month, List<ReportedRow> rows, Map<Note, Long> notes) {
        if (!row.region().equals(region) || !YearMonth.from(row.date()).equals(month)) {
            return;
        }
        rows.add(row);
        if (row.homeRegion().isEmpty()) {
            note(notes, Note.HOME_UNKNOWN);
        }
    }

    private static void findings(TracedPathways traced, String region, YearMonth month, Map<Note, Long> notes) {
        var timelines = traced.timelines();
        traced.findings().each((kind, _, definition, _, row) -> {
            if (definition < 0
                    || traced.definitions().all().get(definition).prefix().isEmpty()
                    || !in(month, timelines.day(row))
                    || !timelines.regionText(timelines.region(row)).equals(region)) {
                return;
            }
            if (IDLE.contains(kind)) {
                note(notes, Note.IDLE);
            } else if (kind == Finding.Kind.UNDER_AGE) {
                note(notes, Note.UNDER_AGE);
            } else if (kind == Finding.Kind.WITHDRAWN_CODE) {
                note(notes, Note.WITHDRAWN_CODE);
            }
        });
    }

    private static void note(Map<Note, Long> notes, Note note) {
        notes.merge(note, 1L, Long::sum);
    }

    private static boolean in(YearMonth month, int day) {
        return day >= month.atDay(1).toEpochDay() && day <= month.atEndOfMonth().toEpochDay();
    }

    /// How many rows there are of each kind, by definition (an index into the definitions), the definitions in their
    /// order.
    public Map<Integer, Map<ReportedRow.Kind, Long>> counts() {
        var counts = new TreeMap<Integer, Map<ReportedRow.Kind, Long>>();
        for (var row : rows) {
            counts.computeIfAbsent(row.definition(), _ -> new EnumMap<>(ReportedRow.Kind.class))
                    .merge(row.kind(), 1L, Long::sum);
        }
        return counts;
    }

    /// How many rows there are of one kind.
    public long count(ReportedRow.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    /// The file: CSV as RFC 4180, lines ended by CR LF, no byte order mark. The same rows give the same bytes.
    public String csv() {
        var text = new StringBuilder(COLUMNS).append("\r\n");
        rows.forEach(row -> text.append(row.line()).append("\r\n"));
        return text.toString();
    }
}
