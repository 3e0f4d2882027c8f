package se.varjedag.app.access.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.web.util.HtmlUtils;

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
        response.getWriter().write("""
                        <!doctype html>
                        <html lang="sv">
                        <head>
                          <meta charset="utf-8">
                          <meta name="viewport" content="width=device-width, initial-scale=1">
                          <title>Varje dag</title>
                          <link rel="stylesheet" href="/assets/app.css">
                        </head>
                        <body>
                        <main id="main">
                          <p><a href="%s">Fortsätt utloggningen hos legitimeringstjänsten</a></p>
                          <p lang="en"><a href="%s">Go on signing out at the identity provider</a></p>
                        </main>
                        </body>
                        </html>
                        """.replace("%s", HtmlUtils.htmlEscape(address)));
    }
}
