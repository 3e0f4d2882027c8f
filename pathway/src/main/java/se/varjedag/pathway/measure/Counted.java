package se.varjedag.pathway.measure;

import java.util.stream.IntStream;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// The pathways behind the figures of an [Answer] about the whole lead time, one by one.
///
/// As many as the answer counts: those treated are its `n`, those who left its `left`, and so on. Pathways ended by
/// 70, which no answer counts, can be asked for too; they are placed as those who left.
public final class Counted {
    private Counted() {}

    /// The pathways in this state that the question counts, as places in the traced pathways and in their order.
    ///
    /// @throws IllegalArgumentException if the question is not about the whole lead time
    public static int[] in(State state, TracedPathways traced, Question question) {
        if (!question.wholeLeadTime()) {
            throw new IllegalArgumentException("%s is not counted once per pathway".formatted(question.measure()));
        }
        var selection = new Selection(traced, question);
        return IntStream.range(0, traced.size())
                .filter(pathway -> traced.state(pathway) == state && counts(selection, traced, pathway))
                .toArray();
    }

    private static boolean counts(Selection selection, TracedPathways traced, int pathway) {
        int start = traced.start(pathway);
        if (traced.state(pathway).open()) {
            return selection.waitingCounts(start)
                    && selection.group(
                                    pathway,
                                    selection.accountDay(start, traced.asOf()),
                                    traced.waitingRegion(pathway),
                                    traced.waitingUnit(pathway))
                            != Selection.NONE;
        }
        int day = selection.accountDay(start, traced.end(pathway));
        return selection.inPeriod(day)
                && selection.group(pathway, day, traced.endRegion(pathway), traced.endUnit(pathway)) != Selection.NONE;
    }
}
