package se.varjedag.app.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Sign-in by an identity provider (OpenID Connect), where one is configured.
public interface ProviderSignIn {

    /// Whether people can sign in by a provider.
    boolean isThere();

    /// Whether other programs can come with a token of the provider.
    boolean takesTokens();

    /// Lets people sign in with their browsers.
    void people(HttpSecurity http) throws Exception;

    /// Lets other programs in by the tokens that the provider gives them.
    ///
    /// @param otherwise what is answered to a token that is not taken
    void programs(HttpSecurity http, AuthenticationEntryPoint otherwise) throws Exception;

    /// Whether somebody was signed in by the provider, and not by a password of ours.
    boolean vouchesFor(@Nullable Authentication who);

    /// The account that the provider's claims amount to, by the rules of this moment.
    Optional<Account> account(Authentication who);

    /// Whether a request may do what a scope covers: a token must carry it, and other requests need none.
    static boolean covers(@Nullable Authentication who, String scope) {
        return who != null
                && (!isToken(who)
                        || who.getAuthorities().stream()
                                .anyMatch(one -> ("SCOPE_" + scope).equals(one.getAuthority())));
    }

    /// Whether a request came with a bearer token, and so has no session.
    static boolean isToken(@Nullable Authentication who) {
        return who instanceof AbstractOAuth2TokenAuthenticationToken<?>;
    }
}
