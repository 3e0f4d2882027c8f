package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import se.varjedag.app.timeline.Crowded;

/// How answers are sent, and what is said where there is none.
@RestControllerAdvice(basePackageClasses = Replies.class)
class Replies {

    /// An answer whose content names its version: who has it already is told so.
    static ResponseEntity<byte[]> resource(
            HttpServletRequest request, byte[] content, Form form, Optional<Instant> lastUpdated) {
        var tag = "W/\"" + digest(content) + "\"";
        var reply = ResponseEntity.status(HttpStatus.OK);
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            return headers(ResponseEntity.status(HttpStatus.NOT_MODIFIED), form)
                    .eTag(tag)
                    .build();
        }
        lastUpdated.ifPresent(reply::lastModified);
        return headers(reply, form).eTag(tag).body(content);
    }

    private static boolean matches(@org.jspecify.annotations.Nullable String asked, String tag) {
        return asked != null && (asked.strip().equals("*") || asked.contains(tag.substring(2)));
    }

    /// A page of a search.
    static ResponseEntity<byte[]> page(byte[] content, Form form) {
        return headers(ResponseEntity.ok(), form).body(content);
    }

    private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder reply, Form form) {
        return reply.contentType(new MediaType(MediaType.valueOf(form.type()), StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private static String digest(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<byte[]> problem(Problem why, HttpServletRequest request) {
        var form = formOrJson(request);
        return headers(ResponseEntity.status(why.status()), form).body(Written.outcome(why, form));
    }

    /// Too many have asked for other moments at once.
    @ExceptionHandler(Crowded.class)
    ResponseEntity<byte[]> crowded(Crowded why, HttpServletRequest request) {
        return problem(Problem.later(String.valueOf(why.getMessage())), request);
    }

    private static Form formOrJson(HttpServletRequest request) {
        try {
            return Asked.form(request);
        } catch (Problem _) {
            return Form.JSON;
        }
    }
}
