package se.varjedag.app.careplan.web;

import se.varjedag.app.identity.Shown;
import se.varjedag.app.web.Texts;

/// What staff's pages call a patient.
final class Who {
    private Who() {}

    static String of(Shown who, Texts texts) {
        return switch (who) {
            case Shown.Known known ->
                known.name().orElseGet(() -> known.number().written());
            case Shown.Protected _ -> texts.text("patient.protected");
            case Shown.MadeUp made -> made.name();
            case Shown.Unknown _ -> texts.text("patient.unknown");
        };
    }
}
