package se.varjedag.app.access.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import se.varjedag.app.access.NoAssignment;
import se.varjedag.app.access.ProviderSignIn;

/// Somebody did not come in by the provider: the access log has it, and the sign-in page says why.
final class Refused implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Refused.class);

    private final ShownAgain again;
    private final ApplicationEventPublisher events;

    Refused(ShownAgain again, ApplicationEventPublisher events) {
        this.again = again;
        this.events = events;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        var nobody = new AnonymousAuthenticationToken(
                "provider", "provider", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
        events.publishEvent(new AuthenticationFailureBadCredentialsEvent(nobody, why));
        var refusal = refusal(why);
        var back = again.refused(request.getSession(false));
        if (back.isEmpty()) {
            request.getSession().setAttribute(ProviderSignIn.REFUSAL, refusal);
        }
        response.sendRedirect(back.orElse("/login?refused"));
    }

    private static ProviderSignIn.Refusal refusal(AuthenticationException why) {
        return switch (why) {
            case NoAssignment none -> new ProviderSignIn.Refusal(none.why(), none.what());
            case OAuth2AuthenticationException other
            when OAuth2ErrorCodes.ACCESS_DENIED.equals(other.getError().getErrorCode()) ->
                new ProviderSignIn.Refusal("cancelled", "");
            default -> {
                // The kind of fault alone: its words may hold what a browser sent.
                LOG.warn("Sign-in by the identity provider failed: {}", kind(why));
                yield new ProviderSignIn.Refusal("failed", "");
            }
        };
    }

    private static String kind(AuthenticationException why) {
        var known = why instanceof OAuth2AuthenticationException fault
                && fault.getError().getErrorCode().matches("[a-z_]{1,60}");
        var code =
                known ? " " + ((OAuth2AuthenticationException) why).getError().getErrorCode() : "";
        var cause = why.getCause();
        return why.getClass().getName()
                + code
                + (cause == null ? "" : " <- " + cause.getClass().getName());
    }
}
