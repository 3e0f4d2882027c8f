package se.varjedag.pathway.event;

/// How the columns of a row share one word, or two where events have refs or pathways.
///
/// From the top: day, code, region, unit, traits; with a second word the traits stand below ref and pathway there. An
/// empty region or unit is written as the highest number, so that it sorts last.
final class RowLayout {
    private final int firstDay;
    private final int emptyRegion;
    private final int emptyUnit;
    private final int dayShift;
    private final int codeShift;
    private final int regionShift;
    private final int unitShift;
    private final int refShift;
    private final int pathwayShift;
    private final long codeMask;
    private final long regionMask;
    private final long unitMask;
    private final long pathwayMask;
    private final long traitMask;
    private final boolean second;

    RowLayout(Dictionaries texts, int firstDay, int lastDay, boolean hasRefs) {
        this.firstDay = firstDay;
        emptyRegion = texts.regions().size();
        emptyUnit = texts.units().size();
        int dayBits = bits(lastDay - firstDay);
        int codeBits = bits(texts.codes().size() - 1);
        int regionBits = bits(emptyRegion);
        int unitBits = bits(emptyUnit);
        int traitBits = bits(texts.traits().size() - 1);
        int pathwayBits = bits(texts.pathways().size() - 1);
        int refBits = bits(texts.refs().size() - 1);
        int bits = dayBits + codeBits + regionBits + unitBits;
        second = hasRefs || bits + traitBits > 63;
        if (bits > 63 || refBits + pathwayBits + traitBits > 63) {
            throw new IllegalArgumentException("Too many different values: %d codes, %d regions, %d units, %d refs"
                    .formatted(
                            texts.codes().size(),
                            texts.regions().size(),
                            texts.units().size(),
                            texts.refs().size()));
        }
        unitShift = second ? 0 : traitBits;
        regionShift = unitShift + unitBits;
        codeShift = regionShift + regionBits;
        dayShift = codeShift + codeBits;
        pathwayShift = traitBits;
        refShift = pathwayShift + pathwayBits;
        unitMask = mask(unitBits);
        regionMask = mask(regionBits);
        codeMask = mask(codeBits);
        pathwayMask = mask(pathwayBits);
        traitMask = mask(traitBits);
    }

    private static int bits(int highest) {
        return 32 - Integer.numberOfLeadingZeros(highest);
    }

    private static long mask(int bits) {
        return (1L << bits) - 1;
    }

    int firstDay() {
        return firstDay;
    }

    /// Whether equal numbers make equal words in both.
    boolean writesAs(RowLayout other) {
        return firstDay == other.firstDay
                && emptyRegion == other.emptyRegion
                && emptyUnit == other.emptyUnit
                && unitShift == other.unitShift
                && regionShift == other.regionShift
                && codeShift == other.codeShift
                && dayShift == other.dayShift
                && pathwayShift == other.pathwayShift
                && refShift == other.refShift
                && second == other.second;
    }

    boolean hasSecond() {
        return second;
    }

    long day(int day) {
        return (long) (day - firstDay) << dayShift;
    }

    /// What each number of a list adds to the word.
    long[] codes(int[] places) {
        return shifted(places, 0, codeShift);
    }

    long[] regions(int[] places) {
        return shifted(places, emptyRegion, regionShift);
    }

    long[] units(int[] places) {
        return shifted(places, emptyUnit, unitShift);
    }

    long[] traits(int[] places) {
        return shifted(places, 0, 0);
    }

    private static long[] shifted(int[] places, int empty, int shift) {
        long[] words = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            words[i] = (long) (places[i] == 0 ? empty : places[i]) << shift;
        }
        return words;
    }

    /// @param whichRef ref in the upper, pathway in the lower half
    long second(long whichRef) {
        return (whichRef >>> 32) << refShift | (whichRef & 0xFFFF_FFFFL) << pathwayShift;
    }

    int dayOf(long word) {
        return firstDay + (int) (word >>> dayShift);
    }

    int codeOf(long word) {
        return (int) (word >>> codeShift & codeMask);
    }

    int regionOf(long word) {
        int region = (int) (word >>> regionShift & regionMask);
        return region == emptyRegion ? 0 : region;
    }

    int unitOf(long word) {
        int unit = (int) (word >>> unitShift & unitMask);
        return unit == emptyUnit ? 0 : unit;
    }

    int refOf(long second) {
        return (int) (second >>> refShift);
    }

    int pathwayOf(long second) {
        return (int) (second >>> pathwayShift & pathwayMask);
    }

    /// @param lowest the second word where there is one, otherwise the first
    int traitsOf(long lowest) {
        return (int) (lowest & traitMask);
    }
}
