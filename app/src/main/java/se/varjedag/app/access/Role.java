package se.varjedag.app.access;

/// What somebody is here to do.
public enum Role {
    PROCESS_LEADER("Processledare", "Process leader"),
    COORDINATOR("SVF-koordinator", "SVF coordinator"),
    ANALYST("Analytiker", "Analyst"),
    DATA_STEWARD("Dataansvarig", "Data steward");

    private final String swedish;
    private final String english;

    Role(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    public String swedish() {
        return swedish;
    }

    public String english() {
        return english;
    }

    /// The name that Spring Security's rules use.
    String authority() {
        return "ROLE_" + name();
    }

    /// How the role is written in the file of accounts: `process-leader`.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
