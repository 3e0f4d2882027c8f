package se.varjedag.pathway.definition;

/// What a code does in the pathway whose definition claims it.
public enum Action {
    /// 05: referral to the filter, before the start.
    SUSPECTED,
    /// 10: the decision that starts the clock.
    START,
    /// 22, 25, 35, 40, 44: a point on the way.
    POINT,
    /// A code of the definition's own that only says that the extended investigation is followed. Its suffix is -1.
    EXTENDED,
    /// 50 to 78: an end, whether it reaches the measure or leaves; also withdrawn and forbidden ones.
    END,
    /// 90: sent to another region.
    TRANSFER_OUT,
    /// 91: received from another region.
    TRANSFER_IN,
    /// The right prefix and a suffix without meaning, for example 42 or 99.
    LOCAL_UNKNOWN;

    /// The action of a two-digit suffix of the national code scheme.
    static Action ofSuffix(int suffix) {
        return switch (suffix) {
            case 5 -> SUSPECTED;
            case 10 -> START;
            case 22, 25, 35, 40, 44 -> POINT;
            case 50, 52, 54, 56, 58, 59, 60, 65, 70, 72, 73, 74, 76, 78 -> END;
            case 90 -> TRANSFER_OUT;
            case 91 -> TRANSFER_IN;
            default -> LOCAL_UNKNOWN;
        };
    }
}
