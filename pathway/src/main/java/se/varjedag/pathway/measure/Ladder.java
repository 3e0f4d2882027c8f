package se.varjedag.pathway.measure;

import java.util.Optional;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.TracedPathways;

/// The rungs that the time of one patient climbs from suspicion to treatment, read again and again for one pathway
/// after the other: the milestones of [Steps], each with the step that the definition allows from it.
///
/// The days between rungs add up to the whole time exactly.
public final class Ladder {
    private final TracedPathways traced;
    private final Allowances[] allowances;
    private final Milestones milestones = new Milestones();
    private int pathway;

    /// @throws IllegalArgumentException when the pathways were traced without their points
    public Ladder(TracedPathways traced) {
        if (!traced.withPoints()) {
            throw new IllegalArgumentException("A ladder needs pathways that were traced with their points");
        }
        this.traced = traced;
        allowances = traced.definitions().all().stream().map(Allowances::new).toArray(Allowances[]::new);
    }

    /// Reads one pathway that was treated or waits.
    public void read(int treatedOrWaiting) {
        pathway = treatedOrWaiting;
        milestones.read(traced, pathway);
    }

    /// How many rungs there are, the start and the end with them: at least two.
    public int rungs() {
        return milestones.size();
    }

    /// The day of a rung, as an epoch day.
    public int day(int rung) {
        return milestones.dayAt(rung);
    }

    /// The point that a rung is; empty for the last one of someone who waits, which is now.
    public Optional<MeasuringPoint> point(int rung) {
        int place = milestones.placeAt(rung);
        return place == Milestones.NOW ? Optional.empty() : Optional.of(Milestones.ORDER.get(place));
    }

    /// Whether a rung is this point.
    public boolean is(int rung, MeasuringPoint point) {
        return milestones.placeAt(rung) == Milestones.place(point);
    }

    /// Finds the shortest step that the definition allows from a rung; [#heldTo()] and [#allowed()] then tell it.
    public boolean held(int rung) {
        return allowances[traced.definition(pathway)].find(
                milestones, rung, traced.start(pathway), traced.treatment(pathway));
    }

    /// The rung that the step found ends at.
    public int heldTo() {
        return allowances[traced.definition(pathway)].end();
    }

    /// The days that the step found is allowed.
    public int allowed() {
        return allowances[traced.definition(pathway)].days();
    }
}
