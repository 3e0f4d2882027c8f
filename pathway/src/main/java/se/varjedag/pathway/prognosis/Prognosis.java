package se.varjedag.pathway.prognosis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// The chance that each open pathway starts within its limit, learnt from nothing but what these pathways were on the
/// day they are counted to.
///
/// A patient stands at the latest point reached, since so many days. Those who stood there before, for as long, tell
/// how many of them started in the days that are left to the limit, with leaving as a competing event and those still
/// waiting followed as far as they came: (F(now + left) − F(now)) / S(now) ([Experience.Curve]). The limit is the
/// longest still possible, as for all who wait. Those who leave by 70 (criteria not met) are among those who leave:
/// on the day of the prognosis nobody knows it.
///
/// One unit sees few patients. So the chance of a wider circle counts as [#PRIOR_WEIGHT] patients of the narrower one:
/// p = (n·own + m·wider) / (n + m), from all pathways to one pathway, its region, its unit. This is the mean of a beta
/// distribution that starts from the wider circle; see Efron and Morris, Data analysis using Stein's estimator and its
/// generalizations, JASA 70 (1975) 311–319, for why it errs less than each unit by itself.
///
/// Only pathways that started in the last [#LEARNT_DAYS] days are learnt from: care changes.
public final class Prognosis {

    /// How many patients of a narrower circle the wider one weighs as much as.
    public static final int PRIOR_WEIGHT = 20;

    /// From how far back is learnt.
    public static final int LEARNT_DAYS = 730;

    private final TracedPathways traced;
    private final Experience experience;

    private Prognosis(TracedPathways traced, Experience experience) {
        this.traced = traced;
        this.experience = experience;
    }

    /// Learns from pathways that were traced with their points.
    public static Prognosis learn(TracedPathways traced) {
        if (!traced.withPoints()) {
            throw new IllegalArgumentException("A prognosis needs pathways that were traced with their points");
        }
        return new Prognosis(traced, new Experience(traced, traced.asOf() - LEARNT_DAYS));
    }

    /// The pathways it was learnt from.
    public TracedPathways traced() {
        return traced;
    }

    /// The chance of one pathway; empty when it does not wait, has no known limit, or nobody stood there before.
    public Optional<Chance> chance(int pathway) {
        int limit = traced.limit(pathway);
        if (traced.state(pathway) != State.WAITING || limit < 0) {
            return Optional.empty();
        }
        int left = traced.start(pathway) + limit - traced.asOf();
        var course = new Course();
        course.read(traced, pathway);
        int last = course.size() - 1;
        int days = traced.asOf() - course.day(last);
        int since = Situation.since(days);
        int day = days - Situation.firstDay(since);
        long situation = Experience.situation(traced, pathway, course.place(last), since);
        var all = experience.ofAll(situation);
        if (all == null || all.after(day) == 0) {
            return left > 0 ? Optional.empty() : Optional.of(new Chance(0, left, 0));
        }
        var svf = experience.ofSvf(situation);
        long alike = svf == null ? 0 : svf.after(day);
        if (left <= 0) {
            return Optional.of(new Chance(0, left, alike));
        }
        double chance = all.chance(day, left);
        chance = drawn(svf, day, left, chance);
        chance = drawn(experience.ofRegion(situation), day, left, chance);
        chance = drawn(experience.ofUnit(situation), day, left, chance);
        return Optional.of(new Chance(chance, left, alike));
    }

    private static double drawn(Experience.@Nullable Curve own, int day, int left, double wider) {
        long n = own == null ? 0 : own.after(day);
        return own == null || n == 0 ? wider : (n * own.chance(day, left) + PRIOR_WEIGHT * wider) / (n + PRIOR_WEIGHT);
    }
}
