package se.varjedag.pathway.open;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.open.OpenGroup.Told;
import se.varjedag.pathway.trace.TracedPathways;

/// What is published of one calendar year: every field of its board, and which of them are hidden.
///
/// Those who reached the end in the year, those who left in it, and those who waited on the publication's day are
/// different patients, so each has a table of its own.
final class OpenYear {
    private final Board board;
    private final @Nullable Group[][] fields;
    private final HiddenFields reached;
    private final HiddenFields left;
    private final HiddenFields waiting;
    private final HiddenFields stale;

    private OpenYear(Board board, Map<List<String>, Group> cells) {
        this.board = board;
        fields = new @Nullable Group[board.rows()][board.columns()];
        cells.forEach((key, group) -> {
            int svf = board.row(key.get(0));
            int region = board.region(key.get(1));
            for (int row : new int[] {svf, board.allSvfs()}) {
                for (int column : new int[] {region, board.hregion(region), board.nation()}) {
                    var known = fields[row][column];
                    fields[row][column] = known == null ? group : known.plus(group, List.of());
                }
            }
        });
        reached = hidden(
                group -> group.limits().within(),
                group -> group.limits().over(),
                group -> group.n() - group.limits().withLimit());
        left = hidden(Group::left);
        waiting = hidden(
                group -> group.waitingLimits().within(),
                group -> group.waitingLimits().over(),
                group -> group.waiting() - group.waitingLimits().withLimit());
        stale = hidden(Group::waitingStale);
    }

    static OpenYear of(TracedPathways traced, int year) {
        var question = Question.leadTime()
                .by(GroupKey.SVF, GroupKey.REGION, GroupKey.HREGION)
                .period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .build();
        return of(Answers.answer(traced, question, Optional.empty()).groups());
    }

    /// The year of these plain cells, each with pathway, region and healthcare region as its key.
    static OpenYear of(List<Group> groups) {
        var svfs = new TreeSet<String>();
        var regions = new HashMap<String, String>();
        var cells = new HashMap<List<String>, Group>();
        for (var group : groups) {
            svfs.add(group.key().get(0));
            regions.put(group.key().get(1), group.key().get(2));
            cells.put(group.key().subList(0, 2), group);
        }
        return new OpenYear(new Board(List.copyOf(svfs), regions), cells);
    }

    Board board() {
        return board;
    }

    /// One field of the board; empty where nobody was counted.
    Optional<OpenGroup> field(int row, int column, List<String> key, boolean waits) {
        var group = fields[row][column];
        return group == null || (!waits && group.n() + group.left() == 0)
                ? Optional.empty()
                : Optional.of(new OpenGroup(key, group, told(row, column, waits), waits));
    }

    private Set<Told> told(int row, int column, boolean waits) {
        var told = EnumSet.noneOf(Told.class);
        if (!reached.total(row, column)) {
            told.add(Told.COUNT);
        }
        if (!reached.division(row, column)) {
            told.add(Told.DAYS);
        }
        if (!left.total(row, column)) {
            told.add(Told.LEFT);
        }
        if (waits && !waiting.total(row, column)) {
            told.add(Told.WAITING);
        }
        if (waits && !waiting.division(row, column)) {
            told.add(Told.WAITING_DAYS);
        }
        if (waits && !stale.total(row, column)) {
            told.add(Told.STALE);
        }
        return told;
    }

    @SafeVarargs
    private HiddenFields hidden(ToLongFunction<Group>... parts) {
        var cells = new long[parts.length][board.svfs()][board.regions()];
        for (int svf = 0; svf < board.svfs(); svf++) {
            for (int region = 0; region < board.regions(); region++) {
                var group = fields[svf][region];
                for (int part = 0; group != null && part < parts.length; part++) {
                    cells[part][svf][region] = parts[part].applyAsLong(group);
                }
            }
        }
        return new HiddenFields(board, cells);
    }
}
