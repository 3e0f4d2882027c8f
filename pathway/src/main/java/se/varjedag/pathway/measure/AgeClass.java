package se.varjedag.pathway.measure;

import java.util.List;

/// The class of the age in the year of the start, as a place in [#TEXTS].
final class AgeClass {

    /// The classes, the empty one first for an unknown year of birth.
    static final List<String> TEXTS = List.of("", "0-17", "18-39", "40-49", "50-59", "60-69", "70-79", "80+");

    private AgeClass() {}

    /// The class of the year of the start less the year of birth; none when the birth is unknown or after the
    /// start.
    static int of(int startYear, int born) {
        int years = startYear - born;
        if (born == 0 || years < 0) {
            return 0;
        }
        if (years < 40) {
            return years < 18 ? 1 : 2;
        }
        return years < 80 ? years / 10 - 1 : 7;
    }
}
