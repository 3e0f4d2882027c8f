package se.varjedag.app.access;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Sign-in by an identity provider (OpenID Connect), where one is configured.
public interface ProviderSignIn {

    /// Where in the session the last refusal lies, until the sign-in page has told it.
    String REFUSAL = "varjedag.refusal";

    /// Why somebody did not come in.
    ///
    /// @param why  key of the reason
    /// @param what the role or place that is not known, where there is one
    record Refusal(String why, String what) implements Serializable {}

    /// What the sign-in page calls the provider; empty where no name is configured.
    String name();

    /// Whether people can sign in by a provider.
    boolean isThere();

    /// Where the provider is that gives other programs their tokens; empty where none are taken.
    Optional<String> issuerOfTokens();

    /// Whether other programs can come with a token of the provider.
    default boolean takesTokens() {
        return issuerOfTokens().isPresent();
    }

    /// Lets people sign in with their browsers.
    void people(HttpSecurity http) throws Exception;

    /// Lets other programs in by the tokens that the provider gives them.
    ///
    /// @param otherwise what is answered to a token that is not taken
    void programs(HttpSecurity http, AuthenticationEntryPoint otherwise) throws Exception;

    /// Whether somebody was signed in by the provider, and not by a password of ours.
    boolean vouchesFor(@Nullable Authentication who);

    /// Whether who is signed in has shown it once more to the provider, a short while ago.
    boolean isShownAgain();

    /// The same, and it is used up: the next time asks for another.
    boolean takeShownAgain();

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
