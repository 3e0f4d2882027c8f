package se.varjedag.app.web;

import org.springframework.http.HttpStatus;

/// What an error page says.
///
/// @param code the status, small at the end, for whoever is asked for help
public record ErrorPage(String title, String text, String code) {

    static ErrorPage of(HttpStatus status, Texts texts) {
        return of(kind(status), status, texts);
    }

    /// For what was sent from a page of a session that is over.
    static ErrorPage outdated(HttpStatus status, Texts texts) {
        return of("outdated", status, texts);
    }

    private static ErrorPage of(String kind, HttpStatus status, Texts texts) {
        return new ErrorPage(
                texts.text("error." + kind + ".title"),
                texts.text("error." + kind + ".text"),
                String.valueOf(status.value()));
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "404";
            case FORBIDDEN -> "403";
            case CONTENT_TOO_LARGE -> "413";
            case SERVICE_UNAVAILABLE -> "503";
            default -> status.is4xxClientError() ? "400" : "500";
        };
    }
}
