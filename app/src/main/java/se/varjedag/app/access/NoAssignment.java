package se.varjedag.app.access;

import java.io.Serial;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/// Somebody whom an identity provider vouches for has no assignment here.
public final class NoAssignment extends OAuth2AuthenticationException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String who;
    private final String why;
    private final String what;

    /// @param who  as she stands in the access log; empty where that cannot be told
    /// @param why  key of the reason
    /// @param what the role or place that is not known, where there is one
    public NoAssignment(String who, String why, String what) {
        super(new OAuth2Error("no_assignment"), "No assignment: " + why);
        this.who = who;
        this.why = why;
        this.what = what;
    }

    public String who() {
        return who;
    }

    public String why() {
        return why;
    }

    public String what() {
        return what;
    }

    /// Why, and what was not known, as the access log has it.
    public String reason() {
        return what.isEmpty() ? why : why + ": " + what;
    }
}
