package se.varjedag.app.followup.web.registration;

import java.util.List;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.timeline.RegistrationDelays.Delay;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.pathway.registration.Faults;

/// The page Registrering, without anything about single patients.
public record RegistrationPage(
        SelectionForm form,
        FindingsView findings,
        CompletenessView completeness,
        DelayView delay,
        CorrectionView correction,
        UnsettledView unsettled) {

    /// The choices that are this page's own: a delivery of figures, and the row of it that is looked into.
    static final List<String> OWN = List.of("leverans", "rad");

    static RegistrationPage of(Reading reading, List<Delay> delays) {
        return new RegistrationPage(
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
}
