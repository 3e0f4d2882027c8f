package se.varjedag.pathway.event;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/// Writes rows of one layout in another, whose dictionaries hold the same texts at other places.
final class Recoding {
    private final RowLayout old;
    private final RowLayout layout;
    private final long[] codes;
    private final long[] regions;
    private final long[] units;
    private final int[] pathways;
    private final IntUnaryOperator refs;
    private final long[] traits;

    Recoding(
            RowLayout old,
            RowLayout layout,
            int[] codes,
            int[] regions,
            int[] units,
            int[] pathways,
            IntUnaryOperator refs,
            int[] traits) {
        this.old = old;
        this.layout = layout;
        this.codes = layout.codes(codes);
        this.regions = layout.regions(regions);
        this.units = layout.units(units);
        this.pathways = pathways;
        this.refs = refs;
        this.traits = layout.traits(traits);
    }

    /// Writes the rows of these timelines from `row` up to and without `end` to the place `at`.
    void write(Timelines from, int row, int end, long[] words, long @Nullable [] seconds, int at) {
        for (int place = at; row < end; row++, place++) {
            long word = from.words[row];
            long second = from.seconds == null ? 0 : from.seconds[row];
            long trait = traits[old.traitsOf(from.seconds == null ? word : second)];
            words[place] = layout.day(old.dayOf(word))
                    | codes[old.codeOf(word)]
                    | regions[old.regionOf(word)]
                    | units[old.unitOf(word)]
                    | (seconds == null ? trait : 0);
            if (seconds != null) {
                long which = from.seconds == null
                        ? 0
                        : (long) refs.applyAsInt(old.refOf(second)) << 32 | pathways[old.pathwayOf(second)];
                seconds[place] = layout.second(which) | trait;
            }
        }
    }
}
