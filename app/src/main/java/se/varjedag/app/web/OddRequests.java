package se.varjedag.app.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The page for a request that the server cannot take at all, such as the address `/%00`: it never comes as far as to
/// the other error pages, and would otherwise be answered with the server's own words.
///
/// It has no form and no menu, for there is nobody signed in and no session.
final class OddRequests extends ErrorReportValve {
    /// Stricter than that of the other pages: there is nothing here to run or to send.
    private static final String CONTENT =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final LanguageChoice languages;
    private final List<OddAnswer> others;

    OddRequests(LanguageChoice languages, List<OddAnswer> others) {
        this.languages = languages;
        this.others = List.copyOf(others);
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable problem) {
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setHeader("Content-Security-Policy", CONTENT);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "same-origin");
            response.setHeader("Cache-Control", "no-store");
            write(request, response, status);
            response.finishResponse();
        } catch (IOException _) {
            // Who asked is gone, and nobody is left to tell.
        }
    }

    private void write(Request request, Response response, HttpStatus status) throws IOException {
        var asked = request.getRequestURI();
        for (var other : others) {
            if (asked != null && other.isFor(asked)) {
                response.setContentType(other.type());
                response.getOutputStream().write(other.of(status));
                return;
            }
        }
        var texts = Texts.in(languages.of(request));
        var html = Templates.html("web/odd", Map.of("texts", texts, "error", ErrorPage.of(status, texts)));
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(html.getContentLength());
        html.writeTo(response.getOutputStream());
    }
}
