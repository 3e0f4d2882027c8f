package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.AccessLog;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.SignedIn;

/// Lets in by scope, behind the door that has let in by role. Who is refused stands in the access log.
@Component
class Entrance {
    private final SignedIn signedIn;
    private final AccessLog log;
    private final Clock clock = Clock.systemUTC();

    Entrance(SignedIn signedIn, AccessLog log) {
        this.signedIn = signedIn;
        this.log = log;
    }

    /// Who asks, when a token is no hindrance.
    ///
    /// @throws Problem 403 when a bearer token does not hold the scope
    Acting enter(HttpServletRequest request, String type, Scopes.Act act) {
        var acting = signedIn.required();
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !Scopes.allow(who, acting.role(), type, act)) {
            log.note(LogEntry.by(
                            Optional.of(acting),
                            clock.instant(),
                            LogEntry.Action.LOOK,
                            request.getMethod() + " /fhir/" + type,
                            request.getRemoteAddr(),
                            false)
                    .because("scope"));
            throw Problem.forbidden("The token's scopes do not let you read %s. Ask for one such as user/%s.read."
                    .formatted(type, type));
        }
        return acting;
    }
}
