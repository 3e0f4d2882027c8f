package se.varjedag.app.followup.web.change;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.figure.Figure;

/// The page Förändring: the chart of a measure, two periods side by side, and those outside the pathways.
///
/// @param places where those outside waited longer; null while nothing of them has been read in
public record ChangePage(
        SelectionForm form,
        ChartView chart,
        PeriodsView periods,
        DisplacementView displacement,
        @Nullable PlacesView places) {

    static ChangePage of(Reading reading) {
        var choices = Choices.of(reading.selection());
        var outside = DisplacementView.outside(reading);
        var displacement = DisplacementView.of(reading, choices, outside);
        return new ChangePage(
                SelectionForm.ofFollowUp(reading, choices.fields(reading)),
                ChartView.of(reading, choices),
                PeriodsView.of(reading, choices),
                displacement,
                displacement.missing() ? null : PlacesView.of(reading, choices, outside));
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        var figures = new ArrayList<>(List.of(chart.figure(), periods.figure(), displacement.figure()));
        if (places != null) {
            figures.add(places.figure());
        }
        return figures;
    }
}
