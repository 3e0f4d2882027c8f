package se.varjedag.pathway.measure;

import java.util.List;

/// The six healthcare regions (sjukvårdsregioner) and the regions that lie in each.
///
/// Halland is in law divided between väst and syd; it is counted to syd as a whole.
final class HealthcareRegions {

    /// Their names, the empty one first for a region that lies in none.
    static final List<String> NAMES =
            List.of("", "norr", "mellansverige", "stockholm-gotland", "väst", "sydöst", "syd");

    private HealthcareRegions() {}

    /// The place in [#NAMES] of the healthcare region that a region, given as county code, lies in.
    static int of(String region) {
        return switch (region) {
            case "22", "23", "24", "25" -> 1;
            case "03", "04", "17", "18", "19", "20", "21" -> 2;
            case "01", "09" -> 3;
            case "14" -> 4;
            case "05", "06", "08" -> 5;
            case "07", "10", "12", "13" -> 6;
            default -> 0;
        };
    }
}
