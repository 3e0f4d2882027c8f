package se.varjedag.app.access.provider;

import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import se.varjedag.app.access.NoAssignment;

/// Lets people sign in at the provider with their browsers: by code, with PKCE, state and nonce.
///
/// What the provider says of itself is fetched when the first person comes, so that this program starts without it.
/// The tokens are forgotten once they have said who somebody is.
final class Browsers {
    /// What the provider is called in addresses.
    static final String ID = "provider";

    private final ProviderSettings settings;
    private final ClientRegistrationRepository registrations;
    private final Function<OidcUser, Claimed> claimed;
    private final OidcUserService users = new OidcUserService();

    /// @param claimed what somebody's claims amount to
    Browsers(ProviderSettings settings, Function<OidcUser, Claimed> claimed) {
        this.settings = settings;
        this.claimed = claimed;
        this.registrations = new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(List.of(registration(settings))));
    }

    void signIn(HttpSecurity http, ShownAgain again, ApplicationEventPublisher events) throws Exception {
        var refused = new Refused(again, events);
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new TokensForgotten())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(new Asking(registrations, again)))
                .userInfoEndpoint(userInfo -> userInfo.oidcUserService(this::withAssignment))
                .successHandler(new CameIn(again))
                .failureHandler(refused)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        // The provider does not answer.
                        filter.setAuthenticationFailureHandler(refused);
                        return filter;
                    }
                }));
        var out = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        out.setDefaultTargetUrl("/login?out");
        out.setPostLogoutRedirectUri(settings.address() + "/login?out");
        out.setRedirectStrategy(new OutByWayOfProvider());
        http.logout(logout -> logout.logoutSuccessHandler(out));
    }

    private OidcUser withAssignment(OidcUserRequest request) {
        var user = users.loadUser(request);
        var found = claimed.apply(user);
        if (found.account().assignments().isEmpty()) {
            var refusal = found.refusal();
            throw new NoAssignment(found.account().username(), refusal.why().key(), refusal.what());
        }
        return user;
    }

    private static ClientRegistration registration(ProviderSettings settings) {
        var registration = ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.client())
                .clientSecret(settings.secret())
                .redirectUri(settings.address() + "/login/oauth2/code/" + ID)
                .scope(settings.scopes());
        if (settings.secret().isEmpty()) {
            registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        }
        return registration.build();
    }
}
