package se.varjedag.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The pages for when something is not there, not allowed or broken. They say what to do, and nothing of the inside.
@Component
public final class ErrorPages implements ErrorViewResolver {

    /// Set on a request whose page was made for another session: it ended, or somebody signed in anew meanwhile.
    public static final String OUTDATED = "varjedag.page-outdated";

    private final Frame frame;

    ErrorPages(Frame frame) {
        this.frame = frame;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var error = request.getAttribute(OUTDATED) == null
                ? ErrorPage.of(status, frame.texts(request))
                : ErrorPage.outdated(status, frame.texts(request));
        return new ModelAndView(
                "web/error", Map.of("page", frame.page(request, error.title()), "error", error), status);
    }
}
