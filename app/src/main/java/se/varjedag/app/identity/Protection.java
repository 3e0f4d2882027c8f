package se.varjedag.app.identity;

/// Whether somebody's personal data are protected (skyddade personuppgifter). The name and address of who is protected
/// are handed out by nobody here.
public enum Protection {
    NONE("none"),
    /// Sekretessmarkering: a mark that a secrecy review is needed before anything is told.
    CONFIDENTIALITY_MARK("confidentiality-mark"),
    /// Skyddad folkbokföring: registered at another place than where the person lives.
    PROTECTED_REGISTRATION("protected-registration");

    private final String key;

    Protection(String key) {
        this.key = key;
    }

    /// How it is written in the database.
    public String key() {
        return key;
    }

    static Protection of(String key) {
        for (var one : values()) {
            if (one.key.equals(key)) {
                return one;
            }
        }
        throw new IllegalArgumentException("No protection is called " + key);
    }
}
