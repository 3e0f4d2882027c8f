package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A definition's limits, worked out beforehand for every period, kind of treatment and track, so that a question is
/// one look-up.
///
/// The periods are cut where a row begins or has ended. A cell holds the number of the row that decides, or why none
/// does as
/// `-1 - ordinal`.
@SuppressWarnings("EnumOrdinal") // The ordinal is the column of the table, which lives no longer than the program.
final class LimitTable {
    private static final int KINDS = TreatmentKind.values().length;
    private static final Limit.Why[] WHY = Limit.Why.values();
    /// Cells per period: every kind, the longest and the shortest, each on the standard and on the extended track.
    private static final int LONGEST = KINDS;

    private static final int SHORTEST = KINDS + 1;
    private static final int WIDTH = KINDS + 2;

    private final List<LimitRow> rows;
    private final Tracks tracks;
    private final int shorterAtPathology;
    private final int[] begins;
    private final int[] cells;

    LimitTable(List<LimitRow> rows, Tracks tracks, int shorterAtPathology) {
        this.rows = List.copyOf(rows);
        this.tracks = tracks;
        this.shorterAtPathology = shorterAtPathology;
        this.begins = periods(this.rows);
        this.cells = new int[(begins.length + 1) * WIDTH * 2];
        for (int period = 0; period <= begins.length; period++) {
            for (int column = 0; column < WIDTH; column++) {
                cells[(period * WIDTH + column) * 2] = decide(period, column, false);
                cells[(period * WIDTH + column) * 2 + 1] = decide(period, column, true);
            }
        }
    }

    List<LimitRow> rows() {
        return rows;
    }

    int days(int startEpochDay, TreatmentKind kind, boolean extended, boolean atPathology) {
        return daysOf(cell(startEpochDay, kind.ordinal(), extended), atPathology);
    }

    int longestDays(int startEpochDay, boolean extended, boolean atPathology) {
        return daysOf(cell(startEpochDay, LONGEST, extended), atPathology);
    }

    int shortestDays(int startEpochDay, boolean extended, boolean atPathology) {
        return daysOf(cell(startEpochDay, SHORTEST, extended), atPathology);
    }

    boolean assumed(int startEpochDay, TreatmentKind kind, boolean extended) {
        return assumedCell(cell(startEpochDay, kind.ordinal(), extended), extended);
    }

    boolean longestAssumed(int startEpochDay, boolean extended) {
        return assumedCell(cell(startEpochDay, LONGEST, extended), extended);
    }

    Limit limit(LocalDate start, TreatmentKind kind, boolean extended, boolean atPathology) {
        return limit(cell(Math.toIntExact(start.toEpochDay()), kind.ordinal(), extended), extended, atPathology);
    }

    Limit longest(LocalDate start, boolean extended, boolean atPathology) {
        return limit(cell(Math.toIntExact(start.toEpochDay()), LONGEST, extended), extended, atPathology);
    }

    Limit shortest(LocalDate start, boolean extended, boolean atPathology) {
        return limit(cell(Math.toIntExact(start.toEpochDay()), SHORTEST, extended), extended, atPathology);
    }

    private Limit limit(int cell, boolean extended, boolean atPathology) {
        return cell < 0
                ? new Limit.Unknown(WHY[-1 - cell])
                : new Limit.Days(daysOf(cell, atPathology), assumedCell(cell, extended));
    }

    private int daysOf(int cell, boolean atPathology) {
        if (cell < 0) {
            return -1;
        }
        var days = rows.get(cell).days().getAsInt();
        return atPathology ? Math.max(0, days - shorterAtPathology) : days;
    }

    private boolean assumedCell(int cell, boolean extended) {
        return cell >= 0
                && (rows.get(cell).assumed()
                        || (tracks.standardAssumed()
                                && !extended
                                && rows.get(cell).track().isPresent()));
    }

    private int cell(int startEpochDay, int column, boolean extended) {
        int period = begins.length;
        while (period > 0 && begins[period - 1] > startEpochDay) {
            period--;
        }
        return cells[(period * WIDTH + column) * 2 + (extended ? 1 : 0)];
    }

