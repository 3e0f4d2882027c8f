package se.varjedag.pathway.trace;

/// Where one pathway stands at as-of.
public enum State {
    /// Ended by a code that reaches the measure: a treatment start, expectancy, or what the definition lets count.
    TREATED,
    /// Ended for another reason: another cancer, a medical reason, death, the patient's choice, suspicion dismissed.
    LEFT,
    /// Open, and heard of within the last 180 days.
    WAITING,
    /// Open, and silent for 180 days or more.
    STALE,
    /// Ended by 70: the criteria were never met, so the pathway is counted nowhere.
    CRITERIA_NOT_MET;

    private static final State[] ALL = values();

    /// True while nothing has ended the pathway.
    public boolean open() {
        return this == WAITING || this == STALE;
    }

    static State of(byte ordinal) {
        return ALL[ordinal];
    }
}
