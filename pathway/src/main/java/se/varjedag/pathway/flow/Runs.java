package se.varjedag.pathway.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.measure.Counted;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// The ways of the patients of a question whose pathways have ended: from the suspicion over every point in order of
/// day to the treatment, by kind, or to the end without one. Those who wait have no way through yet and are left
/// out.
///
/// On one day the points stand in the order of care, in which [MeasuringPoint] does not list them; so that two ways
/// that differ in nothing but the order of writing are one. A point recorded several times on one day is one point.
/// Points before the suspicion or after the end are not part of the way.
public final class Runs implements Sequences {

    /// The points in the order of care, treatment left out: the ends stand for it.
    public static final List<MeasuringPoint> ORDER = List.of(
            MeasuringPoint.SUSPICION,
            MeasuringPoint.REFERRAL_RECEIVED,
            MeasuringPoint.FIRST_VISIT,
            MeasuringPoint.IMAGING_REFERRAL,
            MeasuringPoint.IMAGING_PERFORMED,
            MeasuringPoint.IMAGING_REPORTED,
            MeasuringPoint.DIAGNOSTIC_SURGERY,
            MeasuringPoint.SPECIMEN_TAKEN,
            MeasuringPoint.SPECIMEN_RECEIVED,
            MeasuringPoint.PATHOLOGY_REPORTED,
            MeasuringPoint.MDT,
            MeasuringPoint.INFORMED,
            MeasuringPoint.DECISION);

    private static final List<Stop> STOPS = stops();
    private static final List<String> NAMES = STOPS.stream().map(Stop::key).toList();
    private static final int LEFT = STOPS.size() - 1;

    private final TracedPathways traced;
    private final int[] pathways;
    private final int[] from;
    private final int[] activity;
    private final int[] day;

    private Runs(TracedPathways traced, int[] pathways, int[] from, int[] activity, int[] day) {
        this.traced = traced;
        this.pathways = pathways;
        this.from = from;
        this.activity = activity;
        this.day = day;
    }

    /// A place on the way: a point, a kind of treatment, or the end without one.
    ///
    /// @param point the point; empty for an end
    /// @param kind the kind of treatment; empty for a point and for the end without treatment
    public record Stop(Optional<MeasuringPoint> point, Optional<TreatmentKind> kind) {

        /// Whether the way ends here.
        public boolean end() {
            return point.isEmpty();
        }

        /// Whether it ends here without treatment.
        public boolean left() {
            return end() && kind.isEmpty();
        }

        /// A word for it, different for each.
        public String key() {
            return point.map(MeasuringPoint::key)
                    .orElseGet(() -> kind.map(TreatmentKind::key).orElse("left"));
        }
    }

    /// The ways of those who ended, the treated first.
    ///
    /// @throws IllegalArgumentException when the question is not about the whole lead time, or the pathways were
    /// traced without their points
    public static Runs of(TracedPathways traced, Question question) {
        if (!traced.withPoints()) {
            throw new IllegalArgumentException("Ways need pathways that were traced with their points");
        }
        var treated = Counted.in(State.TREATED, traced, question);
        var left = Counted.in(State.LEFT, traced, question);
        var pathways = Arrays.copyOf(treated, treated.length + left.length);
        System.arraycopy(left, 0, pathways, treated.length, left.length);
        var from = new int[pathways.length + 1];
        int most = 0;
        for (int pathway : pathways) {
            most += traced.pointsTo(pathway) - traced.pointsFrom(pathway) + 2;
        }
        var activity = new int[most];
        var day = new int[most];
        int size = 0;
        for (int c = 0; c < pathways.length; c++) {
            from[c] = size;
            size = walk(traced, pathways[c], activity, day, size);
        }
        from[pathways.length] = size;
        return new Runs(traced, pathways, from, activity, day);
    }

    private static int walk(TracedPathways traced, int pathway, int[] activity, int[] day, int first) {
        int start = traced.start(pathway);
        int end = traced.end(pathway);
        int size = first;
        activity[size] = 0;
        day[size++] = start;
        for (int k = traced.pointsFrom(pathway); k < traced.pointsTo(pathway); k++) {
            int place = ORDER.indexOf(traced.pointKind(k));
            int on = traced.pointDay(k);
            if (place > 0 && on >= start && on <= end) {
                size = insert(activity, day, first, size, place, on);
            }
        }
        activity[size] = end(traced, pathway);
        day[size++] = end;
        return size;
    }

    private static int insert(int[] activity, int[] day, int first, int size, int place, int on) {
        int at = size;
        while (at > first + 1 && (day[at - 1] > on || (day[at - 1] == on && activity[at - 1] > place))) {
            at--;
        }
        if (day[at - 1] == on && activity[at - 1] == place) {
            return size;
        }
        System.arraycopy(activity, at, activity, at + 1, size - at);
        System.arraycopy(day, at, day, at + 1, size - at);
        activity[at] = place;
        day[at] = on;
        return size + 1;
    }

    private static int end(TracedPathways traced, int pathway) {
        var kind = treatment(traced, pathway);
        return kind == null ? LEFT : STOPS.indexOf(new Stop(Optional.empty(), Optional.of(kind)));
    }

    private static @Nullable TreatmentKind treatment(TracedPathways traced, int pathway) {
        return traced.state(pathway) == State.TREATED ? traced.treatment(pathway) : null;
    }

    @Override
    public int cases() {
        return pathways.length;
    }

    @Override
    public int from(int index) {
        return from[index];
    }

    @Override
    public int to(int index) {
        return from[index + 1];
    }

    @Override
    public int activity(int event) {
        return activity[event];
    }

    /// The day, as an epoch day.
    @Override
    public long time(int event) {
        return day[event];
    }

    @Override
    public List<String> activities() {
        return NAMES;
    }

    /// What an activity is.
    public static Stop stop(int activity) {
        return STOPS.get(activity);
    }

    /// What an activity with this name is.
    public static Stop stop(String name) {
        return STOPS.get(NAMES.indexOf(name));
    }

    /// The pathway of a case, as an index into the traced ones.
    public int pathway(int index) {
        return pathways[index];
    }

    /// The days of a case from suspicion to its end.
    public int days(int index) {
        return traced.end(pathways[index]) - traced.start(pathways[index]);
    }

    /// Whether a case ended with treatment.
    public boolean treated(int index) {
        return traced.state(pathways[index]) == State.TREATED;
    }

    /// The pathways that the ways were read from.
    public TracedPathways traced() {
        return traced;
    }

    private static List<Stop> stops() {
        var stops = new ArrayList<Stop>();
        ORDER.forEach(point -> stops.add(new Stop(Optional.of(point), Optional.empty())));
        for (var kind : TreatmentKind.values()) {
            stops.add(new Stop(Optional.empty(), Optional.of(kind)));
        }
        stops.add(new Stop(Optional.empty(), Optional.empty()));
        return List.copyOf(stops);
    }
}
