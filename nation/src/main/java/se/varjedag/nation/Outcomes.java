package se.varjedag.nation;

/// How a pathway ends: the national suffixes the model uses, and how those who are not treated leave.
final class Outcomes {
    static final int SURGERY = 50;
    static final int RADIOTHERAPY = 54;
    static final int DRUG = 52;
    static final int OTHER_TREATMENT = 59;
    static final int NOT_MET = 70;
    static final int OTHER_CANCER = 72;
    static final int MEDICAL_REASONS = 74;
    static final int PATIENTS_CHOICE = 76;
    static final int DISMISSED = 78;

    private Outcomes() {}

    /// How one who is investigated but not treated leaves.
    static int leaving(PathwayModel model, Chance chance) {
        double at = chance.unit();
        if (model.closesByConversation()) {
            return at < 0.5 ? MEDICAL_REASONS : at < 0.85 ? PATIENTS_CHOICE : Patient.DIED;
        }
        if (at < 0.885) {
            return DISMISSED;
        }
        if (at < 0.92) {
            return OTHER_CANCER;
        }
        if (at < 0.96) {
            return MEDICAL_REASONS;
        }
        return at < 0.985 ? PATIENTS_CHOICE : Patient.DIED;
    }
}
