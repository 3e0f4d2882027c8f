package se.varjedag.app.access.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureProviderNotFoundEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import se.varjedag.app.access.AccessLog;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.LogEntry.Action;
import se.varjedag.app.access.Networks;
import se.varjedag.app.access.NoAssignment;
import se.varjedag.app.access.SignedIn;

/// Makes the lines of the access log that every request leaves.
@Component
class LogLines {
    private static final int LONGEST_NAME = 100;

    private final AccessLog log;
    private final SignedIn signedIn;
    private final MeterRegistry meters;
    private final LinesOfStrangers strangers;
    private final Clock clock = Clock.systemUTC();

    LogLines(AccessLog log, SignedIn signedIn, MeterRegistry meters, ObjectProvider<Clock> clock) {
        this.log = log;
        this.signedIn = signedIn;
        this.meters = meters;
        this.strangers = new LinesOfStrangers(clock.getIfAvailable(Clock::systemUTC));
    }

    /// A line about this request, of whoever is signed in.
    ///
    /// @param what method and pattern of the address
    LogEntry of(HttpServletRequest request, Action action, String what, boolean allowed) {
        return LogEntry.by(signedIn.acting(), clock.instant(), action, what, request.getRemoteAddr(), allowed);
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        log.keep(of(event.getAuthentication(), Action.SIGN_IN, true));
    }

    /// Each refusal is counted as `varjedag.signin.refused`. Who brings a password is slowed down, so each such
    /// try is a line; who brings a token, or an answer of the identity provider, is not, so the lines of one
    /// address have an end.
    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        if (event instanceof AuthenticationFailureProviderNotFoundEvent) {
            // Who does not know tokens at all is asked as well; who does has told of it.
            return;
        }
        var by = event.getAuthentication() instanceof UsernamePasswordAuthenticationToken
                ? "password"
                : event.getAuthentication() instanceof BearerTokenAuthenticationToken ? "token" : "provider";
        meters.counter("varjedag.signin.refused", "by", by).increment();
        if (!by.equals("password")
                && !(event.getException() instanceof NoAssignment)
                && !strangers.another(Networks.of(origin()))) {
            return;
        }
        log.note(
                event.getException() instanceof NoAssignment none
                        ? LogEntry.by(Optional.empty(), clock.instant(), Action.SIGN_IN, "", origin(), false)
                                .tried(none.who())
                                .because(none.reason())
                        : of(event.getAuthentication(), Action.SIGN_IN, false)
                                .because(event.getException() instanceof LockedException ? "too-many-tries" : ""));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        log.note(of(event.getAuthentication(), Action.SIGN_OUT, true));
    }

    private LogEntry of(Authentication who, Action action, boolean allowed) {
        var acting = allowed ? signedIn.acting(who) : Optional.<Acting>empty();
        var line = LogEntry.by(acting, clock.instant(), action, "", origin(), allowed);
        // What somebody types as a name may be anything, a password too.
        return acting.isPresent() ? line : line.tried(knownOnly(who.getName()));
    }

    private String knownOnly(String name) {
        return signedIn.isKnown(name) ? name.substring(0, Math.min(LONGEST_NAME, name.length())) : "";
    }

    private static String origin() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }
}
