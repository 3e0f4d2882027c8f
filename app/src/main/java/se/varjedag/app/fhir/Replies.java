package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import se.varjedag.app.database.Sha256;
import se.varjedag.app.timeline.Crowded;

/// How answers are sent, and what is said where there is none.
@RestControllerAdvice(basePackageClasses = Replies.class)
class Replies {

    private static final int TAG_BYTES = 16;

    private final Names names;

    Replies(Names names) {
        this.names = names;
    }

    /// One resource.
    ResponseEntity<byte[]> one(HttpServletRequest request, Asked asked, Given given) {
        var content = new Written(names, asked.base()).one(given, asked.form(), asked.pretty(), asked.summary());
        return tagged(request, content, asked.form());
    }

    /// A page of a search.
    ResponseEntity<byte[]> page(Asked asked, Written.Page page) {
        var content = new Written(names, asked.base()).page(page, asked.form(), asked.pretty(), asked.summary());
        return headers(ResponseEntity.ok(), asked.form()).body(content);
    }

    /// Everything of one patient in one bundle.
    ResponseEntity<byte[]> everything(Asked asked, List<Given> all) {
        var content = new Written(names, asked.base()).collection(all, asked.form(), asked.pretty());
        return headers(ResponseEntity.ok(), asked.form()).body(content);
    }

    /// What this interface can.
    ResponseEntity<byte[]> capabilities(HttpServletRequest request, String base, Capabilities.Told told) {
        var form = Asked.form(request);
        var pretty = "true".equals(request.getParameter("_pretty"));
        return tagged(request, new Written(names, base).capabilities(told, form, pretty), form);
    }

    /// An answer whose content names its version: who has it already is told so. When it was last changed is no
    /// version: a block or a choice changes what a reader sees of events that are as old as before.
    private static ResponseEntity<byte[]> tagged(HttpServletRequest request, byte[] content, Form form) {
        var tag = "W/\"" + digest(content) + "\"";
        if (matches(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            return headers(ResponseEntity.status(HttpStatus.NOT_MODIFIED), form)
                    .eTag(tag)
                    .build();
        }
        return headers(ResponseEntity.ok(), form).eTag(tag).body(content);
    }

    private static boolean matches(@org.jspecify.annotations.Nullable String asked, String tag) {
        return asked != null && (asked.strip().equals("*") || asked.contains(tag.substring(2)));
    }

    private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder reply, Form form) {
        return reply.contentType(new MediaType(MediaType.valueOf(form.type()), StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    private static String digest(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(Sha256.of(content), TAG_BYTES));
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<byte[]> problem(Problem why, HttpServletRequest request) {
        var form = formOrJson(request);
        var reply = headers(ResponseEntity.status(why.status()), form);
        why.askAgain().ifPresent(pause -> reply.header(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds())));
        return reply.body(Written.outcome(why, form));
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
