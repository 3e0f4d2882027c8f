package se.varjedag.pathway.open;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of an open answer as it is told: its figures by the name of their column, and the names of those hidden. A
/// column that is neither told nor hidden has no figure: nobody stands behind it, or it does not apply.
///
/// @param key the values of the question's keys, in its order
public record OpenLine(List<String> key, Map<String, Double> told, Set<String> hidden) {

    public OpenLine {
        key = List.copyOf(key);
        told = Map.copyOf(told);
        hidden = Set.copyOf(hidden);
    }

    /// Whether the figure in a column is kept back.
    public boolean hides(String column) {
        return hidden.contains(column);
    }

    /// The figure in a column; empty where it is hidden or there is none.
    public OptionalDouble figure(String column) {
        @Nullable Double figure = told.get(column);
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }
}
