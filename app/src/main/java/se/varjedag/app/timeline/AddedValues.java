package se.varjedag.app.timeline;

/// What a delivery of clinical values added.
///
/// @param told      values that it told of, each counted once
/// @param versions  of these, how many were new or said something new
/// @param takenBack how many it took back
public record AddedValues(long told, long versions, long takenBack) {
    /// Nothing was told of.
    public static final AddedValues NONE = new AddedValues(0, 0, 0);

    /// How many were known already, in the same words or in newer ones.
    public long known() {
        return told - versions;
    }
}
