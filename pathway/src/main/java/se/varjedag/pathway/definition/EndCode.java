package se.varjedag.pathway.definition;

/// Codes that end a pathway, whatever it is of.
public final class EndCode {
    /// The person has died.
    public static final String DIED = "died";

    /// Suffix of the national code that ends a pathway whose suspicion was dismissed.
    public static final int DISMISSED = 78;

    private EndCode() {}
}
