package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import se.varjedag.app.access.AccessLog;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.patients.Errand;

/// Lets in by scope, behind the door that has let in by role. Who is refused stands in the access log.
@Component
class Entrance {
    private final SignedIn signedIn;
    private final AccessLog log;
    private final FollowUp followUp;
    private final Clock clock = Clock.systemUTC();

    Entrance(SignedIn signedIn, AccessLog log, FollowUp followUp) {
        this.signedIn = signedIn;
        this.log = log;
        this.followUp = followUp;
    }

    /// Who asks, when a token is no hindrance.
    ///
    /// @throws Problem 403 when a bearer token does not hold the scope
    Acting enter(HttpServletRequest request, String type, Scopes.Act act) {
        return enter(request, List.of(type), act);
    }

    /// The same, when the token lets its bearer read each of these types.
    Acting enter(HttpServletRequest request, List<String> types, Scopes.Act act) {
        var acting = signedIn.required();
        var who = SecurityContextHolder.getContext().getAuthentication();
        var closed = types.stream()
                .filter(type -> who == null || !Scopes.allow(who, acting.role(), type, act))
                .findFirst();
        if (closed.isPresent()) {
            var type = closed.get();
            var errand = errand(request);
            log.note(LogEntry.by(
                            Optional.of(acting),
                            clock.instant(),
                            errand.action(),
                            errand.what(),
                            errand.origin(),
                            false)
                    .because("scope"));
            throw Problem.forbidden("The token's scopes do not let you read %s. Ask for one such as user/%s.read."
                    .formatted(type, type));
        }
        return acting;
    }

    /// Lets nobody through before the events have been read: what is not found yet would pass for what is not there.
    ///
    /// @throws Problem 503 until then
    void requireReady() {
        if (!followUp.ready()) {
            throw Problem.later("The events are still being read after a start.");
        }
    }

    /// What a request is about: data that leave the program, at the pattern of its address.
    static Errand errand(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return Errand.handOut(request.getMethod() + " " + pattern, request.getRemoteAddr());
    }
}
