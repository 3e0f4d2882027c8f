package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A definition's limits, worked out beforehand for every period, kind of treatment and track, so that a question is
/// one look-up.
///
/// The periods are cut where a row begins or has ended. A cell holds the number of the row that decides, or why
/// none does as `-1 - ordinal`.
@SuppressWarnings("EnumOrdinal") // The ordinal is the column of the table, which lives no longer than the program.
final class LimitTable {
    private static final TreatmentKind[] ALL_KINDS = TreatmentKind.values();
    private static final int KINDS = ALL_KINDS.length;
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
        var days = days(cell);
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

    /// The first day of every period in which the same rows hold.
    private static int[] periods(List<LimitRow> rows) {
        var days = new TreeSet<Integer>();
        for (var row : rows) {
            if (row.isLimit()) {
                days.add(Math.toIntExact(row.validFrom().toEpochDay()));
                if (row.validTo().isPresent()) {
                    days.add(Math.toIntExact(row.validTo().get().toEpochDay() + 1));
                }
            }
        }
        var begins = new int[days.size()];
        var at = 0;
        for (int day : days) {
            begins[at++] = day;
        }
        return begins;
    }

    private int decide(int period, int column, boolean extended) {
        if (column >= KINDS) {
            return extreme(period, extended, column == LONGEST);
        }
        var kind = ALL_KINDS[column];
        var decides = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).kinds().contains(kind) && candidate(i, period, extended, false)) {
                if (decides >= 0 || undecided(rows.get(i), extended)) {
                    return because(Limit.Why.TRACK_UNDECIDED);
                }
                decides = i;
            }
        }
        if (decides < 0) {
            return because(whyNone(kind, period));
        }
        return rows.get(decides).days().isPresent() ? decides : because(Limit.Why.NOT_READ);
    }

    /// The longest or the shortest of the rows that may still decide for one who waits.
    private int extreme(int period, boolean extended, boolean longest) {
        var best = -1;
        var why = because(whyNone(null, period));
        for (int i = 0; i < rows.size(); i++) {
            if (!candidate(i, period, extended, true)) {
                continue;
            }
            if (rows.get(i).days().isEmpty()) {
                why = because(Limit.Why.NOT_READ);
                if (longest) {
                    return why;
                }
            } else if (best < 0 || (longest ? days(i) > days(best) : days(i) < days(best))) {
                best = i;
            }
        }
        return best >= 0 ? best : why;
    }

    private int days(int row) {
        return rows.get(row).days().orElseThrow();
    }

    private boolean candidate(int row, int period, boolean extended, boolean waiting) {
        return rows.get(row).isLimit() && holdsIn(rows.get(row), period) && onTrack(rows.get(row), extended, waiting);
    }

    private boolean holdsIn(LimitRow row, int period) {
        return period > 0 && row.validOn(LocalDate.ofEpochDay(begins[period - 1]));
    }

    /// Whether a row can decide: it holds for every track, or for the track that is followed, or, where nothing
    /// says which that is, for any. One who waits may still come to be on the extended track where a marker can say
    /// so.
    private boolean onTrack(LimitRow row, boolean extended, boolean waiting) {
        if (row.track().isEmpty()) {
            return true;
        }
        if (extended && tracks.extended().isPresent()) {
            return row.track().equals(tracks.extended());
        }
        return tracks.standard().isEmpty()
                || row.track().equals(tracks.standard())
                || (waiting && tracks.marker().isPresent() && row.track().equals(tracks.extended()));
    }

    private boolean undecided(LimitRow row, boolean extended) {
        return row.track().isPresent()
                && tracks.standard().isEmpty()
                && !(extended && tracks.extended().isPresent());
    }

    /// Why no row decides, for a kind of treatment or (null) for any: a limit on another track comes before one at
    /// another time, that before a superseded one, and that before a number that is no limit.
    private Limit.Why whyNone(@Nullable TreatmentKind kind, int period) {
        var otherTime = false;
        var superseded = false;
        var otherMeasure = false;
        for (var row : rows) {
            if (kind == null || row.kinds().contains(kind)) {
                if (row.isLimit() && holdsIn(row, period)) {
                    return Limit.Why.NOT_STATED;
                }
                otherTime |= row.isLimit();
                superseded |= row.kind() == LimitRow.Kind.SUPERSEDED;
                otherMeasure |= !row.isLimit();
            }
        }
        if (otherTime) {
            return Limit.Why.NOT_VALID_THEN;
        }
        if (superseded) {
            return Limit.Why.SUPERSEDED;
        }
        return otherMeasure ? Limit.Why.OTHER_MEASURE : Limit.Why.NOT_STATED;
    }

    private static int because(Limit.Why why) {
        return -1 - why.ordinal();
    }
}
