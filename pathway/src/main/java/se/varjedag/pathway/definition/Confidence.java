package se.varjedag.pathway.definition;

/// How well a number is known.
public enum Confidence implements Keyed {
    /// The national table of the named version was read in full.
    VERIFIED("verified"),
    /// Only a part was read, or the number is known to be superseded or a target of a care programme.
    PARTIAL("partial"),
    /// Nothing was read.
    MISSING("missing");

    private final String key;

    Confidence(String key) {
        this.key = key;
    }

    /// The word used in the definition files.
    @Override
    public String key() {
        return key;
    }
}
