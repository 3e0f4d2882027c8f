package se.varjedag.app.followup.web.change;

import java.util.List;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.figure.Figure;

/// The page Förändring: the chart of a measure, two periods side by side, and those outside the pathways.
public record ChangePage(SelectionForm form, ChartView chart, PeriodsView periods, DisplacementView displacement) {

    static ChangePage of(Reading reading) {
        var choices = Choices.of(reading.selection());
        return new ChangePage(
                SelectionForm.ofFollowUp(reading, choices.fields(reading)),
                ChartView.of(reading, choices),
                PeriodsView.of(reading, choices),
                DisplacementView.of(reading, choices));
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        return List.of(chart.figure(), periods.figure(), displacement.figure());
    }
}
