package se.varjedag.app.followup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import se.varjedag.app.timeline.Crowded;

/// A page about another moment, asked for when too many wait for such pages already.
@ControllerAdvice
class CrowdedPages {
    private static final String SECONDS = "30";

    @ExceptionHandler(Crowded.class)
    void crowded(Crowded why, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
