package se.varjedag.app.access.provider;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import se.varjedag.app.database.CannotStart;

/// Which identity provider signs people in, and as what this program is known to it.
///
/// @param issuer   its address, as it stands in its tokens
/// @param client   what this program is called there; empty where it only gives tokens to other programs
/// @param secret   what this program proves that with; empty for a client that has none (PKCE guards either)
/// @param scopes   what is asked for at sign-in
/// @param audience what the tokens of other programs must be made out to; empty where none are taken
/// @param name     what the button of the sign-in page calls it; empty for "e-legitimation" in the reader's language
/// @param address  where browsers find this program: redirections of the provider lead there and nowhere else
record ProviderSettings(
        String issuer,
        String client,
        String secret,
        List<String> scopes,
        String audience,
        String name,
        String address) {
    private static final String ISSUER = "VARJEDAG_OIDC_ISSUER";
    private static final String CLIENT = "VARJEDAG_OIDC_CLIENT_ID";
    private static final String AUDIENCE = "VARJEDAG_OIDC_AUDIENCE";
    private static final String ADDRESS = "VARJEDAG_URL";

    ProviderSettings {
        scopes = List.copyOf(scopes);
    }

    /// The settings in the environment; empty where no issuer is named, and in the demo, which knows its own accounts
    /// only.
    ///
    /// @throws CannotStart when they do not hold together
    static Optional<ProviderSettings> of(Environment environment) {
        var issuer = text(environment, ISSUER);
        if (issuer.isEmpty() || environment.getProperty("varjedag.demo", Boolean.class, false)) {
            return Optional.empty();
        }
        var settings = new ProviderSettings(
                issuer,
                text(environment, CLIENT),
                text(environment, "VARJEDAG_OIDC_CLIENT_SECRET"),
                List.of(environment
                        .getProperty("VARJEDAG_OIDC_SCOPES", "openid profile")
                        .strip()
                        .split("[ ,]+")),
                text(environment, AUDIENCE),
                text(environment, "VARJEDAG_OIDC_NAME"),
                text(environment, ADDRESS).replaceFirst("/+$", ""));
        settings.check();
        return Optional.of(settings);
    }

    /// Whether people sign in by it.
    boolean forPeople() {
        return !client.isEmpty();
    }

    /// Whether other programs' tokens are taken.
    boolean forPrograms() {
        return !audience.isEmpty();
    }

    private void check() {
        requireAddress(ISSUER, issuer);
        if (!forPeople() && !forPrograms()) {
            throw new CannotStart(
                    "%s is set, but neither %s (for people who sign in) nor %s (for programs that bring tokens) is."
                            .formatted(ISSUER, CLIENT, AUDIENCE));
        }
        if (forPeople()) {
            requireAddress(ADDRESS, address);
            if (!scopes.contains("openid")) {
                throw new CannotStart("VARJEDAG_OIDC_SCOPES must hold openid.");
            }
        }
        if (client.equals(audience)) {
            throw new CannotStart(
                    "%s and %s are the same, so what tells who signed in would pass for a token of another program. Name an audience of its own."
                            .formatted(CLIENT, AUDIENCE));
        }
    }

    /// By https, or on this machine.
    private static void requireAddress(String name, String written) {
        try {
            var uri = URI.create(written);
            var here = List.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
            if (uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here))
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return;
            }
        } catch (IllegalArgumentException _) {
            // Said below, as for an address of another kind.
        }
        throw new CannotStart(
                "%s is '%s': write an address that begins with https:// (http:// only on this machine), without ? and #."
                        .formatted(name, written));
    }

    private static String text(Environment environment, String name) {
        return environment.getProperty(name, "").strip();
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
