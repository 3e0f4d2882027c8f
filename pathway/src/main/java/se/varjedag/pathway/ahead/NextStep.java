package se.varjedag.pathway.ahead;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.varjedag.pathway.definition.MeasuringPoint;

/// Which step comes next after the points that have been reached.
///
/// What has begun is waited for first: an examination asked for and not reported, a specimen taken and not answered.
/// Otherwise, of what the definition lets follow the latest point of the main line or of a line that is finished, and
/// what lies ahead of them in the order of care, that which is allowed the fewest days; on equal days the order of care
/// decides. Where the definition says nothing, the next point that every pathway has.
record NextStep(MeasuringPoint from, MeasuringPoint to) {
    private static final List<MeasuringPoint> ORDER = MeasuringPoint.inOrderOfCare();
    private static final List<MeasuringPoint> MAIN = ORDER.stream()
            .filter(point -> point != MeasuringPoint.SUSPECTED && !point.imaging() && !point.laboratory())
            .toList();

    /// The points that every pathway has, in the order of care.
    private static final List<MeasuringPoint> ALWAYS = List.of(
            MeasuringPoint.SUSPICION,
            MeasuringPoint.FIRST_VISIT,
            MeasuringPoint.MDT,
            MeasuringPoint.DECISION,
            MeasuringPoint.TREATMENT);

    static Optional<NextStep> of(Set<MeasuringPoint> reached, AllowedSteps rules, LocalDate start) {
        boolean decided = reached.contains(MeasuringPoint.DECISION);
        var running = running(reached);
        if (!decided && running.isPresent()) {
            return running;
        }
        return byDefinition(reached, rules, start).or(() -> always(reached));
    }

    /// What has begun and is not answered; of two, that which comes first in the order of care.
    private static Optional<NextStep> running(Set<MeasuringPoint> reached) {
        if (!reached.contains(MeasuringPoint.IMAGING_REPORTED)) {
            if (reached.contains(MeasuringPoint.IMAGING_PERFORMED)) {
                return Optional.of(new NextStep(MeasuringPoint.IMAGING_PERFORMED, MeasuringPoint.IMAGING_REPORTED));
            }
            if (reached.contains(MeasuringPoint.IMAGING_REFERRAL)) {
                return Optional.of(new NextStep(MeasuringPoint.IMAGING_REFERRAL, MeasuringPoint.IMAGING_PERFORMED));
            }
        }
        if (!reached.contains(MeasuringPoint.PATHOLOGY_REPORTED)) {
            if (reached.contains(MeasuringPoint.SPECIMEN_RECEIVED)) {
                return Optional.of(new NextStep(MeasuringPoint.SPECIMEN_RECEIVED, MeasuringPoint.PATHOLOGY_REPORTED));
            }
            if (reached.contains(MeasuringPoint.SPECIMEN_TAKEN)) {
                return Optional.of(new NextStep(MeasuringPoint.SPECIMEN_TAKEN, MeasuringPoint.PATHOLOGY_REPORTED));
            }
        }
        return Optional.empty();
    }

    private static Optional<NextStep> byDefinition(Set<MeasuringPoint> reached, AllowedSteps rules, LocalDate start) {
        var steps = new ArrayList<NextStep>();
        for (var from : ends(reached)) {
            for (var to : rules.after(from, start)) {
                if (ahead(to, reached)) {
                    steps.add(new NextStep(from, to));
                }
            }
        }
        return steps.stream()
                .min(Comparator.comparingInt((NextStep step) -> days(step, rules, start))
                        .thenComparingInt(step -> ORDER.indexOf(step.to())));
    }

    private static int days(NextStep step, AllowedSteps rules, LocalDate start) {
        OptionalInt days = rules.allowed(step.from(), step.to(), start);
        return days.orElse(Integer.MAX_VALUE);
    }

    /// The latest point of the main line, and the last of each line that is finished where the main line has not gone
    /// on past both lines since.
    private static List<MeasuringPoint> ends(Set<MeasuringPoint> reached) {
        var main = MAIN.stream().filter(reached::contains).toList();
        var latest = main.isEmpty() ? MeasuringPoint.SUSPICION : main.getLast();
        var ends = new ArrayList<MeasuringPoint>();
        ends.add(latest);
        if (ORDER.indexOf(latest) < ORDER.indexOf(MeasuringPoint.MDT)) {
            for (var end : List.of(MeasuringPoint.IMAGING_REPORTED, MeasuringPoint.PATHOLOGY_REPORTED)) {
                if (reached.contains(end)) {
                    ends.add(end);
                }
            }
        }
        return ends;
    }

    /// Whether a point is not reached, nor anything later of its own line or of the main line.
    private static boolean ahead(MeasuringPoint point, Set<MeasuringPoint> reached) {
        for (int later = ORDER.indexOf(point); later < ORDER.size(); later++) {
            var other = ORDER.get(later);
            boolean same = other.imaging() == point.imaging() && other.laboratory() == point.laboratory();
            if (reached.contains(other) && (same || MAIN.contains(other))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<NextStep> always(Set<MeasuringPoint> reached) {
        var latest = MAIN.stream()
                .filter(reached::contains)
                .reduce((_, later) -> later)
                .orElse(MeasuringPoint.SUSPICION);
        return ALWAYS.stream()
                .filter(point -> ORDER.indexOf(point) > ORDER.indexOf(latest))
                .findFirst()
                .map(point -> new NextStep(latest, point));
    }
}
