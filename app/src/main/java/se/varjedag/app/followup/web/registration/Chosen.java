package se.varjedag.app.followup.web.registration;

import java.util.List;
import java.util.Optional;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.app.reference.Regions;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.trace.TracedPathways;

/// Which events of a reading are chosen, by the pathway they belong to and the region and unit they come from. Kind
/// of treatment, sex and age do not tell events apart that belong to no pathway, so they do not count here.
record Chosen(TracedPathways traced, Selection selection) {

    static Chosen of(Reading reading) {
        return new Chosen(reading.basis().traced(), reading.selection());
    }

    /// Whether a finding about this row is chosen, whatever its day.
    ///
    /// @param definition the definition it belongs to, negative for none
    boolean has(int definition, int row) {
        var timelines = traced.timelines();
        var region = timelines.regionText(timelines.region(row));
        return hasDefinition(definition)
                && selection.region().map(region::equals).orElse(true)
                && allowed(GroupKey.HREGION, healthcareRegion(region))
                && allowed(GroupKey.UNIT, timelines.unitText(timelines.unit(row)));
    }

    private boolean hasDefinition(int definition) {
        return selection
                .svf()
                .map(id -> definition >= 0
                        && traced.definitions().all().get(definition).id().equals(id))
                .orElse(true);
    }

    /// Whether a region and a unit are chosen.
    boolean place(String region, String unit) {
        return selection.region().map(region::equals).orElse(true)
                && allowed(GroupKey.HREGION, healthcareRegion(region))
                && allowed(GroupKey.UNIT, unit);
    }

    private static String healthcareRegion(String region) {
        return Regions.byCode(region).map(one -> one.healthcareRegion()).orElse("");
    }

    private boolean allowed(GroupKey key, String value) {
        return Optional.ofNullable(selection.narrowing().only().get(key))
                .map(values -> values.contains(value))
                .orElse(true);
    }

    /// The code prefix of the chosen pathway; none for all of them.
    static List<String> prefixes(Reading reading) {
        return reading.selection()
                .svf()
                .flatMap(reading.basis().definitions()::byId)
                .flatMap(one -> one.codes().prefix())
                .map(List::of)
                .orElse(List.of());
    }
}
