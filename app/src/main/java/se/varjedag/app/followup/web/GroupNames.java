package se.varjedag.app.followup.web;

import java.util.Arrays;
import java.util.Locale;
import se.varjedag.app.reference.Regions;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.measure.GroupKey;

/// The values of group keys as a reader calls them.
public final class GroupNames {

    private GroupNames() {}

    /// The name of a value of a key; what was not given is said in words.
    public static String name(Reading reading, GroupKey key, String value) {
        if (value.isEmpty()) {
            return reading.t("select.value.none");
        }
        var language = reading.texts().language();
        return switch (key) {
            case SVF ->
                reading.basis()
                        .definitions()
                        .byId(value)
                        .map(one -> one.name(language))
                        .orElse(value);
            case TREATMENT ->
                Arrays.stream(TreatmentKind.values())
                        .filter(kind -> kind.key().equals(value))
                        .findFirst()
                        .map(kind -> StepNames.first(kind.word(language)))
                        .orElse(value);
            case REGION, HOME_REGION -> Regions.name(value);
            case HREGION -> Regions.healthcareRegion(value);
            case UNIT -> reading.unitName(value);
            case SEX -> reading.t("select.sex." + value.toUpperCase(Locale.ROOT));
            case AGE ->
                value.endsWith("+")
                        ? reading.t("select.age.oldest")
                        : reading.t("select.age.years", value.replace('-', '–'));
            case LIMIT -> reading.formats().days(Integer.parseInt(value));
            case YEAR, QUARTER, MONTH -> value;
        };
    }

    /// The name of a key, as the head of a column.
    public static String head(Reading reading, GroupKey key) {
        return reading.t("select.by." + key.key());
    }
}
