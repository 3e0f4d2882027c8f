package se.varjedag.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The pages for when something is not there, not allowed or broken. They say what to do, and nothing of the inside.
@Component
class ErrorPages implements ErrorViewResolver {

    private final Frame frame;

    ErrorPages(Frame frame) {
        this.frame = frame;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        var texts = frame.texts(request);
        var kind = kind(status);
        var error = new ErrorPage(
                texts.text("error." + kind + ".title"),
                texts.text("error." + kind + ".text"),
                String.valueOf(status.value()));
        return new ModelAndView(
                "web/error", Map.of("page", frame.page(request, error.title()), "error", error), status);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "404";
            case FORBIDDEN -> "403";
            case CONTENT_TOO_LARGE -> "413";
            default -> status.is4xxClientError() ? "400" : "500";
        };
    }
}
