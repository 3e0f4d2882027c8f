package se.varjedag.app.followup.web;

import java.util.List;
import se.varjedag.app.web.figure.Figure;

/// Läget: what happened to the days, on one page.
public record LagetPage(
        SelectionForm form,
        OvertimeView overtime,
        PairView pair,
        WaitingView waiting,
        StepsView steps,
        RegionsView regions,
        TrendView trend) {

    static LagetPage of(Reading reading) {
        var months = OvertimeView.months(reading);
        return new LagetPage(
                SelectionForm.ofMonth(reading, reading.folder()),
                OvertimeView.of(reading, months),
                PairView.of(reading, months),
                WaitingView.of(reading),
                StepsView.of(reading),
                RegionsView.of(reading),
                TrendView.of(reading));
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        return List.of(
                overtime.figure(), pair.figure(), waiting.figure(), steps.figure(), regions.figure(), trend.figure());
    }
}
