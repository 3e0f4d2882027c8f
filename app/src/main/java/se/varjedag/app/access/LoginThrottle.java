package se.varjedag.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Slows down those who guess passwords: after five wrong ones from an address, or for an account, each further try has
/// to wait.
@Component
public class LoginThrottle extends OncePerRequestFilter {
    private static final int FREE_TRIES = 5;
    private static final int REMEMBERED = 10_000;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int TOO_MANY_REQUESTS = 429;

    private final Clock clock = Clock.systemUTC();

    private record Failures(int count, Instant last) {}

    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = request.getParameter("username");
        var tries =
                ("POST".equals(request.getMethod()) && request.getServletPath().equals("/login"))
                        || request.getHeader("Authorization") != null;
        if (tries
                && (mustWait("address " + request.getRemoteAddr()) || (name != null && mustWait("account " + name)))) {
            response.setHeader("Retry-After", String.valueOf(PAUSE.toSeconds()));
            response.sendError(
                    TOO_MANY_REQUESTS, "För många försök. Vänta en halv minut. / Too many tries. Wait half a minute.");
            return;
        }
        chain.doFilter(request, response);
    }

    /// Forgets every failure, so that nobody has to wait.
    public void forget() {
        synchronized (failures) {
            failures.clear();
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        remember("account " + event.getAuthentication().getName());
        if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
            remember("address " + details.getRemoteAddress());
        }
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        synchronized (failures) {
            failures.remove("account " + event.getAuthentication().getName());
        }
    }

    private void remember(String key) {
        synchronized (failures) {
            var before = failures.get(key);
            failures.put(key, new Failures(before == null ? 1 : before.count() + 1, clock.instant()));
        }
    }

    private boolean mustWait(String key) {
        synchronized (failures) {
            var found = failures.get(key);
            if (found == null) {
                return false;
            }
            if (found.last().plus(PAUSE).isBefore(clock.instant())) {
                failures.remove(key);
                return false;
            }
            return found.count() >= FREE_TRIES;
        }
    }
}
