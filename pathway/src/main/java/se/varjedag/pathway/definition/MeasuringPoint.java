package se.varjedag.pathway.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A dated point (mätpunkt) of a pathway, between which lead times are measured.
public enum MeasuringPoint {
    SUSPECTED("suspected"),
    SUSPICION("suspicion"),
    DIAGNOSTIC_SURGERY("diagnostic-surgery"),
    FIRST_VISIT("first-visit"),
    MDT("mdt"),
    INFORMED("informed"),
    DECISION("decision"),
    TREATMENT("treatment"),
    REFERRAL_RECEIVED("referral-received"),
    IMAGING_REFERRAL("imaging-referral"),
    IMAGING_PERFORMED("imaging-performed"),
    IMAGING_REPORTED("imaging-reported"),
    SPECIMEN_TAKEN("specimen-taken"),
    SPECIMEN_RECEIVED("specimen-received"),
    PATHOLOGY_REPORTED("pathology-reported");

    private static final MeasuringPoint[] ALL = values();

    private final String key;

    MeasuringPoint(String key) {
        this.key = key;
    }

    /// The word used in files, measures and answers.
    public String key() {
        return key;
    }

    /// Whether no national code exists for the point, so that events carry its key as their code.
    public boolean subProcess() {
        return this == REFERRAL_RECEIVED || imaging() || laboratory();
    }

    /// Whether the point lies in the pathology laboratory.
    public boolean laboratory() {
        return this == SPECIMEN_TAKEN || this == SPECIMEN_RECEIVED || this == PATHOLOGY_REPORTED;
    }

    /// Whether the point lies in the imaging unit.
    public boolean imaging() {
        return this == IMAGING_REFERRAL || this == IMAGING_PERFORMED || this == IMAGING_REPORTED;
    }

    /// The point with this key.
    public static Optional<MeasuringPoint> ofKey(String key) {
        for (var point : ALL) {
            if (point.key.equals(key)) {
                return Optional.of(point);
            }
        }
        return Optional.empty();
    }

    /// The point that a code with this suffix marks, or null where it marks none.
    public static @Nullable MeasuringPoint ofSuffix(int suffix) {
        return switch (suffix) {
            case 5 -> SUSPECTED;
            case 10 -> SUSPICION;
            case 22 -> DIAGNOSTIC_SURGERY;
            case 25 -> FIRST_VISIT;
            case 35 -> MDT;
            case 40 -> INFORMED;
            case 44 -> DECISION;
            default -> null;
        };
    }
}
