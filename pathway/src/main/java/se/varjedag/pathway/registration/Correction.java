package se.varjedag.pathway.registration;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.Counted;
import se.varjedag.pathway.measure.LimitCount;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.statistics.Interval;
import se.varjedag.pathway.statistics.Share;
import se.varjedag.pathway.trace.Finding.Kind;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// What the figures of a question owe to findings: with everybody, without those who carry one, and between which
/// bounds the share would lie if every pathway that lost its end had one.
///
/// @param all     everybody treated
/// @param clean   those of them without any finding
/// @param by      those of them with a finding of each kind; one with two kinds is in both
/// @param endless stale pathways that began in the period: open on paper, most likely ended and never written down
public record Correction(Standing all, Standing clean, Map<Kind, Standing> by, long endless) {

    public Correction {
        by = Collections.unmodifiableMap(by);
    }

    /// How many, and how they stand against their limits.
    public record Standing(long n, LimitCount limits) {
        static final Standing NOBODY = new Standing(0, LimitCount.NONE);

        public Standing plus(Standing other) {
            return new Standing(n + other.n, limits.plus(other.limits));
        }

        public Share share() {
            return limits.share();
        }
    }

    /// The same for a question about the whole lead time.
    public static Correction of(TracedPathways traced, Question question, Faults faults) {
        var all = Standing.NOBODY;
        var clean = Standing.NOBODY;
        var by = new EnumMap<Kind, Standing>(Kind.class);
        for (int pathway : Counted.in(State.TREATED, traced, question)) {
            var one = one(traced, pathway, question);
            all = all.plus(one);
            if (faults.of(pathway).isEmpty()) {
                clean = clean.plus(one);
            }
            for (var kind : faults.of(pathway)) {
                by.merge(kind, one, Standing::plus);
            }
        }
        var begun = question.but().countBy(CountBy.START).build();
        return new Correction(all, clean, by, Counted.in(State.STALE, traced, begun).length);
    }

    private static Standing one(TracedPathways traced, int pathway, Question question) {
        int limit = question.limit().orElse(traced.limit(pathway));
        if (limit < 0) {
            return new Standing(1, LimitCount.NONE);
        }
        int days = traced.end(pathway) - traced.start(pathway);
        return new Standing(1, new LimitCount(1, days <= limit ? 1 : 0, Math.max(0, days - limit)));
    }

    /// Everybody but those with a finding of this kind.
    public Standing without(Kind kind) {
        var some = by.getOrDefault(kind, Standing.NOBODY);
        return new Standing(
                all.n - some.n,
                new LimitCount(
                        all.limits.withLimit() - some.limits.withLimit(),
                        all.limits.within() - some.limits.within(),
                        all.limits.overtimeDays() - some.limits.overtimeDays()));
    }

    /// The lowest and the highest share there could be if every stale pathway had ended by a treatment with a known
    /// limit: none of them within it, or all. Not an interval of chance: nothing outside it is possible.
    public Interval bounds() {
        double with = all.limits.withLimit() + (double) endless;
        return with == 0
                ? new Interval(0, 1)
                : new Interval(all.limits.within() / with, (all.limits.within() + endless) / with);
    }
}
