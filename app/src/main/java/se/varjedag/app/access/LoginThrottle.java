package se.varjedag.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Slows down those who guess passwords: after five wrong ones from an address, or for an account, the next five
/// have to wait for half a minute.
@Component
public class LoginThrottle extends OncePerRequestFilter {
    private static final int FREE_TRIES = 5;
    private static final int REMEMBERED = 10_000;
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST_KEY = 100;
    private static final String ACCOUNT = "account ";
    private static final String ADDRESS = "address ";
    private static final String BASIC = "Basic ";

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
        var form =
                "POST".equals(request.getMethod()) && request.getServletPath().equals("/login");
        var basic = basic(request.getHeader("Authorization"));
        if ((form || basic != null)
                && (mustWait(ADDRESS + request.getRemoteAddr())
                        || account(form, request, basic)
                                .filter(name -> mustWait(ACCOUNT + name))
                                .isPresent())) {
            response.setHeader("Retry-After", String.valueOf(PAUSE.toSeconds()));
            response.sendError(
                    TOO_MANY_REQUESTS, "För många försök. Vänta en halv minut. / Too many tries. Wait half a minute.");
            return;
        }
        chain.doFilter(request, response);
    }

    /// The authorization of a request where it is a name and password; a token cannot be guessed.
    private static @Nullable String basic(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? authorization
                : null;
    }

    /// Whose password a request brings: from the form, or from the name before the colon of a basic authorization.
    private static Optional<String> account(boolean form, HttpServletRequest request, @Nullable String basic) {
        if (form) {
            return Optional.ofNullable(request.getParameter("username"));
        }
        if (basic == null) {
            return Optional.empty();
        }
        try {
            var decoded =
                    Base64.getDecoder().decode(basic.substring(BASIC.length()).strip());
            return Optional.of(new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0]);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Forgets every failure, so that nobody has to wait.
    public void forget() {
        synchronized (failures) {
            failures.clear();
        }
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        if (!(event.getAuthentication() instanceof UsernamePasswordAuthenticationToken)) {
            return;
        }
        remember(ACCOUNT + event.getAuthentication().getName());
        if (event.getAuthentication().getDetails() instanceof WebAuthenticationDetails details) {
            remember(ADDRESS + details.getRemoteAddress());
        }
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        if (!(event.getAuthentication() instanceof UsernamePasswordAuthenticationToken)) {
            return;
        }
        synchronized (failures) {
            failures.remove(key(ACCOUNT + event.getAuthentication().getName()));
        }
    }

    private void remember(String whom) {
        var key = key(whom);
        synchronized (failures) {
            var before = failures.get(key);
            failures.put(key, new Failures(before == null ? 1 : before.count() + 1, clock.instant()));
        }
    }

    /// A name that somebody made up may be of any length; what is remembered of it is not.
    private static String key(String whom) {
        return whom.substring(0, Math.min(whom.length(), LONGEST_KEY));
    }

    /// Whether too many wrong passwords have been tried for this account lately.
    boolean mustWaitFor(String username) {
        return mustWait(ACCOUNT + username);
    }

    private boolean mustWait(String whom) {
        var key = key(whom);
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
