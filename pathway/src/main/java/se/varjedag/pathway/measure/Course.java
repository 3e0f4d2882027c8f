package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.TracedPathways;

/// The way of one treated patient as a net, read again and again for one pathway after the other: each milestone came
/// so many days after the latest of those it waited for. Some of those days can be taken away, in several places at
/// once, and the treatment is then as many days earlier as all of it together gives.
///
/// What a milestone waits for is what may stand before it in a chain of steps: the latest earlier point of the main
/// line; for a point of imaging or pathology the one before it in its line; for any other the last point of a line
/// that was finished by then. So days taken from imaging count until pathology is what is waited for, and the other
/// way round; when both are shorter both count.
///
/// All that is asked holds at once. Of the days on which the milestones could then have stood, none later than they
/// did, the latest are taken: nothing is earlier than it must be. There is one such set of days, whatever order the
/// demands come in, and one demand more never makes any of them later. (Each demand bounds a day from above by a
/// non-decreasing function of the others, so there is a greatest solution; it is reached from above.)
///
/// Source: Tarski, A lattice-theoretical fixpoint theorem, Pacific Journal of Mathematics 5 (1955) 285–309.
public final class Course {
    private final TracedPathways traced;
    private final Allowances[] allowances;
    private final Milestones milestones = new Milestones();
    private final List<Demand> held = new ArrayList<>();
    private final List<Demand> demands = new ArrayList<>();
    private final int[] day = new int[Milestones.NOW + 1];
    private final int[] then = new int[Milestones.NOW + 1];
    private final int[] waitsFor = new int[Milestones.NOW + 1];
    private final int[] lag = new int[Milestones.NOW + 1];
    private final int[] asked = new int[Milestones.NOW + 1];
    private int size;

    /// At most so many days from one milestone to another.
    ///
    /// @param along the milestones between that cannot be later than its end, one bit for each
    private record Demand(int from, int to, int days, int along) {}

    /// @throws IllegalArgumentException when the pathways were traced without their points
    public Course(TracedPathways traced) {
        if (!traced.withPoints()) {
            throw new IllegalArgumentException("A course needs pathways that were traced with their points");
        }
        this.traced = traced;
        allowances = traced.definitions().all().stream().map(Allowances::new).toArray(Allowances[]::new);
    }

    /// Reads one pathway that was treated; nothing is asked of it yet.
    public void read(int treated) {
        milestones.read(traced, treated);
        held.clear();
        demands.clear();
        size = milestones.presentSize();
        for (int at = 0; at < size; at++) {
            day[at] = milestones.presentDay(at);
            waitsFor[at] = milestones.waitsFor(at);
            lag[at] = day[at] - latest(waitsFor[at], day);
            asked[at] = lag[at];
        }
        hold(treated, true);
        for (int line : Milestones.LINES) {
            if (milestones.followBeside(line)) {
                hold(treated, false);
            }
        }
    }

    /// The first day of a point, as an epoch day; empty where it is no milestone.
    public OptionalInt day(MeasuringPoint point) {
        int at = at(point);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(day[at]);
    }

    /// The days from one point to the next, where the next waited for this one; empty where it did not.
    public OptionalInt days(MeasuringPoint from, MeasuringPoint to) {
        int start = at(from);
        int end = at(to);
        return start < 0 || end <= 0 || milestones.before(end) != start
                ? OptionalInt.empty()
                : OptionalInt.of(day[end] - day[start]);
    }

    /// Asks that a point comes so many days sooner after what it waited for, or at once where those are fewer.
    public void sooner(MeasuringPoint point, int days) {
        int at = at(point);
        if (at > 0) {
            asked[at] = Math.min(asked[at], Math.max(0, lag[at] - days));
        }
    }

    /// Asks that a step takes no more days than the definition allows this very step, where it does.
    public void withinAllowance(MeasuringPoint from, MeasuringPoint to) {
        int start = at(from);
        int end = at(to);
        for (var step : held) {
            if (step.from() == start && step.to() == end) {
                demands.add(step);
            }
        }
    }

    /// Asks that the way from one point to a later one takes at most so many days, where both were waited for, or
    /// both are of imaging or both of pathology.
    public void within(MeasuringPoint from, MeasuringPoint to, int days) {
        int start = at(from);
        int end = at(to);
        if (start >= 0 && start < end && (milestones.passes(start, end) || milestones.sameLine(start, end))) {
            demands.add(new Demand(start, end, days, milestones.along(start, end)));
        }
    }

    private int at(MeasuringPoint point) {
        int place = Milestones.place(point);
        return place < 0 ? -1 : milestones.presentAt(place);
    }

    /// How many days sooner the treatment would have been with all that has been asked since the pathway was read.
    public int saved() {
        System.arraycopy(day, 0, then, 0, size);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int at = 1; at < size; at++) {
                moved |= atMost(at, latest(waitsFor[at], then) + asked[at]);
            }
            for (var demand : demands) {
                moved |= atMost(demand.to(), then[demand.from()] + demand.days());
                for (int at = demand.from() + 1; at < demand.to(); at++) {
                    if ((demand.along() >> at & 1) == 1) {
                        moved |= atMost(at, then[demand.to()]);
                    }
                }
            }
        }
        return day[size - 1] - then[size - 1];
    }

    private boolean atMost(int at, int bound) {
        boolean moves = bound < then[at];
        then[at] = Math.min(then[at], bound);
        return moves;
    }

    private static int latest(int milestones, int[] days) {
        int latest = days[0];
        for (int rest = milestones; rest != 0; rest &= rest - 1) {
            latest = Math.max(latest, days[Integer.numberOfTrailingZeros(rest)]);
        }
        return latest;
    }

    /// Notes the steps that the definition allows along the chain as it stands.
    private void hold(int treated, boolean waitedFor) {
        var rules = allowances[traced.definition(treated)];
        for (int rung = 0; rung + 1 < milestones.size(); rung++) {
            if (rules.find(milestones, rung, traced.start(treated), traced.treatment(treated))) {
                int from = milestones.presentAt(milestones.placeAt(rung));
                int to = milestones.presentAt(milestones.placeAt(rules.end()));
                if (waitedFor || milestones.sameLine(from, to)) {
                    held.add(new Demand(from, to, rules.days(), milestones.along(from, to)));
                }
            }
        }
    }
}
