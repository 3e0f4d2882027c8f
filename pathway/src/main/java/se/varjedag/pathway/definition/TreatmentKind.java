package se.varjedag.pathway.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a pathway reached its measure: the kind of first treatment, or the other ends that count.
public enum TreatmentKind implements Keyed {
    SURGERY("surgery", "kirurgi"),
    RADIOTHERAPY("radiotherapy", "strålbehandling"),
    DRUG("drug", "läkemedel"),
    PALLIATIVE("palliative", "palliativ vård"),
    OTHER("other", "annan behandling"),
    EXPECTANCY("expectancy", "exspektans"),
    NONE_NEEDED("none-needed", "ingen ytterligare åtgärd"),
    CLOSED("closed", "avslut som räknas");

    private static final TreatmentKind[] ALL = values();

    private final String key;
    private final String swedish;

    TreatmentKind(String key, String swedish) {
        this.key = key;
        this.swedish = swedish;
    }

    /// The word used in files and answers.
    @Override
    public String key() {
        return key;
    }

    /// The word used on pages.
    public String word(Language language) {
        return switch (language) {
            case SV -> swedish;
            case EN -> key.replace('-', ' ');
        };
    }

    /// Whether it is a treatment, active expectancy among them: the other ends count to the measure of some pathways
    /// though
    /// nothing was treated.
    public boolean startsTreatment() {
        return this != NONE_NEEDED && this != CLOSED;
    }

    /// The kind with this key.
    public static Optional<TreatmentKind> ofKey(String key) {
        for (var kind : ALL) {
            if (kind.key.equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// The kind that an end code's suffix stands for, or null where it never reaches the measure.
    /// The withdrawn 56 and 65 are counted as other treatment.
    public static @Nullable TreatmentKind ofEndSuffix(int suffix) {
        return switch (suffix) {
            case 50 -> SURGERY;
            case 52 -> DRUG;
            case 54 -> RADIOTHERAPY;
            case 56, 59, 65 -> OTHER;
            case 58 -> PALLIATIVE;
            case 60 -> EXPECTANCY;
            case 72, 78 -> CLOSED;
            case 73 -> NONE_NEEDED;
            default -> null;
        };
    }
}
