package se.varjedag.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// Takes a form that is sent twice at once, by a double click or because the page was slow, as sent once: the second is
/// led where the first was, and nothing is kept again. Only the very same fields from the same session within some
/// seconds are the same form, and only where the first has led on to a page, as what keeps something does. The token
/// against forgery is among them, and each showing of a page has its own: who goes back to a page and sends the same
/// anew means it. The one waits for the other.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class SentTwice extends OncePerRequestFilter {
    private static final Duration AT_ONCE = Duration.ofSeconds(10);
    private static final String TOKEN = "X-CSRF-TOKEN";
    private static final String LAST = "varjedag.sent-last";

    private final Clock clock = Clock.systemUTC();

    /// What a session sent last, and where that led. Lives in the session alone.
    private static final class Sent {
        private int form;
        private Instant at = Instant.EPOCH;
        private @Nullable String led;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return !request.getMethod().equals("POST")
                || type == null
                || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                || request.getSession(false) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var sent = last(request.getSession());
        int form = form(request);
        synchronized (sent) {
            var led = sent.led;
            if (led != null && sent.form == form && clock.instant().isBefore(sent.at.plus(AT_ONCE))) {
                response.setStatus(HttpServletResponse.SC_FOUND);
                response.setHeader("Location", led);
                return;
            }
            chain.doFilter(request, response);
            boolean on = response.getStatus() / 100 == 3;
            sent.form = form;
            sent.at = clock.instant();
            sent.led = on ? response.getHeader("Location") : null;
        }
    }

    private static Sent last(HttpSession session) {
        synchronized (WebUtils.getSessionMutex(session)) {
            if (session.getAttribute(LAST) instanceof Sent sent) {
                return sent;
            }
            var first = new Sent();
            session.setAttribute(LAST, first);
            return first;
        }
    }

    /// A number for the address and all its fields.
    private static int form(HttpServletRequest request) {
        var fields = new TreeMap<>(request.getParameterMap());
        return (request.getRequestURI() + "?" + request.getHeader(TOKEN) + "&"
                        + fields.entrySet().stream().map(SentTwice::written).collect(Collectors.joining("&")))
                .hashCode();
    }

    private static String written(Map.Entry<String, String[]> field) {
        return field.getKey() + "=" + Arrays.toString(field.getValue());
    }
}
