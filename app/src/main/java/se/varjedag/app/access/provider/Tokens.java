package se.varjedag.app.access.provider;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;

/// Takes the tokens that the provider has given other programs: signed by its keys, made out to us, and not too old.
///
/// The scopes of a token become authorities, `SCOPE_` before each; its assignment follows from its claims, as a
/// person's does.
final class Tokens {
    /// By keys that the provider keeps for itself. A key that both would know signs nothing here.
    private static final Set<SignatureAlgorithm> SIGNED_BY = EnumSet.allOf(SignatureAlgorithm.class);

    private Tokens() {}

    static void take(
            HttpSecurity http, ProviderSettings settings, ProviderWords words, AuthenticationEntryPoint otherwise)
            throws Exception {
        var decoder = decoder(settings, words);
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

    private static JwtDecoder decoder(ProviderSettings settings, ProviderWords words) {
        var decoder = NimbusJwtDecoder.withJwkSource(words.keys())
                .jwsAlgorithms(all -> all.addAll(SIGNED_BY))
                // The type is looked at below, as that of a token of access.
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier((_, _) -> {}))
                .build();
        decoder.setJwtValidator(validator(settings));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(ProviderSettings settings) {
        var type = new JwtTypeValidator(List.of("JWT", "at+jwt"));
        type.setAllowEmpty(true);
        var time = new JwtTimestampValidator();
        time.setAllowEmptyExpiryClaim(false);
        // Who is nobody has no name in the log and no assignment.
        var somebody = new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank());
        return new DelegatingOAuth2TokenValidator<>(
                somebody,
                time,
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(settings.audience()),
                type);
    }
}
