package se.varjedag.app.followup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.reference.Regions;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.measure.GroupKey;

/// The values that something can be narrowed to, where they are known beforehand.
public final class FilterValues {
    private static final List<String> SEXES = List.of("F", "M");
    private static final List<String> AGES = List.of("0-17", "18-39", "40-49", "50-59", "60-69", "70-79", "80+");

    private FilterValues() {}

    /// The values of a key in the order they are shown; empty where any text may be one.
    public static Optional<List<String>> of(GroupKey key, Definitions definitions) {
        return switch (key) {
            case SVF ->
                Optional.of(
                        definitions.all().stream().map(PathwayDefinition::id).toList());
            case TREATMENT ->
                Optional.of(Arrays.stream(TreatmentKind.values())
                        .map(TreatmentKind::key)
                        .toList());
            case SEX -> Optional.of(SEXES);
            case AGE -> Optional.of(AGES);
            case HREGION -> Optional.of(Regions.healthcareRegions());
            default -> Optional.empty();
        };
    }
}
