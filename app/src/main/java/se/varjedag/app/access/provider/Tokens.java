package se.varjedag.app.access.provider;

import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Takes the tokens that the provider has given other programs: signed by its keys, made out to us, and not too old.
///
/// The scopes of a token become authorities, `SCOPE_` before each; its assignment follows from its claims, as a
/// person's does.
final class Tokens {
    private Tokens() {}

    static void take(HttpSecurity http, ProviderSettings settings, AuthenticationEntryPoint otherwise)
            throws Exception {
        var decoder = decoder(settings);
        http.oauth2ResourceServer(
                programs -> programs.jwt(jwt -> jwt.decoder(decoder)).authenticationEntryPoint(otherwise));
    }

    /// The provider's keys are fetched when the first token comes, so that this program starts without the provider.
    private static JwtDecoder decoder(ProviderSettings settings) {
        return new SupplierJwtDecoder(() -> {
            var decoder = NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                    .validateType(false)
                    .build();
            decoder.setJwtValidator(validator(settings));
            return decoder;
        });
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
