package se.varjedag.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import se.varjedag.app.database.CannotStart;

/// Ends a session some hours after the sign-in, however busy it is: eight, or as `VARJEDAG_SESSION_HOURS` says; and
/// when nothing has been asked for as long as the server keeps a session, half an hour. The server sweeps up what
/// nobody asks for any more.
@Component
class SessionLimit extends OncePerRequestFilter {
    private static final String HOURS = "VARJEDAG_SESSION_HOURS";
    private static final String USUAL = "8";
    private static final int MOST = 24;
    private static final String SIGNED_IN_AT = "varjedag.signed-in-at";
    private static final String ASKED_AT = "varjedag.asked-at";

    private final Duration longest;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SessionLimit(Environment environment, ObjectProvider<Clock> clock, ApplicationEventPublisher events) {
        this.longest = longest(environment.getProperty(HOURS, USUAL).strip());
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.events = events;
    }

    private static Duration longest(String written) {
        try {
            int hours = Integer.parseInt(written.isEmpty() ? USUAL : written);
            if (hours > 0 && hours <= MOST) {
                return Duration.ofHours(hours);
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of bounds.
        }
        throw new CannotStart("%s is '%s': write whole hours from 1 to %d.".formatted(HOURS, written, MOST));
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var session = attributes.getRequest().getSession();
            session.setAttribute(SIGNED_IN_AT, clock.instant());
            session.setAttribute(ASKED_AT, clock.instant());
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            if (isOver(session)) {
                end(session);
            } else if (session.getAttribute(ASKED_AT) != null) {
                session.setAttribute(ASKED_AT, clock.instant());
            }
        }
        chain.doFilter(request, response);
    }

    /// Whether somebody's session has lasted, or has rested, too long.
    boolean isOver(HttpSession session) {
        return isPast(session, SIGNED_IN_AT, longest)
                || isPast(session, ASKED_AT, Duration.ofSeconds(session.getMaxInactiveInterval()));
    }

    private boolean isPast(HttpSession session, String since, Duration most) {
        return session.getAttribute(since) instanceof Instant at
                && !clock.instant().isBefore(at.plus(most));
    }

    /// As if she had signed out.
    private void end(HttpSession session) {
        var kept = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        session.invalidate();
        if (kept instanceof SecurityContext context && context.getAuthentication() != null) {
            events.publishEvent(new LogoutSuccessEvent(context.getAuthentication()));
        }
    }
}
