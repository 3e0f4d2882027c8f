package se.varjedag.app.patients;

import se.varjedag.app.identity.Shown;
import se.varjedag.app.web.Texts;

/// What pages call a patient. Of who is protected they say only that she is.
public final class PatientNames {
    private PatientNames() {}

    /// The name, or that there is none.
    public static String of(Shown who, Texts texts) {
        return said(who, texts, texts.text("patient.noname"));
    }

    /// The name, or the number where there is none: what a list calls somebody.
    public static String orNumber(Shown who, Texts texts) {
        return said(
                who, texts, who instanceof Shown.Known known ? known.number().written() : "");
    }

    private static String said(Shown who, Texts texts, String nameless) {
        return switch (who) {
            case Shown.Known known -> known.name().orElse(nameless);
            case Shown.Protected _ -> texts.text("patient.protected");
            case Shown.MadeUp made -> made.name();
            case Shown.Unknown _ -> texts.text("patient.unknown");
        };
    }
}
