package se.varjedag.app.fhir;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/// The forms that an answer is given in.
enum Form {
    JSON("application/fhir+json"),
    XML("application/fhir+xml");

    private final String type;

    Form(String type) {
        this.type = type;
    }

    /// The media type.
    String type() {
        return type;
    }

    /// The form that was asked for: by `_format`, otherwise by the header Accept, of several the one it likes best.
    static Form of(@Nullable String format, @Nullable String accept) {
        if (format != null && !format.isBlank()) {
            // A plus in an address is a space.
            var written = format.strip().replace(' ', '+');
            return named(written).orElseThrow(() -> Problem.notInThisForm(written));
        }
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        Form best = null;
        double liked = 0;
        try {
            for (var type : MimeTypeUtils.parseMimeTypes(accept)) {
                var form = of(type);
                var weight = weight(type);
                if (form.isPresent() && weight > liked) {
                    best = form.get();
                    liked = weight;
                }
            }
        } catch (InvalidMimeTypeException _) {
            throw Problem.notInThisForm(accept);
        }
        if (best == null) {
            throw Problem.notInThisForm(accept);
        }
        return best;
    }

    private static double weight(MimeType type) {
        var weight = type.getParameter("q");
        try {
            return weight == null ? 1 : Double.parseDouble(weight);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static Optional<Form> named(String format) {
        return switch (format) {
            case "json" -> Optional.of(JSON);
            case "xml" -> Optional.of(XML);
            default -> {
                try {
                    yield of(MimeType.valueOf(format));
                } catch (InvalidMimeTypeException _) {
                    yield Optional.empty();
                }
            }
        };
    }

    private static Optional<Form> of(MimeType type) {
        return switch (type.getType() + "/" + type.getSubtype()) {
            // A browser that somebody looks with asks for a page.
            case "application/fhir+json", "application/json", "text/json", "application/*", "*/*", "text/html" ->
                Optional.of(JSON);
            case "application/fhir+xml", "application/xml", "text/xml" -> Optional.of(XML);
            default -> Optional.empty();
        };
    }
}
