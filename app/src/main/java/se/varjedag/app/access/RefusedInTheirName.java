package se.varjedag.app.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import se.varjedag.app.web.ErrorPages;

/// Refuses what somebody who is signed in, or sends a token, may not do whatever the address: a form that no page of
/// ours made, a token without the scope. The access log is told. What nobody sends is counted only
/// (`http.server.requests`): strangers do not fill the log.
@Component
final class RefusedInTheirName implements AccessDeniedHandler {
    private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();
    private final AccessDeniedHandler refuseToken = new BearerTokenAccessDeniedHandler();
    private final AccessLog log;
    private final SignedIn signedIn;
    private final Clock clock = Clock.systemUTC();

    RefusedInTheirName(AccessLog log, SignedIn signedIn) {
        this.log = log;
        this.signedIn = signedIn;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (why instanceof CsrfException) {
            request.setAttribute(ErrorPages.OUTDATED, true);
        }
        var acting = signedIn.acting();
        if (acting.isPresent()) {
            // The address is nobody's yet, and may tell of a patient: the method alone.
            log.note(LogEntry.by(
                            acting,
                            clock.instant(),
                            LogEntry.Action.CHANGE,
                            request.getMethod(),
                            request.getRemoteAddr(),
                            false)
                    .because(why instanceof CsrfException ? "forged" : "scope"));
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        var token = who != null && ProviderSignIn.isToken(who);
        (token ? refuseToken : refuse).handle(request, response, why);
    }
}
