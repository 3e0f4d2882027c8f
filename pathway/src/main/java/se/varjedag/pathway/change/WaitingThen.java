package se.varjedag.pathway.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// Who waited at the end of an earlier day, as an answer as of that day says (rules 18, 20 and 21).
///
/// Whoever waited then has a pathway that had begun and not ended, for what comes later never opens or ends a
/// pathway of an earlier day. So only these persons are traced again, as of that day, and the answer is asked of
/// them: one way of counting, at the price of about one retrace for all the days together.
///
/// @param waiting   those open of whom something had been heard within 180 days
/// @param stale     those open of whom nothing had been heard for as long, counted apart
/// @param withLimit those of the waiting whose limit was known: the longest still possible
/// @param overLimit those of them who had waited longer than it
public record WaitingThen(LocalDate day, long waiting, long stale, long withLimit, long overLimit) {

    /// Who waited on each of these days.
    ///
    /// @param question counted by the end, without groups; its period does not matter to those who wait
    /// @param days     none later than the day the waiting are counted to
    public static List<WaitingThen> of(TracedPathways traced, Question question, List<LocalDate> days) {
        if (question.countBy() != CountBy.END || !question.by().isEmpty()) {
            throw new IllegalArgumentException("Those who waited are asked for by the end and without groups");
        }
        var tracer = new Tracer(traced.definitions());
        var found = new ArrayList<WaitingThen>();
        for (var day : days) {
            var open = open(traced, Math.toIntExact(day.toEpochDay()));
            var then = tracer.trace(traced.timelines().asOf(day, open::get));
            found.add(Answers.answer(then, question, Optional.empty())
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

    /// The persons who have a pathway that had begun on this day and had not ended.
    private static BitSet open(TracedPathways traced, int day) {
        var persons = new BitSet(traced.timelines().persons());
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            if (traced.start(pathway) <= day && (traced.state(pathway).open() || traced.end(pathway) > day)) {
                persons.set(traced.person(pathway));
            }
        }
        return persons;
    }
}
