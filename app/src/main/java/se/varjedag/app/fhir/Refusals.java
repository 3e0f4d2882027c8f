package se.varjedag.app.fhir;

import jakarta.servlet.RequestDispatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/// What is said under `/fhir` of a request that came no further than the doors: an OperationOutcome too. Elsewhere it
/// is what it was.
@Component
class Refusals extends DefaultErrorAttributes {

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var attributes = super.getErrorAttributes(request, options);
        if (!isOurs(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI, RequestAttributes.SCOPE_REQUEST))) {
            return attributes;
        }
        var status = attributes.get("status") instanceof Integer number ? number : 500;
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("resourceType", "OperationOutcome");
        outcome.put(
                "issue", List.of(Map.of("severity", "error", "code", code(status), "diagnostics", sentence(status))));
        return outcome;
    }

    private static boolean isOurs(@Nullable Object address) {
        return address instanceof String text && (text.equals("/fhir") || text.startsWith("/fhir/"));
    }

    private static String code(int status) {
        return switch (status) {
            case 400 -> "invalid";
            case 401 -> "login";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405, 406, 415 -> "not-supported";
            case 503 -> "transient";
            default -> "exception";
        };
    }

    private static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request cannot be understood.";
            case 403 ->
                "What you act as does not let you read this. What is sent otherwise than with GET needs a bearer token, or the token of a session beside it.";
            case 404 -> "There is no such address here.";
            case 415 -> "A search is sent as a form, application/x-www-form-urlencoded.";
            default -> "Something is wrong here, and not with your request. Ask again later.";
        };
    }
}
