package se.varjedag.nation;

import java.util.List;

/// One of the 21 regions, with what the model needs to know about it.
///
/// @param code the county code, such as `05`
/// @param ageFactor cancer incidence against the nation's, from the region's age structure
/// @param university the region that operates on what this one does not
/// @param radiotherapy the region that gives radiotherapy to its patients
/// @param laboratory the region whose pathology laboratory answers
/// @param transportDays working days that a specimen travels
record SwedishRegion(
        String code,
        String name,
        int population,
        double ageFactor,
        String university,
        String radiotherapy,
        String laboratory,
        int transportDays) {

    /// Where regions stand in order of their codes: the model counts with this number.
    static List<SwedishRegion> all() {
        return Table.read("regions.csv").stream()
                .map(row -> new SwedishRegion(
                        row.text("code"),
                        row.text("name"),
                        row.whole("population"),
                        row.number("age_factor"),
                        row.text("university"),
                        row.text("radiotherapy"),
                        row.text("laboratory"),
                        row.whole("transport_days")))
                .toList();
    }
}
