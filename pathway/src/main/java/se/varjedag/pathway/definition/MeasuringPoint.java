package se.varjedag.pathway.definition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A dated point (mätpunkt) of a pathway, between which lead times are measured.
public enum MeasuringPoint implements Keyed {
    SUSPECTED("suspected", "remissbeslut vid misstanke", "referral decided on suspicion"),
    SUSPICION("suspicion", "beslut välgrundad misstanke", "well-founded suspicion decided"),
    DIAGNOSTIC_SURGERY("diagnostic-surgery", "kirurgisk åtgärd för diagnostik", "diagnostic surgery"),
    FIRST_VISIT("first-visit", "första besök i specialiserad vård", "first visit in specialised care"),
    MDT("mdt", "första MDK", "first multidisciplinary conference"),
    INFORMED("informed", "information om diagnos", "patient informed of the diagnosis"),
    DECISION("decision", "behandlingsbeslut", "treatment decided"),
    TREATMENT("treatment", "start av första behandling", "first treatment started"),
    REFERRAL_RECEIVED("referral-received", "remiss mottagen", "referral received"),
    IMAGING_REFERRAL("imaging-referral", "remiss till bilddiagnostik", "imaging requested"),
    IMAGING_PERFORMED("imaging-performed", "bilddiagnostik utförd", "imaging performed"),
    IMAGING_REPORTED("imaging-reported", "svar från bilddiagnostik", "imaging reported"),
    SPECIMEN_TAKEN("specimen-taken", "prov taget", "specimen taken"),
    SPECIMEN_RECEIVED("specimen-received", "prov mottaget på patologen", "specimen received"),
    PATHOLOGY_REPORTED("pathology-reported", "svar från patologen", "pathology reported");

    private static final MeasuringPoint[] ALL = values();

    private static final List<MeasuringPoint> IN_ORDER_OF_CARE = List.of(
            SUSPECTED,
            SUSPICION,
            REFERRAL_RECEIVED,
            FIRST_VISIT,
            IMAGING_REFERRAL,
            IMAGING_PERFORMED,
            IMAGING_REPORTED,
            DIAGNOSTIC_SURGERY,
            SPECIMEN_TAKEN,
            SPECIMEN_RECEIVED,
            PATHOLOGY_REPORTED,
            MDT,
            INFORMED,
            DECISION,
            TREATMENT);

    private final String key;
    private final String sv;
    private final String en;

    MeasuringPoint(String key, String sv, String en) {
        this.key = key;
        this.sv = sv;
        this.en = en;
    }

    /// The word used in files, measures and answers.
    @Override
    public String key() {
        return key;
    }

    /// What the point is called on pages.
    public String word(Language language) {
        return switch (language) {
            case SV -> sv;
            case EN -> en;
        };
    }

    /// Whether no national code exists for the point, so that events carry its key as their code.
    public boolean subProcess() {
        return this == REFERRAL_RECEIVED || imaging() || laboratory();
    }

    /// Every point in the order of care, the decision to refer on suspicion first.
    public static List<MeasuringPoint> inOrderOfCare() {
        return IN_ORDER_OF_CARE;
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
