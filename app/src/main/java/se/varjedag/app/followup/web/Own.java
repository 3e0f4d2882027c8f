package se.varjedag.app.followup.web;

import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// What is the reader's own: what is marked for her among others, and the patients whose pseudonyms she may see.
///
/// @param region county code; empty when she has none
/// @param unit   the unit she works at; empty when she works at none
public record Own(String region, String unit) {
    /// Somebody who works for the whole country.
    static final Own EVERYWHERE = new Own("", "");

    /// Whether a person is near: she has been at the reader's unit. Who works at no unit is near everybody.
    public boolean near(TracedPathways traced, int person) {
        if (unit.isEmpty()) {
            return true;
        }
        var timelines = traced.timelines();
        for (int row = timelines.from(person); row < timelines.to(person); row++) {
            if (timelines.unitText(timelines.unit(row)).equals(unit)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a pathway's patient is near, and for who has a region and no unit: whether the region answers for it.
    public boolean covers(TracedPathways traced, int pathway) {
        if (!unit.isEmpty() || region.isEmpty()) {
            return near(traced, traced.person(pathway));
        }
        int answers =
                traced.state(pathway) == State.TREATED ? traced.endRegion(pathway) : traced.waitingRegion(pathway);
        return traced.timelines().regionText(answers).equals(region);
    }
}
