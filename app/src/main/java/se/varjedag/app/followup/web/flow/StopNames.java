package se.varjedag.app.followup.web.flow;

import java.util.Locale;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.flow.Deviation;
import se.varjedag.pathway.flow.Runs;

/// What places and deviations are called.
final class StopNames {

    private StopNames() {}

    static String of(Reading reading, Runs.Stop stop) {
        return stop.point()
                .map(point -> point(reading, point))
                .orElseGet(() -> stop.kind()
                        .map(kind -> kind.word(reading.texts().language()))
                        .orElseGet(() -> reading.t("flow.left")));
    }

    static String point(Reading reading, MeasuringPoint point) {
        return reading.t("point." + point.key());
    }

    static String of(Reading reading, Deviation deviation) {
        return switch (deviation) {
            case Deviation.Skipped(var point) -> reading.t("flow.without", point(reading, point));
            case Deviation.Repeated(var point) -> reading.t("flow.again", point(reading, point));
            case Deviation.TooEarly(var point, var before) ->
                reading.t("flow.early", point(reading, point), point(reading, before));
        };
    }

    /// The words with a capital letter.
    static String first(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
