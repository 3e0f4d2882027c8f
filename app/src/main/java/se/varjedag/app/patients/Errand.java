package se.varjedag.app.patients;

import se.varjedag.app.access.LogEntry.Action;

/// What somebody is about with patients' data: what the access log tells beside who and whom.
///
/// @param what   method and pattern of the address, never the address itself
/// @param origin address of the machine that asked
public record Errand(Action action, String what, String origin) {
    static final String LIST = "/patient";
    static final String ONE = "/patient/{person}";

    /// Looks at the list of the own unit's patients.
    public static Errand list(String origin) {
        return new Errand(Action.LOOK, LIST, origin);
    }

    /// Looks at the page of a patient.
    public static Errand page(String origin) {
        return new Errand(Action.LOOK, ONE, origin);
    }

    /// Hands data out of the program: to another one, or as a file.
    public static Errand handOut(String what, String origin) {
        return new Errand(Action.EXPORT, what, origin);
    }
}
