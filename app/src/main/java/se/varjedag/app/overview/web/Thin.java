package se.varjedag.app.overview.web;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.timeline.ClinicalValue.Fact;

/// The newest value of each column of the screen: what a line under the cursor can read apart.
final class Thin {
    private Thin() {}

    static List<Fact> of(List<Fact> facts, Axis axis) {
        var kept = new ArrayList<Fact>();
        long before = Long.MIN_VALUE;
        for (var fact : facts) {
            long column = Math.round(axis.x(fact.day()));
            if (column == before) {
                kept.removeLast();
            }
            kept.add(fact);
            before = column;
        }
        return kept;
    }
}
