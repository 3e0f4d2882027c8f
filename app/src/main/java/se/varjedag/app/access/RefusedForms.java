package se.varjedag.app.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// Refuses a form that a page of ours did not make, in the name of somebody who is signed in, and tells the access log.
/// What nobody sends is counted only (`http.server.requests`): strangers do not fill the log.
@Component
final class RefusedForms implements AccessDeniedHandler {
    private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();
    private final AccessLog log;
    private final SignedIn signedIn;
    private final Clock clock = Clock.systemUTC();

    RefusedForms(AccessLog log, SignedIn signedIn) {
        this.log = log;
        this.signedIn = signedIn;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        var acting = signedIn.acting();
        if (acting.isPresent() && why instanceof CsrfException) {
            // The address is nobody's yet, and may tell of a patient: the method alone.
            log.note(LogEntry.by(
                            acting,
                            clock.instant(),
                            LogEntry.Action.CHANGE,
                            request.getMethod(),
                            request.getRemoteAddr(),
                            false)
                    .because("forged"));
        }
        refuse.handle(request, response, why);
    }
}
