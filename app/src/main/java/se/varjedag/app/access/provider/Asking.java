package se.varjedag.app.access.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/// What the provider is asked: who somebody is; with `anew` to ask the person again and not to go by an earlier
/// sign-in; with `again` to have who is signed in show it once more.
final class Asking implements OAuth2AuthorizationRequestResolver {
    private static final Map<String, Object> ANEW = Map.of("prompt", "login");
    private static final Map<String, Object> AGAIN = Map.of("prompt", "login", "max_age", "0");

    private final DefaultOAuth2AuthorizationRequestResolver usual;
    private final ShownAgain again;

    Asking(ClientRegistrationRepository registrations, ShownAgain again) {
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        this.again = again;
        usual.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(request, usual.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return asked(request, usual.resolve(request, registration));
    }

    private @Nullable OAuth2AuthorizationRequest asked(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest made) {
        if (made == null) {
            return null;
        }
        if (request.getParameter("again") != null) {
            again.ask(
                    request.getSession(),
                    request.getParameter("back"),
                    SecurityContextHolder.getContext().getAuthentication());
            return with(made, AGAIN);
        }
        again.forget(request.getSession());
        return request.getParameter("anew") == null ? made : with(made, ANEW);
    }

    private static OAuth2AuthorizationRequest with(OAuth2AuthorizationRequest made, Map<String, Object> more) {
        return OAuth2AuthorizationRequest.from(made)
                .additionalParameters(parameters -> parameters.putAll(more))
                .build();
    }
}
