package se.varjedag.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/// Slows down those who guess passwords: of one account after five wrong ones, from one address after twenty
/// ([WrongTries] says for how long).
///
/// An account that does not exist is counted and answered as one that does. While one has to wait, no password is
/// looked at, neither a wrong nor the right one; each such try stands in the access log. Tokens of an identity provider
/// cannot be guessed and are not counted.
@Component
public class LoginThrottle extends OncePerRequestFilter {
    private static final int FREE_FOR_ACCOUNT = 5;
    private static final int FREE_FROM_ADDRESS = 20;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String BASIC = "Basic";
    private static final String TRY = "varjedag.try";

    private final WrongTries accounts;
    private final WrongTries addresses;
    private final ApplicationEventPublisher events;

    LoginThrottle(ObjectProvider<Clock> clock, ApplicationEventPublisher events) {
        var time = clock.getIfAvailable(Clock::systemUTC);
        this.accounts = new WrongTries(FREE_FOR_ACCOUNT, time);
        this.addresses = new WrongTries(FREE_FROM_ADDRESS, time);
        this.events = events;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var whose = account(request);
        if (whose.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var account = whose.get();
        var address = Networks.of(request.getRemoteAddr());
        var pause = addresses.pause(address);
        if (!pause.isPositive()) {
            pause = accounts.begin(account);
        }
        if (pause.isPositive()) {
            refuse(request, response, account, pause);
            return;
        }
        request.setAttribute(TRY, account);
        try {
            chain.doFilter(request, response);
        } finally {
            settle(request);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String account, Duration pause)
            throws IOException {
        var tried = UsernamePasswordAuthenticationToken.unauthenticated(account, "");
        tried.setDetails(new WebAuthenticationDetails(request));
        events.publishEvent(new AuthenticationFailureLockedEvent(tried, new LockedException("Has to wait")));
        response.setHeader("Retry-After", String.valueOf(pause.plusMillis(999).toSeconds()));
        response.sendError(TOO_MANY_REQUESTS, "För många försök. Vänta en stund. / Too many tries. Wait a while.");
    }

    private void settle(HttpServletRequest request) {
        if (request.getAttribute(TRY) instanceof String account) {
            request.removeAttribute(TRY);
            accounts.ends(account);
        }
    }

    /// Whose password a request brings: from the form, or from the name before the colon of a basic authorization.
    private static Optional<String> account(HttpServletRequest request) {
        if ("POST".equals(request.getMethod()) && request.getServletPath().equals("/login")) {
            return Optional.of(name(request.getParameter("username")));
        }
        var header = request.getHeader("Authorization");
        var basic = header == null ? "" : header.strip();
        if (!basic.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            // As the reader of passwords does it: whatever one character parts the word from the rest.
            var decoded = Base64.getDecoder()
                    .decode(basic.substring(Math.min(basic.length(), BASIC.length() + 1))
                            .strip());
            return Optional.of(name(new String(decoded, StandardCharsets.UTF_8).split(":", 2)[0]));
        } catch (IllegalArgumentException _) {
            return Optional.of("");
        }
    }

    private static String name(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    /// Forgets every wrong try, so that nobody has to wait.
    public void forget() {
        accounts.forget();
        addresses.forget();
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        if (!(event.getAuthentication() instanceof UsernamePasswordAuthenticationToken tried)
                || event.getException() instanceof LockedException) {
            return;
        }
        accounts.wrong(tried.getName());
        if (tried.getDetails() instanceof WebAuthenticationDetails details) {
            addresses.wrong(Networks.of(details.getRemoteAddress()));
        }
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken right) {
            accounts.right(right.getName());
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
                settle(attributes.getRequest());
            }
        }
    }

    /// One try of a password beside the door, such as before an emergency: false, and not tried at all, while too many
    /// wrong ones have been, or another is just being tried. Whoever sends many at once so tries one.
    ///
    /// @param holds whether it is the right one; a wrong one is told of by who knows
    boolean tried(String username, BooleanSupplier holds) {
        if (accounts.beginAlone(username).isPositive()) {
            return false;
        }
        try {
            return holds.getAsBoolean();
        } finally {
            accounts.ends(username);
        }
    }
}
