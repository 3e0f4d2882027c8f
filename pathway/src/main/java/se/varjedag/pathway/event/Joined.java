package se.varjedag.pathway.event;

import org.jspecify.annotations.Nullable;

/// Two orders of texts as one, and where each place of either went.
final class Joined {
    private final SortedUnion all;
    private final int @Nullable [] ofOne;
    private final int[] ofOther;

    /// @param ofOne the new place of each place of the first; null when that holds all texts of the other already
    /// @param ofOther the new place of each place of the other
    Joined(SortedUnion all, int @Nullable [] ofOne, int[] ofOther) {
        this.all = all;
        this.ofOne = ofOne;
        this.ofOther = ofOther;
    }

    SortedUnion all() {
        return all;
    }

    /// Whether every place of the first is where it was.
    boolean unchanged() {
        return ofOne == null;
    }

    int ofOne(int place) {
        return ofOne == null ? place : ofOne[place];
    }

    int ofOther(int place) {
        return ofOther[place];
    }

    /// The new place of each place of the first.
    int[] allOfOne() {
        if (ofOne != null) {
            return ofOne;
        }
        int[] same = new int[all.size()];
        for (int place = 0; place < same.length; place++) {
            same[place] = place;
        }
        return same;
    }

    int[] allOfOther() {
        return ofOther;
    }
}
