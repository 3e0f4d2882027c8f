package se.varjedag.app.access.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import se.varjedag.app.database.Home;
import se.varjedag.app.database.TestPostgres;

/// An identity provider on this machine, and a home folder that trusts it.
final class Issuer implements AutoCloseable {
    static final String AUDIENCE = "https://varjedag.example/api";
    static final String CLIENT = "varjedag";
    static final String NAME = "vard";

    private static final String RULES = """
            person: employeeHsaId
            name: name
            assignments:
              - when: { systemRole: [Vardagare, Samordnare] }
                role: coordinator
                place: "{unit}"
              - when: { varjedag: roll }
                role: "{role}"
                place: "{region}"
              - each: commissions
                when: { purpose: Vård och behandling }
                role: clinician
                place: "{hsaId}"
              - when: { acr: legitimerad }
                role: patient
                place: "{personalIdentityNumber}"
              - when: { client_id: [extern] }
                role: analyst
            """;

    private final MockOAuth2Server server = new MockOAuth2Server();

    private String address = "";

    private Issuer() {}

    static Issuer started() {
        var issuer = new Issuer();
        issuer.server.start();
        issuer.address = issuer.server.issuerUrl(NAME).toString();
        issuer.warmUp();
        return issuer;
    }

    /// Its first answer takes a while, and who asks in earnest does not wait for long.
    private void warmUp() {
        for (var what : List.of("/.well-known/openid-configuration", "/jwks")) {
            try (var answer = URI.create(address + what).toURL().openStream()) {
                answer.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A home folder with rules for this provider's claims.
    static Home home() {
        try {
            var home = TestPostgres.newHome();
            Files.writeString(home.signInRules(), RULES);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MockOAuth2Server server() {
        return server;
    }

    String address() {
        return address;
    }

    /// A token of the provider, made out to somebody.
    String token(String audience, Map<String, Object> claims) {
        return token(NAME, audience, claims, 3600);
    }

    /// The same from another issuer with the same keys, or for another time.
    String token(String issuer, String audience, Map<String, Object> claims, long seconds) {
        return server.issueToken(
                        issuer,
                        "some-program",
                        new DefaultOAuth2TokenCallback(issuer, "subject", "JWT", List.of(audience), claims, seconds))
                .serialize();
    }

    /// A token of the provider that tells of no subject.
    String tokenOfNobody(Map<String, Object> claims) {
        var all = new java.util.HashMap<>(claims);
        all.put("aud", AUDIENCE);
        return server.anyToken(server.issuerUrl(NAME), all, java.time.Duration.ofHours(1))
                .serialize();
    }

    /// What the provider says of who signs in next.
    void says(String subject, Map<String, Object> claims) {
        server.enqueueCallback(new DefaultOAuth2TokenCallback(NAME, subject, "JWT", List.of(CLIENT), claims, 3600));
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
