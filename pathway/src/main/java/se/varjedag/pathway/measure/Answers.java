package se.varjedag.pathway.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.varjedag.pathway.trace.TracedPathways;

/// Answers questions about traced pathways: the one way to a figure, whether it goes to a file, an interface
/// or a page.
///
/// The rules are numbers 19 to 28 of `docs/rules.md`. Who is counted from which day to which is told in one
/// place, [WaitReader]. A tracing that is asked once is counted as it stands; one that is asked again and
/// again is laid out as [Facts] first, which gives the same answers in a fraction of the time.
public final class Answers {
    private static final int WORTH_TWO_THREADS = 100_000;

    private Answers() {}

    /// The answer to a question, with inclusion where expected cases are given.
    public static Answer answer(TracedPathways traced, Question question, Optional<ExpectedCases> expected) {
        return answer(traced, question, expected, traced.size() < WORTH_TWO_THREADS ? 1 : 2);
    }

    static Answer answer(TracedPathways traced, Question question, Optional<ExpectedCases> expected, int threads) {
        return PlainCount.answer(traced, question, expected, threads);
    }

    /// The same from facts.
    public static Answer answer(Facts facts, Question question, Optional<ExpectedCases> expected) {
        return new FactCount(facts.of(question.between()), question).answer(expected);
    }

    /// The answer made of all groups that were counted, in the order of their keys.
    ///
    /// @param accounted the days on which somebody's end is accounted, whoever was asked for
    static Answer answer(Question question, List<Group> groups, Optional<ExpectedCases> expected, Span accounted) {
        var inclusion = expected.filter(cases -> !accounted.isEmpty())
                .map(cases -> new Inclusion(
                        cases,
                        question,
                        LocalDate.ofEpochDay(accounted.first()),
                        LocalDate.ofEpochDay(accounted.last())));
        if (inclusion.isEmpty() && question.minCount() <= 1) {
            return new Answer(question, groups, expected.isPresent());
        }
        var shown = new ArrayList<Group>();
        for (var group : groups) {
            if (question.minCount() <= 1 || group.everybody() >= question.minCount()) {
                shown.add(inclusion
                        .map(one -> group.withCases(one.cases(group.key())))
                        .orElse(group));
            }
        }
        return new Answer(question, shown, expected.isPresent());
    }
}
