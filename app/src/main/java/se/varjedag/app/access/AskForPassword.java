package se.varjedag.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        if (why instanceof OAuth2AuthenticationException) {
            aboutToken.commence(request, response, why);
            write(response, ANOTHER_TOKEN);
            return;
        }
        if (tokens) {
            response.addHeader("WWW-Authenticate", "Bearer realm=\"Varje dag\"");
        }
        response.addHeader("WWW-Authenticate", "Basic realm=\"Varje dag\", charset=\"UTF-8\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        write(response, tokens ? OR_TOKEN : PASSWORD);
    }

    private static void write(HttpServletResponse response, String detail) throws IOException {
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write("{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(
                                response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED
                                        ? "Unauthorized"
                                        : "Bad Request",
                                response.getStatus(),
                                detail));
    }
}
