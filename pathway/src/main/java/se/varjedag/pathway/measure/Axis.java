package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One key of a question laid out: the texts its values have, in order, and which of them the question lets
/// in.
final class Axis {
    private final List<String> texts;
    private final int[] ranks;
    private final boolean[] admitted;

    /// @param values the texts of the raw values 0, 1, 2, …
    /// @param filter the texts let in; null lets in all
    Axis(List<String> values, @Nullable Set<String> filter) {
        texts = new ArrayList<>(new TreeSet<>(values));
        ranks = new int[values.size()];
        admitted = new boolean[texts.size()];
        for (int value = 0; value < ranks.length; value++) {
            ranks[value] = Collections.binarySearch(texts, values.get(value));
        }
        for (int rank = 0; rank < admitted.length; rank++) {
            admitted[rank] = filter == null || filter.contains(texts.get(rank));
        }
    }

    /// How many different texts there are.
    int size() {
        return texts.size();
    }

    /// The place of a raw value's text in the order of texts, or -1 when the question leaves it out.
    int rank(int value) {
        int rank = ranks[value];
        return admitted[rank] ? rank : -1;
    }

    /// The text at a place in their order.
    String text(int rank) {
        return texts.get(rank);
    }
}
