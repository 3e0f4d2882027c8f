package se.varjedag.app.fhir;

import jakarta.servlet.RequestDispatcher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import se.varjedag.app.web.OddAnswer;
import tools.jackson.databind.json.JsonMapper;

/// What is said under `/fhir` of a request that came no further than the doors: an OperationOutcome too. Elsewhere it
/// is what it was.
@Component
class Refusals extends DefaultErrorAttributes implements OddAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var attributes = super.getErrorAttributes(request, options);
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI, RequestAttributes.SCOPE_REQUEST);
        if (!(asked instanceof String address) || !isFor(address)) {
            return attributes;
        }
        return outcome(attributes.get("status") instanceof Integer number ? number : 500);
    }

    private static Map<String, @Nullable Object> outcome(int status) {
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("resourceType", "OperationOutcome");
        outcome.put(
                "issue", List.of(Map.of("severity", "error", "code", code(status), "diagnostics", sentence(status))));
        return outcome;
    }

    @Override
    public boolean isFor(String address) {
        return address.equals("/fhir") || address.startsWith("/fhir/");
    }

    @Override
    public String type() {
        return "application/fhir+json;charset=UTF-8";
    }

    @Override
    public byte[] of(HttpStatus status) {
        return JSON.writeValueAsBytes(outcome(status.value()));
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
