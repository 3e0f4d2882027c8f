package se.varjedag.app.followup.web.bottlenecks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.figure.Figure;

/// Which step takes the days, and where.
///
/// @param step the chosen cell seen closely; null where no step has overtime
public record BottlenecksPage(
        SelectionForm form, HeatView heat, @Nullable StepView step, RankedView ranked) {

    static BottlenecksPage of(Reading reading) {
        var lost = Lost.of(reading);
        var sums = lost.sums();
        var chosen = Chosen.of(lost, sums);
        return new BottlenecksPage(
                SelectionForm.ofFollowUp(reading, List.of()),
                HeatView.of(reading, lost, sums, chosen),
                chosen.map(one -> StepView.of(lost, one, sums)).orElse(null),
                RankedView.of(lost, sums));
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        var figures = new ArrayList<>(List.of(heat.figure(), ranked.figure()));
        if (step != null) {
            figures.addAll(step.figures());
        }
        return figures;
    }
}
