package se.varjedag.app.indicators;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;
import se.varjedag.app.coordination.Named;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.coordination.PlansMade;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.figure.Span;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.statistics.Share;
import se.varjedag.pathway.trace.TracedPathways;

/// What was done in the pathways whose treatment started in a period: by the unit or region where it started, or the
/// region where the patient lives.
@Component
class PathwayMeasures implements Measures {
    private static final String CONFERENCE = "conference";
    private static final String NURSE = "contact-nurse";
    private static final String PLAN = "care-plan";
    private static final List<String> OURS = List.of(CONFERENCE, NURSE, PLAN);

    private final Timeline timeline;
    private final Named named;
    private final PlansMade plans;

    PathwayMeasures(Timeline timeline, Named named, PlansMade plans) {
        this.timeline = timeline;
        this.named = named;
        this.plans = plans;
    }

    @Override
    public Map<String, List<Counted>> count(List<String> measures, Place place, Span span) {
        var all = new HashMap<String, List<Counted>>();
        if (Collections.disjoint(measures, OURS)) {
            return all;
        }
        var traced = timeline.snapshot().pathways();
        var started = started(traced, span);
        var keys = new HashMap<Integer, PathwayKey>();
        started.forEach(at -> keys.put(at, PathwayKey.of(traced, at)));
        var persons = keys.values().stream().map(PathwayKey::person).distinct().toList();
        if (measures.contains(CONFERENCE)) {
            all.put(CONFERENCE, shares(traced, started, place, at -> Optional.of(hasConference(traced, at))));
        }
        if (measures.contains(NURSE)) {
            var with = named.ever(Task.CONTACT_NURSE, persons);
            var units = named.units(Task.CONTACT_NURSE);
            all.put(NURSE, shares(traced, started, place, at -> known(with.contains(keys.get(at)), traced, at, units)));
        }
        if (measures.contains(PLAN)) {
            var with = plans.of(persons);
            var units = plans.units();
            all.put(PLAN, shares(traced, started, place, at -> known(with.contains(keys.get(at)), traced, at, units)));
        }
        return all;
    }

    /// A unit that has never done it here may do it elsewhere, so of its patients it is unknown.
    private static Optional<Boolean> known(boolean done, TracedPathways traced, int pathway, Set<String> units) {
        return done || units.contains(traced.timelines().unitText(traced.endUnit(pathway)))
                ? Optional.of(done)
                : Optional.empty();
    }

    private static boolean hasConference(TracedPathways traced, int pathway) {
        for (int point = traced.pointsFrom(pathway); point < traced.pointsTo(pathway); point++) {
            if (traced.pointKind(point) == MeasuringPoint.MDT && traced.pointDay(point) <= traced.end(pathway)) {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> started(TracedPathways traced, Span span) {
        var all = new ArrayList<Integer>();
        for (int at = 0; at < traced.size(); at++) {
            if (traced.treated(at)
                    && traced.end(at) >= span.from().toEpochDay()
                    && traced.end(at) <= span.to().toEpochDay()) {
                all.add(at);
            }
        }
        return all;
    }

    private static List<Counted> shares(
            TracedPathways traced, List<Integer> some, Place place, IntFunction<Optional<Boolean>> fulfils) {
        Map<String, Counted> places = new HashMap<>();
        for (int at : some) {
            var where = where(traced, at, place);
            var one = fulfils.apply(at)
                    .map(yes -> new Counted(where, new Share(yes ? 1 : 0, 1), 0))
                    .orElseGet(() -> new Counted(where, new Share(0, 0), 1));
            places.merge(where, one, Counted::plus);
        }
        return List.copyOf(places.values());
    }

    private static String where(TracedPathways traced, int pathway, Place place) {
        var timelines = traced.timelines();
        return switch (place) {
            case REGION -> timelines.regionText(traced.endRegion(pathway));
            case RESIDENCE -> timelines.regionText(timelines.homeRegion(traced.person(pathway)));
            case UNIT -> timelines.unitText(traced.endUnit(pathway));
        };
    }
}