    private static int[] periods(List<LimitRow> rows) {
        var days = new TreeSet<Integer>();
        for (var row : rows) {
            if (row.isLimit()) {
                days.add(Math.toIntExact(row.validFrom().toEpochDay()));
                row.validTo().ifPresent(last -> days.add(Math.toIntExact(last.toEpochDay() + 1)));
            }
        }
        return days.stream().mapToInt(Integer::intValue).toArray();
    }

    private int decide(int period, int column, boolean extended) {
        var candidates = candidates(period, extended, column >= KINDS);
        if (column == LONGEST || column == SHORTEST) {
            return extreme(candidates, column == LONGEST, period);
        }
        var kind = TreatmentKind.values()[column];
        var matching = candidates.stream()
                .filter(i -> rows.get(i).kinds().contains(kind))
                .toList();
        if (matching.isEmpty()) {
            return because(whyNone(kind, period));
        }
        if (matching.size() > 1) {
            return because(Limit.Why.TRACK_UNDECIDED);
        }
        var only = matching.getFirst();
        if (undecided(rows.get(only), extended)) {
            return because(Limit.Why.TRACK_UNDECIDED);
        }
        return rows.get(only).days().isPresent() ? only : because(Limit.Why.NOT_READ);
    }

    /// The rows that can decide in a period: those of the track, and those of every track.
    private List<Integer> candidates(int period, boolean extended, boolean waiting) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.isLimit() && holdsIn(row, period) && onTrack(row, extended, waiting)) {
                found.add(i);
            }
        }
        return found;
    }

    private boolean holdsIn(LimitRow row, int period) {
        if (period == 0) {
            return false;
        }
        return row.validOn(LocalDate.ofEpochDay(begins[period - 1]));
    }

    private boolean onTrack(LimitRow row, boolean extended, boolean waiting) {
        if (row.track().isEmpty()) {
            return true;
        }
        if (extended && tracks.extended().isPresent()) {
            return row.track().equals(tracks.extended());
        }
        if (tracks.standard().isEmpty()) {
            return true;
        }
        return row.track().equals(tracks.standard())
                || (waiting && tracks.marker().isPresent() && row.track().equals(tracks.extended()));
    }

    private boolean undecided(LimitRow row, boolean extended) {
        return row.track().isPresent()
                && tracks.standard().isEmpty()
                && !(extended && tracks.extended().isPresent());
    }

    private int extreme(List<Integer> candidates, boolean longest, int period) {
        var best = -1;
        for (int i : candidates) {
            var days = rows.get(i).days();
            if (days.isEmpty()) {
                if (longest) {
                    return because(Limit.Why.NOT_READ);
                }
                continue;
            }
            if (best < 0
                    || (longest
                            ? days.getAsInt() > rows.get(best).days().getAsInt()
                            : days.getAsInt() < rows.get(best).days().getAsInt())) {
                best = i;
            }
        }
        return best >= 0 ? best : because(candidates.isEmpty() ? whyNone(null, period) : Limit.Why.NOT_READ);
    }

    private Limit.Why whyNone(@Nullable TreatmentKind kind, int period) {
        var about = rows.stream()
                .filter(row -> kind == null || row.kinds().contains(kind))
                .toList();
        if (about.stream().anyMatch(row -> row.isLimit() && holdsIn(row, period))) {
            return Limit.Why.NOT_STATED;
        }
        if (about.stream().anyMatch(LimitRow::isLimit)) {
            return Limit.Why.NOT_VALID_THEN;
        }
        if (about.stream().anyMatch(row -> row.kind() == LimitRow.Kind.SUPERSEDED)) {
            return Limit.Why.SUPERSEDED;
        }
        return about.isEmpty() ? Limit.Why.NOT_STATED : Limit.Why.OTHER_MEASURE;
    }

    private static int because(Limit.Why why) {
        return -1 - why.ordinal();
    }
}
