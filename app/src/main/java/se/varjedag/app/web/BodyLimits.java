package se.varjedag.app.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what is sent before any of it is read: what does not say how long it is, what is longer than anything that
/// is taken here, and a file longer than any form from somebody who may send none there. What the import command on
/// this machine sends is not measured. Each refusal is counted as `varjedag.bodies.refused`.
///
/// The token of a form lies in its body, and so a file would be written to disk before it is known who sends it.
@Component
@org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimits extends OncePerRequestFilter {
    /// More than any form or question holds.
    private static final long LONGEST_FORM = 2L << 20;

    private static final String ANSWER = """
            Det som skickades är för stort för att tas emot här, säger inte hur stort det är, eller är en fil från någon som inte får lämna filer här. Inget av det lästes. Stora filer läses in med kommandot import på servern.

            What was sent is too large to be taken here, does not say how large it is, or is a file from somebody who may not leave files here. Nothing of it was read. Large files are read in with the command import on the server.
            """;

    private final MeterRegistry meters;
    private final FileSenders senders;
    private final long longestFile;

    BodyLimits(MeterRegistry meters, FileSenders senders, Environment environment) {
        this.meters = meters;
        this.senders = senders;
        this.longestFile = environment
                .getProperty("spring.servlet.multipart.max-request-size", DataSize.class, DataSize.ofGigabytes(4))
                .toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("/local/")) {
            chain.doFilter(request, response);
            return;
        }
        long length = request.getContentLengthLong();
        if (request.getHeader("Transfer-Encoding") != null) {
            refuse(response, "length-not-said", HttpStatus.LENGTH_REQUIRED);
        } else if (length > (isFile(request) ? longestFile : LONGEST_FORM)) {
            refuse(response, "too-long", HttpStatus.CONTENT_TOO_LARGE);
        } else if (length > LONGEST_FORM && !senders.maySend(request)) {
            refuse(response, "not-allowed", HttpStatus.FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFile(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /// Answers by itself: the page for errors would ask for the form's parameters, and so read what is refused here.
    private void refuse(HttpServletResponse response, String why, HttpStatus status) throws IOException {
        meters.counter("varjedag.bodies.refused", "why", why).increment();
        var answer = ANSWER.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setHeader("Connection", "close");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
        response.flushBuffer();
    }
}
