package se.varjedag.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Logs what a request broke on, in the server's place: by kind and place in the code. The words of a fault may carry
/// a patient's data, so they are left out, and the server's own report of it is switched off.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Failures extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int FRAMES = 8;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ClientAbortException e) {
            // Somebody closed the page before it was there.
            throw e;
        } catch (IOException | ServletException | RuntimeException | Error e) {
            LOG.error("A request failed: {}", kinds(e));
            throw e;
        }
    }

    private static String kinds(Throwable fault) {
        var kinds = new StringBuilder();
        var root = fault;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            kinds.append(kinds.isEmpty() ? "" : " <- ").append(cause.getClass().getName());
            root = cause;
        }
        return kinds + " at "
                + Arrays.stream(root.getStackTrace())
                        .limit(FRAMES)
                        .map(StackTraceElement::toString)
                        .collect(Collectors.joining(" < "));
    }
}
