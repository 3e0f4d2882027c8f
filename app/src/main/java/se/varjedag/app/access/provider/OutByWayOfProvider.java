package se.varjedag.app.access.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.security.web.RedirectStrategy;
import se.varjedag.app.web.Templates;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Language;

/// Leads who has signed out on to the provider, to be signed out there too.
///
/// The form of sign-out may lead to pages of ours only, and browsers hold its redirections to that as well. So the way
/// to another host is a page that goes on by itself.
final class OutByWayOfProvider implements RedirectStrategy {
    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        if (address.startsWith("/")) {
            response.sendRedirect(address);
            return;
        }
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
