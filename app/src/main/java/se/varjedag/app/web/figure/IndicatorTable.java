package se.varjedag.app.web.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.statistics.Share;

/// Indicators of groups of patients in finished words: each a share of those whose answer is known, with how many that
/// are and of how many nothing is known. Small groups are hidden, so that they cannot be worked out either.
///
/// @param rows   those whose number may be shown
/// @param all    everybody together; null where only some of the groups are asked for
/// @param hidden how many groups are left out
public record IndicatorTable(List<Row> rows, @Nullable Row all, int hidden) {
    public IndicatorTable {
        rows = List.copyOf(rows);
    }

    /// How many of a group fulfil an indicator, do not, and of how many it is unknown.
    public record Tally(int yes, int no, int unknown) {
        public static final Tally NONE = new Tally(0, 0, 0);

        /// Of one patient.
        ///
        /// @param answer `yes` or `no`; anything else is unknown
        public static Tally of(String answer) {
            return switch (answer) {
                case "yes" -> new Tally(1, 0, 0);
                case "no" -> new Tally(0, 1, 0);
                default -> new Tally(0, 0, 1);
            };
        }

        Tally plus(Tally other) {
            return new Tally(yes + other.yes, no + other.no, unknown + other.unknown);
        }

        int known() {
            return yes + no;
        }
    }

    /// A group.
    ///
    /// @param key    tells it from the others
    /// @param number of patients
    public record Group(String key, int number, List<Tally> tallies) {
        public Group {
            tallies = List.copyOf(tallies);
        }

        /// The group with one more patient.
        public Group plus(List<Tally> one) {
            var sum = new ArrayList<Tally>();
            for (int at = 0; at < one.size(); at++) {
                sum.add(tallies.isEmpty() ? one.get(at) : tallies.get(at).plus(one.get(at)));
            }
            return new Group(key, number + 1, sum);
        }
    }

    /// A row in words.
    public record Row(String name, String number, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// One indicator of one group.
    ///
    /// @param share in per cent, or that it is hidden or unknown
    /// @param of    the number behind it; empty where there is nothing to show
    /// @param met   whether the goal is reached: `yes`, `no`, or empty where none is known
    public record Cell(String share, String of, String met) {}

    /// Which of the groups are asked for. What is hidden is settled over all of them, so that no choice shows more.
    ///
    /// @param within the larger group that each lies in and that is told of too; the same for all without one
    /// @param larger the one whose groups are asked for; empty for all of them
    public record Asked(UnaryOperator<String> within, String larger) {
        /// All groups, which lie in none that is told of.
        public static final Asked ALL = new Asked(_ -> "", "");

        boolean of(String group) {
            return larger.isEmpty() || within.apply(group).equals(larger);
        }
    }

    /// The table of these groups.
    ///
    /// @param groups all of them, also those that are not asked for
    /// @param goals of each indicator, from 0 to 1; empty where none is known
    /// @param names what the groups are called on the page
    public static IndicatorTable of(
            List<Group> groups, Asked asked, List<OptionalDouble> goals, UnaryOperator<String> names, Texts texts) {
        var numbers = new HashMap<String, Integer>();
        groups.forEach(group -> numbers.put(group.key(), group.number()));
        var shown = SmallGroups.shown(numbers, asked.within());
        var known = new ArrayList<List<String>>();
        for (int at = 0; at < goals.size(); at++) {
            known.add(SmallGroups.shown(known(groups, at), asked.within()));
        }
        var all = new Group("", 0, List.of());
        for (var group : groups) {
            all = new Group("", all.number() + group.number(), sum(all.tallies(), group.tallies()));
        }
        var wanted = groups.stream().filter(group -> asked.of(group.key())).toList();
        var rows = wanted.stream()
                .filter(group -> shown.contains(group.key()))
                .map(group -> row(group, names.apply(group.key()), known, goals, texts))
                .sorted(Comparator.comparing(Row::name))
                .toList();
        var whole = known.stream().map(_ -> List.of("")).toList();
        return new IndicatorTable(
                rows,
                asked.larger().isEmpty() ? row(all, texts.text("indicators.all"), whole, goals, texts) : null,
                wanted.size() - rows.size());
    }

    private static Map<String, Integer> known(List<Group> groups, int at) {
        var all = new HashMap<String, Integer>();
        for (var group : groups) {
            int some = group.tallies().get(at).known();
            if (some > 0) {
                all.put(group.key(), some);
            }
        }
        return all;
    }

    private static List<Tally> sum(List<Tally> one, List<Tally> other) {
        var sum = new ArrayList<Tally>();
        for (int at = 0; at < other.size(); at++) {
            sum.add(one.isEmpty() ? other.get(at) : one.get(at).plus(other.get(at)));
        }
        return sum;
    }

    private static Row row(
            Group group, String name, List<List<String>> known, List<OptionalDouble> goals, Texts texts) {
        var cells = new ArrayList<Cell>();
        for (int at = 0; at < goals.size(); at++) {
            var tally = group.tallies().isEmpty() ? Tally.NONE : group.tallies().get(at);
            cells.add(cell(tally, known.get(at).contains(group.key()), goals.get(at), texts));
        }
        return new Row(name, hide(group.number(), texts), cells);
    }

    private static String hide(int number, Texts texts) {
        return number < SmallGroups.FEWEST
                ? texts.text("indicators.hidden")
                : texts.formats().whole(number);
    }

    private static Cell cell(Tally tally, boolean may, OptionalDouble goal, Texts texts) {
        if (tally.known() == 0) {
            return new Cell(texts.text("indicators.unknown"), "", "");
        }
        if (!may || tally.known() < SmallGroups.FEWEST) {
            return new Cell(texts.text("indicators.hidden"), "", "");
        }
        var share = new Share(tally.yes(), tally.known());
        double value = share.value().orElse(0);
        var formats = texts.formats();
        return new Cell(
                formats.percent(value, 0),
                texts.text(
                        "indicators.of",
                        formats.whole(tally.yes()),
                        formats.whole(tally.known()),
                        formats.whole(tally.unknown())),
                goal.isEmpty() ? "" : value >= goal.getAsDouble() ? "yes" : "no");
    }
}
