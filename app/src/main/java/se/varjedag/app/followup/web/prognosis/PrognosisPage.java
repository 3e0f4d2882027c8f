package se.varjedag.app.followup.web.prognosis;

import java.util.List;
import se.varjedag.app.followup.Prognoses;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.pathway.measure.GroupKey;

/// How the chances held that were given on earlier months, and what is expected of those who wait now.
public record PrognosisPage(Figure calibration, Figure bySvf, Figure byRegion) {

    static PrognosisPage of(Reading reading, Prognoses.Known known) {
        return new PrognosisPage(
                CalibrationView.of(reading, known),
                OutlookView.of(reading, "vardforlopp", GroupKey.SVF, known.bySvf(), known.all()),
                OutlookView.of(reading, "regioner", GroupKey.REGION, known.byRegion(), known.all()));
    }

    List<Figure> figures() {
        return List.of(calibration, bySvf, byRegion);
    }
}
