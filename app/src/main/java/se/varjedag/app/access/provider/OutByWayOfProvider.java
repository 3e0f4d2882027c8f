package se.varjedag.app.access.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import se.varjedag.app.web.Templates;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Language;

/// Leads who has signed out on to the provider, to be signed out there too, where it has an address for that.
///
/// The address names this program and the way back, and nothing of the person: an ID token in it
/// (`id_token_hint`) would put her name, and a patient's number, into histories and logs. A provider may
/// therefore ask her whether she means it.
///
/// The form of sign-out may lead to pages of ours only, and browsers hold its redirections to that as well. So the way
/// to another host is a page that goes on by itself.
final class OutByWayOfProvider implements LogoutSuccessHandler {
    private static final String OUT = "/login?out";

    private final ProviderSettings settings;
    private final ProviderWords words;

    OutByWayOfProvider(ProviderSettings settings, ProviderWords words) {
        this.settings = settings;
        this.words = words;
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        var there = who instanceof OAuth2AuthenticationToken ? address() : Optional.<String>empty();
        if (there.isEmpty()) {
            response.sendRedirect(OUT);
            return;
        }
        goOn(response, there.get());
    }

    private Optional<String> address() {
        try {
            return words.configuration().get("end_session_endpoint") instanceof String endpoint
                    ? Optional.of(UriComponentsBuilder.fromUriString(endpoint)
                            .queryParam("client_id", "{client}")
                            .queryParam("post_logout_redirect_uri", "{back}")
                            .encode()
                            .buildAndExpand(settings.client(), settings.address() + OUT)
                            .toUriString())
                    : Optional.empty();
        } catch (IOException _) {
            // It is silent: here she is signed out.
            return Optional.empty();
        }
    }

    /// The page that goes on by itself.
    static void goOn(HttpServletResponse response, String address) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Refresh", "0; url=" + address);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var page = Templates.html(
                "access/out",
                Map.of("address", address, "swedish", Texts.in(Language.SV), "english", Texts.in(Language.EN)));
        page.writeTo(response.getOutputStream());
    }
}
