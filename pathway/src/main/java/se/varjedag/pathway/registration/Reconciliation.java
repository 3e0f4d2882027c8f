package se.varjedag.pathway.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntPredicate;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.Counted;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.LimitCount;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.Finding.Kind;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// Somebody else's figure beside ours, and the patients whom another rule would have counted otherwise.
///
/// A difference is not explained by arithmetic but by patients: for each rule on which two counts may differ, those
/// whom it concerns. Which of the rules the other count used, only its sender knows.
///
/// @param other    the figure that was delivered
/// @param n        how many we count
/// @param limits   how those with a known limit stand
/// @param pathways for each cause the pathways it concerns, as places in the traced pathways; causes that concern
/// nobody
///     are not there
public record Reconciliation(Figure other, long n, LimitCount limits, Map<Cause, List<Integer>> pathways) {

    public Reconciliation {
        var copy = new EnumMap<Cause, List<Integer>>(Cause.class);
        pathways.forEach((cause, places) -> copy.put(cause, List.copyOf(places)));
        pathways = java.util.Collections.unmodifiableMap(copy);
    }

    /// A figure as delivered.
    ///
    /// @param svf    the pathway; empty for all
    /// @param region the county code; empty for the whole country
    /// @param n      how many started treatment in the period
    /// @param within how many of them within the limit, where that was said
    public record Figure(
            Optional<String> svf, Optional<String> region, LocalDate from, LocalDate to, long n, OptionalLong within) {}

    /// A rule by which another count may differ from ours.
    public enum Cause {
        /// Began here and was treated elsewhere: counted there by the national rule.
        FINISHED_ELSEWHERE(true),
        /// Treated here, began elsewhere: counted here.
        BEGAN_ELSEWHERE(false),
        /// Ended by 70: counted nowhere.
        NOT_MET(true),
        /// Ended for another reason than treatment: not among those treated.
        LEFT(true),
        /// Began in the period and has been silent for 180 days: no end to count.
        STALE(true),
        /// Began in the period and was treated after it: counted there by the day of the end.
        TREATED_LATER(true),
        /// Began before the period: counted here by the day of the end.
        BEGAN_BEFORE(false),
        /// Its start or its end was registered more than once, and is counted once.
        REGISTERED_TWICE(true),
        /// Another pathway of the same person, also counted: a count of persons has her once.
        SAME_PERSON(false);

        private final boolean adds;

        Cause(boolean adds) {
            this.adds = adds;
        }

        /// Whether the other count becomes larger than ours by it; otherwise smaller.
        public boolean adds() {
            return adds;
        }
    }

    private static final Set<Kind> TWICE = Set.of(Kind.FURTHER_START, Kind.FURTHER_END, Kind.LATER_END);

    /// Lays a figure beside ours.
    public static Reconciliation of(TracedPathways traced, Faults faults, Figure figure) {
        var everywhere = question(figure).build();
        var here = figure.region()
                .map(code -> question(figure).only(GroupKey.REGION, code).build())
                .orElse(everywhere);
        var begun = here.but().countBy(CountBy.START).build();
        var counted = Counted.in(State.TREATED, traced, here);
        var causes = new EnumMap<Cause, List<Integer>>(Cause.class);
        figure.region().ifPresent(code -> {
            IntPredicate beganHere = pathway -> startRegion(traced, pathway).equals(code);
            note(causes, Cause.BEGAN_ELSEWHERE, counted, beganHere.negate());
            note(
                    causes,
                    Cause.FINISHED_ELSEWHERE,
                    Counted.in(State.TREATED, traced, everywhere),
                    beganHere.and(pathway -> !endRegion(traced, pathway).equals(code)));
        });
        note(causes, Cause.NOT_MET, Counted.in(State.CRITERIA_NOT_MET, traced, here), _ -> true);
        note(causes, Cause.LEFT, Counted.in(State.LEFT, traced, here), _ -> true);
        note(causes, Cause.STALE, Counted.in(State.STALE, traced, begun), _ -> true);
        note(
                causes,
                Cause.TREATED_LATER,
                Counted.in(State.TREATED, traced, begun),
                pathway -> traced.end(pathway) > figure.to().toEpochDay());
        note(
                causes,
                Cause.BEGAN_BEFORE,
                counted,
                pathway -> traced.start(pathway) < figure.from().toEpochDay());
        note(causes, Cause.REGISTERED_TWICE, counted, pathway -> faults.any(pathway, TWICE));
        var met = new HashSet<List<Integer>>();
        note(
                causes,
                Cause.SAME_PERSON,
                counted,
                pathway -> !met.add(
                        List.of(traced.person(pathway), figure.svf().isPresent() ? traced.definition(pathway) : -1)));
        return new Reconciliation(figure, counted.length, limits(traced, counted), causes);
    }

    private static Question.Builder question(Figure figure) {
        var question = Question.leadTime().period(figure.from(), figure.to());
        figure.svf().ifPresent(id -> question.only(GroupKey.SVF, id));
        return question;
    }

    private static void note(Map<Cause, List<Integer>> causes, Cause cause, int[] among, IntPredicate which) {
        var found = new ArrayList<Integer>();
        Arrays.stream(among).filter(which).forEach(found::add);
        if (!found.isEmpty()) {
            causes.put(cause, found);
        }
    }

    private static LimitCount limits(TracedPathways traced, int[] counted) {
        long with = 0;
        long within = 0;
        long overtime = 0;
        for (int pathway : counted) {
            int limit = traced.limit(pathway);
            if (limit >= 0) {
                int days = traced.end(pathway) - traced.start(pathway);
                with++;
                within += days <= limit ? 1 : 0;
                overtime += Math.max(0, days - limit);
            }
        }
        return new LimitCount(with, within, overtime);
    }

    private static String startRegion(TracedPathways traced, int pathway) {
        var timelines = traced.timelines();
        return timelines.regionText(timelines.region(traced.startRow(pathway)));
    }

    private static String endRegion(TracedPathways traced, int pathway) {
        return traced.timelines().regionText(traced.endRegion(pathway));
    }

    /// The delivered count less ours.
    public long difference() {
        return other.n() - n;
    }

    /// How many a cause concerns.
    public long count(Cause cause) {
        return pathways.getOrDefault(cause, List.of()).size();
    }

    /// The causes that by themselves make up the whole difference, exactly. More than one may fit, and a fit may be
    /// chance.
    public List<Cause> fitting() {
        return Arrays.stream(Cause.values())
                .filter(cause -> difference() != 0 && (cause.adds() ? 1 : -1) * count(cause) == difference())
                .toList();
    }
}
