package se.varjedag.app.access.provider;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/// Somebody came in by the provider: on to the page she had asked for, or back to where she was asked again.
final class CameIn extends SavedRequestAwareAuthenticationSuccessHandler {
    private final ShownAgain again;

    CameIn(ShownAgain again) {
        this.again = again;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        var back = again.answered(request.getSession(), who);
        if (back.isPresent()) {
            getRedirectStrategy().sendRedirect(request, response, back.get());
        } else {
            super.onAuthenticationSuccess(request, response, who);
        }
    }
}
