package se.varjedag.app.access.provider;

import java.io.IOException;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2UserAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import se.varjedag.app.access.NoAssignment;

/// Lets people sign in at the provider with their browsers: by code, with PKCE, state and nonce.
///
/// What the provider says of itself is fetched when the first person comes, so that this program starts without it.
/// The tokens are forgotten once they have said who somebody is.
final class Browsers {
    /// What the provider is called in addresses.
    static final String ID = "provider";

    private static final String NOT_KEPT = "not kept";

    private final ProviderSettings settings;
    private final ProviderWords words;
    private final ClientRegistrationRepository registrations;
    private final Function<OidcUser, Claimed> claimed;
    private final OidcUserService users = new OidcUserService();

    /// @param claimed what somebody's claims amount to
    Browsers(ProviderSettings settings, ProviderWords words, Function<OidcUser, Claimed> claimed) {
        this.settings = settings;
        this.words = words;
        this.claimed = claimed;
        this.registrations = id -> id.equals(ID) ? registration() : null;
        var whoShe = new DefaultOAuth2UserService();
        whoShe.setRestOperations(patient());
        users.setOauth2UserService(whoShe);
    }

    void signIn(HttpSecurity http, ShownAgain again, ApplicationEventPublisher events) throws Exception {
        var refused = new Refused(again, events);
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new TokensForgotten())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(new Asking(registrations, again)))
                .tokenEndpoint(token -> token.accessTokenResponseClient(codes()))
                .userInfoEndpoint(userInfo -> userInfo.oidcUserService(this::withAssignment))
                .successHandler(new CameIn(again))
                .failureHandler(refused)
                .withObjectPostProcessor(new ObjectPostProcessor<OidcAuthorizationCodeAuthenticationProvider>() {
                    @Override
                    public <P extends OidcAuthorizationCodeAuthenticationProvider> P postProcess(P provider) {
                        provider.setJwtDecoderFactory(Browsers.this::ofIdTokens);
                        return provider;
                    }
                })
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        // The provider does not answer.
                        filter.setAuthenticationFailureHandler(refused);
                        return filter;
                    }
                }));
        http.logout(logout -> logout.logoutSuccessHandler(new OutByWayOfProvider(settings, words)));
    }

    private OidcUser withAssignment(OidcUserRequest request) {
        var user = users.loadUser(request);
        var found = claimed.apply(user);
        if (found.account().assignments().isEmpty()) {
            var refusal = found.refusal();
            throw new NoAssignment(found.account().username(), refusal.why().key(), refusal.what());
        }
        return withoutToken(user);
    }

    /// What the ID token says, without the token itself: it lies in the session for as long as that lasts.
    static OidcUser withoutToken(OidcUser user) {
        var token = user.getIdToken();
        return new DefaultOidcUser(
                user.getAuthorities().stream()
                        .filter(one -> !(one instanceof OAuth2UserAuthority))
                        .toList(),
                new OidcIdToken(NOT_KEPT, token.getIssuedAt(), token.getExpiresAt(), token.getClaims()),
                user.getUserInfo());
    }

    /// Exchanges a code for tokens, and does not wait for ever.
    private static RestClientAuthorizationCodeTokenResponseClient codes() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(notForEver())
                .configureMessageConverters(all -> all.addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static RestTemplate patient() {
        var asking = new RestTemplate(notForEver());
        asking.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return asking;
    }

    private static SimpleClientHttpRequestFactory notForEver() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(ProviderWords.LONGEST);
        requests.setReadTimeout(ProviderWords.LONGEST);
        return requests;
    }

    /// Reads ID tokens by the keys that are known, as Spring Security does otherwise.
    private JwtDecoder ofIdTokens(ClientRegistration registration) {
        var decoder = NimbusJwtDecoder.withJwkSource(words.keys()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefault(), new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    /// @throws OAuth2AuthorizationException while the provider is silent
    private ClientRegistration registration() {
        try {
            var registration = ClientRegistrations.fromOidcConfiguration(words.configuration())
                    .registrationId(ID)
                    .clientId(settings.client())
                    .clientSecret(settings.secret())
                    .redirectUri(settings.address() + "/login/oauth2/code/" + ID)
                    .scope(settings.scopes());
            if (settings.secret().isEmpty()) {
                registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
            }
            return registration.build();
        } catch (IOException e) {
            throw new OAuth2AuthorizationException(new OAuth2Error(OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE), e);
        }
    }
}
