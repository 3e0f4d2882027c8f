package se.varjedag.app.fhir;

import java.util.Set;

/// The parameters that every address under `/fhir` reads, as the code itself lists them, for tests of other packages.
public final class SaysHowToAnswer {
    private SaysHowToAnswer() {}

    /// Their names.
    public static Set<String> names() {
        return Asked.HOW;
    }
}
