package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.varjedag.pathway.trace.TracedPathways;

/// One step seen closely: how long it took each patient, against what the definition allows, where it ended,
/// and whom it cost the limit.
///
/// The patients, their days and the overtime placed on the step are those of [Steps] for the same question,
/// so the figures of a step and of its table never disagree.
///
/// @param days the days each had in the step; of those waiting in it, the days so far
/// @param allowances those whose definition allows this very step a number of days, and who kept to it
/// @param overtimeDays the overtime days placed on the step
/// @param units the units it ended in, the most overtime first, then the most days
/// @param late those with overtime placed on the step, the most first
public record Bottleneck(
        Step step, DayHistogram days, LimitCount allowances, long overtimeDays, List<Unit> units, List<Late> late) {

    public Bottleneck {
        units = List.copyOf(units);
        late = List.copyOf(late);
    }

    /// What ended in one unit.
    ///
    /// @param unit the empty text where the event named none
    public record Unit(String unit, long patients, long days, long overtimeDays) {

        private Unit plus(Unit other) {
            return new Unit(unit, patients + other.patients, days + other.days, overtimeDays + other.overtimeDays);
        }
    }

    /// Someone over the limit, with days of it lost in the step.
    ///
    /// @param pathway the index of the pathway among those traced
    /// @param days the days in the step
    /// @param placed the overtime placed on it
    /// @param overtime all overtime of the pathway
    /// @param decisive whether the limit would have been kept, had the step kept its allowance and all else
    /// been as it was
    public record Late(int pathway, int days, long placed, long overtime, boolean decisive) {}

    /// The step of those whom the question selects.
    ///
    /// @param unit the one unit that the step must have ended in; empty for all
    public static Bottleneck of(TracedPathways traced, Question question, Step step, Optional<String> unit) {
        int from;
        int to;
        switch (step) {
            case Step.Between between -> {
                from = Milestones.place(between.from());
                to = Milestones.place(between.to());
            }
            case Step.WaitingAfter after -> {
                from = Milestones.place(after.from());
                to = Milestones.NOW;
            }
            case Step.NotMeasured() -> throw new IllegalArgumentException("What is not measured is no step");
        }
        var seen = new Seen(step, unit);
        Cut.each(traced, question, new Selection(traced, question), cut -> {
            for (int gap = 0; gap < cut.gaps(); gap++) {
                if (cut.from(gap) == from && cut.to(gap) == to) {
                    seen.see(cut, gap, traced.timelines().unitText(cut.unit(gap)));
                }
            }
        });
        return seen.bottleneck();
    }

    /// What has been seen of a step so far.
    private static final class Seen {
        private static final Comparator<Unit> MOST_FIRST = Comparator.comparingLong(Unit::overtimeDays)
                .thenComparingLong(Unit::days)
                .reversed()
                .thenComparing(Unit::unit);

        private final Step step;
        private final Optional<String> onlyUnit;
        private final DayHistogram.Outcome outcome;
        private final DayHistogram.Builder days = new DayHistogram.Builder();
        private LimitCount allowances = LimitCount.NONE;
        private long overtime;
        private final Map<String, Unit> units = new TreeMap<>();
        private final List<Late> late = new ArrayList<>();

        Seen(Step step, Optional<String> onlyUnit) {
            this.step = step;
            this.onlyUnit = onlyUnit;
            outcome = step instanceof Step.WaitingAfter ? DayHistogram.Outcome.WAITING : DayHistogram.Outcome.REACHED;
        }

        void see(Cut cut, int gap, String unit) {
            if (onlyUnit.isPresent() && !onlyUnit.get().equals(unit)) {
                return;
            }
            int took = cut.days(gap);
            long placed = cut.overtime(gap);
            days.add(outcome, took);
            overtime += placed;
            units.merge(unit, new Unit(unit, 1, took, placed), Unit::plus);
            int allowed = cut.allowance(gap);
            if (allowed >= 0) {
                allowances = allowances.plus(new LimitCount(1, took <= allowed ? 1 : 0, Math.max(0, took - allowed)));
            }
            if (placed > 0) {
                late.add(new Late(cut.pathway(), took, placed, cut.overtime(), cut.excess(gap) >= cut.overtime()));
            }
        }

        Bottleneck bottleneck() {
            late.sort(Comparator.comparingLong(Late::placed).reversed().thenComparingInt(Late::pathway));
            return new Bottleneck(
                    step,
                    days.build(),
                    allowances,
                    overtime,
                    units.values().stream().sorted(MOST_FIRST).toList(),
                    late);
        }
    }
}
