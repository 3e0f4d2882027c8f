package se.varjedag.pathway.change;

import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// Those who waited on earlier days, for any selection of them.
///
/// Whoever waited then has a pathway that had begun and not ended, for what comes later never opens or ends a
/// pathway of an earlier day. So only these persons are traced again, as of that day, and the answer is asked of
/// them: one way of counting, at the price of about one retrace for all the days together. A day that was asked for is
/// kept for the next question as long as memory is not short; safe for several threads.
public final class EarlierDays {
    /// Three years of months and two of weeks.
    private static final int KEPT = 140;

    private final TracedPathways traced;
    private final Tracer tracer;
    private final Map<LocalDate, SoftReference<TracedPathways>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, SoftReference<TracedPathways>> eldest) {
            return size() > KEPT;
        }
    };

    /// @param traced what is known of everybody, to the day the waiting are counted to
    public EarlierDays(TracedPathways traced) {
        this.traced = traced;
        this.tracer = new Tracer(traced.definitions());
    }

    /// What they are earlier days of.
    public TracedPathways traced() {
        return traced;
    }

    /// Who waited on each of these days.
    ///
    /// @param question counted by the end, without groups; its period does not matter to those who wait
    /// @param days     none later than the day the waiting are counted to
    public List<WaitingThen> waiting(Question question, List<LocalDate> days) {
        if (question.countBy() != CountBy.END || !question.by().isEmpty()) {
            throw new IllegalArgumentException("Those who waited are asked for by the end and without groups");
        }
        var found = new ArrayList<WaitingThen>();
        for (var day : days) {
            found.add(Answers.answer(then(day), question, Optional.empty())
                    .total()
                    .map(group -> new WaitingThen(
                            day,
                            group.waiting(),
                            group.waitingStale(),
                            group.waitingLimits().withLimit(),
                            group.waitingLimits().withLimit()
                                    - group.waitingLimits().within()))
                    .orElse(new WaitingThen(day, 0, 0, 0, 0)));
        }
        return List.copyOf(found);
    }

    /// The pathways, as of a day, of those who had one open on it.
    synchronized TracedPathways then(LocalDate day) {
        var reference = kept.get(day);
        var known = reference == null ? null : reference.get();
        if (known == null) {
            var open = open(Math.toIntExact(day.toEpochDay()));
            known = tracer.trace(traced.timelines().asOf(day, open::get));
            kept.put(day, new SoftReference<>(known));
        }
        return known;
    }

    /// The persons who have a pathway that had begun on this day and had not ended.
    private BitSet open(int day) {
        var persons = new BitSet(traced.timelines().persons());
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            if (traced.start(pathway) <= day && (traced.state(pathway).open() || traced.end(pathway) > day)) {
                persons.set(traced.person(pathway));
            }
        }
        return persons;
    }
}
