package se.varjedag.app.followup.web.registration;

import java.util.List;
import java.util.stream.Stream;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.timeline.RegistrationDelays;
import se.varjedag.app.timeline.RegistrationDelays.Delay;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.pathway.registration.Faults;

/// The page Registrering, without anything about single patients.
///
/// @param reading what it was made from: deliveries come while the data stand still, and who may see patients differs,
///     so what shows these is made from it at each request
public record RegistrationPage(
        Reading reading,
        SelectionForm form,
        FindingsView findings,
        CompletenessView completeness,
        DelayView delay,
        CorrectionView correction,
        UnsettledView unsettled) {

    /// The choices that are this page's own: a delivery of figures, and the row of it that is looked into.
    static final List<String> OWN = List.of("leverans", "rad");

    static RegistrationPage of(Reading reading, RegistrationDelays delays) {
        var selection = reading.selection();
        return of(
                reading,
                delays.of(selection.from(), selection.to(), reading.basis().knownAt(), Chosen.prefixes(reading)));
    }

    static RegistrationPage of(Reading reading, List<Delay> delays) {
        return new RegistrationPage(
                reading,
                SelectionForm.ofFollowUp(reading, List.of()),
                FindingsView.of(reading),
                CompletenessView.of(reading),
                DelayView.of(reading, delays),
                CorrectionView.of(reading, Faults.of(reading.basis().traced())),
                UnsettledView.of(reading));
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        return List.of(
                findings.figure(), completeness.figure(), delay.figure(), correction.figure(), unsettled.figure());
    }

    /// The same with that of the delivered figures.
    List<Figure> figures(ReconciliationView reconciliation) {
        return Stream.concat(figures().stream(), reconciliation.figures().stream())
                .toList();
    }
}
