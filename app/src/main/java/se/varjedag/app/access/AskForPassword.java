package se.varjedag.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/// The answer to a program that has not said who it is: 401, and in words how to say it.
final class AskForPassword implements AuthenticationEntryPoint {
    private static final String PASSWORD =
            "Sign in on the start page, or send the name and password of an account (HTTP Basic).";
    private static final String OR_TOKEN =
            "Sign in on the start page, or send a token of the identity provider (Bearer) or the name and password of an account (HTTP Basic).";
    private static final String ANOTHER_TOKEN =
            "The token is not taken: it must be signed by the identity provider, made out to this program, and not too old.";

    private static final String SILENT =
            "The identity provider does not answer, so its tokens cannot be checked now. Try again soon.";

    private final boolean tokens;
    private final BearerTokenAuthenticationEntryPoint aboutToken = new BearerTokenAuthenticationEntryPoint();

    /// @param tokens whether a token would do, too
    AskForPassword(boolean tokens) {
        this.tokens = tokens;
        aboutToken.setRealmName("Varje dag");
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof AuthenticationServiceException) {
            response.setHeader("Retry-After", "10");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            write(request, response, SILENT);
            return;
        }
        if (why instanceof OAuth2AuthenticationException) {
            aboutToken.commence(request, response, why);
            write(request, response, ANOTHER_TOKEN);
            return;
        }
        if (tokens) {
            response.addHeader("WWW-Authenticate", "Bearer realm=\"Varje dag\"");
        }
        response.addHeader("WWW-Authenticate", "Basic realm=\"Varje dag\", charset=\"UTF-8\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        write(request, response, tokens ? OR_TOKEN : PASSWORD);
    }

    private static void write(HttpServletRequest request, HttpServletResponse response, String detail)
            throws IOException {
        var fhir = request.getServletPath().startsWith("/fhir");
        response.setContentType(fhir ? "application/fhir+json" : "application/problem+json");
        response.setCharacterEncoding("UTF-8");
        var form = fhir
                // The same as FHIR says it.
                ? "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"%s\",\"diagnostics\":\"%s\"}]}"
                : "{\"title\":\"%s\",\"status\":" + response.getStatus() + ",\"detail\":\"%s\"}";
        var title = switch (response.getStatus()) {
            case HttpServletResponse.SC_UNAUTHORIZED -> fhir ? "login" : "Unauthorized";
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> fhir ? "transient" : "Service Unavailable";
            default -> fhir ? "invalid" : "Bad Request";
        };
        response.getWriter().write(form.formatted(title, detail));
    }
}
