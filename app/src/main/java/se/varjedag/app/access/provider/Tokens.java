package se.varjedag.app.access.provider;

import java.time.Duration;
import java.util.List;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.web.client.RestTemplate;

/// Takes the tokens that the provider has given other programs: signed by its keys, made out to us, and not too old.
///
/// The scopes of a token become authorities, `SCOPE_` before each; its assignment follows from its claims, as a
/// person's does.
final class Tokens {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Tokens() {}

    static void take(HttpSecurity http, ProviderSettings settings, AuthenticationEntryPoint otherwise)
            throws Exception {
        var decoder = decoder(settings);
        var refuse = new AuthenticationEntryPointFailureHandler(otherwise);
        // That the provider does not answer is told, too.
        refuse.setRethrowAuthenticationServiceException(false);
        http.oauth2ResourceServer(programs -> programs.jwt(jwt -> jwt.decoder(decoder))
                .authenticationEntryPoint(otherwise)
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(refuse);
                        return filter;
                    }
                }));
    }

    /// The provider's keys are fetched when the first token comes, so that this program starts without the provider.
    private static JwtDecoder decoder(ProviderSettings settings) {
        var later = new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                    .validateType(false)
                    .restOperations(patient())
                    .build();
            decoder.setJwtValidator(validator(settings));
            return decoder;
        });
        return token -> {
            try {
                return later.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("The provider does not answer", e);
            }
        };
    }

    /// Waits for the provider's keys, but not for ever.
    private static RestTemplate patient() {
        var requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(LONGEST);
        requests.setReadTimeout(LONGEST);
        return new RestTemplate(requests);
    }

    private static OAuth2TokenValidator<Jwt> validator(ProviderSettings settings) {
        var type = new JwtTypeValidator(List.of("JWT", "at+jwt"));
        type.setAllowEmpty(true);
        var time = new JwtTimestampValidator();
        time.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(
                time, new JwtIssuerValidator(settings.issuer()), new JwtAudienceValidator(settings.audience()), type);
    }
}
