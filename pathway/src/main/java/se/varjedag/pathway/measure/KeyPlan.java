package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How a question groups and filters: for each of its keys the texts let in, and the number that they add to the
/// number of a group.
///
/// The number of a group is put together of the places of its texts, the first key on top, so that groups sort
/// by their keys when their numbers sort. Keys that a whole block of rows has in common (see [WaitTable]) give
/// the number of a run; the others tell the groups of a run apart. Where these can be few, they are numbered
/// densely and counted side by side.
final class KeyPlan {
    /// The most groups of a run that are counted side by side: their tables stay in the processor's nearer memory.
    static final int DENSE = 32;

    /// So many waits a group should have in the middle to be worth a table of its own.
    private static final int WAITS = 64;

    /// In place of what a text adds, where the question leaves it out.
    static final int OUT = -1;

    private final Question question;
    private final MeasureTables tables;
    private final Map<GroupKey, Part> parts = new EnumMap<>(GroupKey.class);
    private final long within;
    private final long range;
    private final boolean dense;
    private final Part[] grouping;

    /// One key: the texts let in, and for each rank of all texts its place among them or [#OUT].
    private static final class Part {
        final List<String> texts;
        final int[] places;
        final List<MeasureTables.Ranks> ranks;

        /// What one place adds to the number of a group, 0 when the key only filters.
        final long weight;

        /// What one place adds to the dense number inside a run, 0 when a block has it in common.
        final long inside;

        Part(List<String> texts, int[] places, List<MeasureTables.Ranks> ranks, long weight, long inside) {
            this.texts = texts;
            this.places = places;
            this.ranks = ranks;
            this.weight = weight;
            this.inside = inside;
        }

        int place(int table, int value) {
            return places[ranks.get(table).of(value)];
        }
    }

    KeyPlan(Question question, MeasureTables tables) {
        this.question = question;
        this.tables = tables;
        long weight = 1;
        long inside = 1;
        for (var key : question.by().reversed()) {
            boolean common = commonToBlock(key);
            var part = part(key, weight, common ? 0 : inside);
            int size = Math.max(1, part.texts.size());
            weight = Math.multiplyExact(weight, size);
            inside = common ? inside : inside * size;
            parts.put(key, part);
        }
        within = inside;
        range = weight;
        dense = within <= DENSE && tables.rows() / WAITS >= range;
        grouping = question.by().stream().map(parts::get).toArray(Part[]::new);
        for (var key : question.filters().keySet()) {
            if (!parts.containsKey(key)) {
                parts.put(key, part(key, 0, 0));
            }
        }
    }

    private Part part(GroupKey key, long weight, long inside) {
        var known = tables.key(key);
        Set<String> filter = question.filters().get(key);
        var places = new int[known.texts().size()];
        if (filter == null) {
            Arrays.setAll(places, rank -> rank);
            return new Part(known.texts(), places, known.ranks(), weight, inside);
        }
        var texts = new ArrayList<String>();
        for (int rank = 0; rank < places.length; rank++) {
            var text = known.texts().get(rank);
            places[rank] = filter.contains(text) ? texts.size() : OUT;
            if (places[rank] >= 0) {
                texts.add(text);
            }
        }
        return new Part(texts, places, known.ranks(), weight, inside);
    }

    /// Whether all rows of a block have the same value of a key.
    private boolean commonToBlock(GroupKey key) {
        return switch (key) {
            case SVF, REGION, HREGION -> true;
            case YEAR, QUARTER -> question.countBy() == CountBy.END;
            case TREATMENT, HOME_REGION, UNIT, SEX, AGE, MONTH, LIMIT -> false;
        };
    }

    /// Whether this key groups or filters.
    boolean uses(GroupKey key) {
        return parts.containsKey(key);
    }

    /// Whether this key groups.
    boolean groupsBy(GroupKey key) {
        return question.by().contains(key);
    }

    /// Whether this key filters.
    boolean filtersBy(GroupKey key) {
        return question.filters().containsKey(key);
    }

    /// Whether the groups of a run are so few that they are numbered densely and counted side by side.
    boolean dense() {
        return dense;
    }

    /// One more than the largest number of a group.
    long range() {
        return range;
    }

    /// How many groups a run can have at most, where they are numbered densely.
    int groupsOfRun() {
        return (int) within;
    }

    /// What a value adds to the number of a group, or [#OUT].
    ///
    /// @param table the place of the table among all
    long adds(GroupKey key, int table, int value) {
        var part = parts.get(key);
        if (part == null) {
            return 0;
        }
        int place = part.place(table, value);
        return place < 0 ? OUT : place * part.weight;
    }

    /// What a value adds to the number of a group inside a run, or [#OUT]: dense or not, as all inside the run are.
    long addsInside(GroupKey key, int table, int value) {
        var part = parts.get(key);
        if (part == null) {
            return 0;
        }
        int place = part.place(table, value);
        return place < 0 ? OUT : place * (dense ? part.inside : part.weight);
    }

    /// What each dense number inside a run adds to the number of the group.
    long[] numbersInside() {
        var numbers = new long[groupsOfRun()];
        for (var part : parts.values()) {
            if (part.inside > 0) {
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] += i / part.inside % Math.max(1, part.texts.size()) * part.weight;
                }
            }
        }
        return numbers;
    }

    /// The texts of a group's key, from its number.
    List<String> key(long group) {
        long rest = group;
        var texts = new String[grouping.length];
        for (int i = 0; i < texts.length; i++) {
            var part = grouping[i];
            texts[i] = part.texts.get((int) (rest / part.weight));
            rest %= part.weight;
        }
        return List.of(texts);
    }
}
