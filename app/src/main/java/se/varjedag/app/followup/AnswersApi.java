package se.varjedag.app.followup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.timeline.Crowded;
import se.varjedag.pathway.measure.AnswerCsv;
import se.varjedag.pathway.measure.AnswerJson;
import se.varjedag.pathway.measure.Question;

/// Questions from other programs: the same words, columns and figures as `./varjedag follow`.
@RestController
@Allowed(Permission.FIGURES)
class AnswersApi {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final FollowUp followUp;

    AnswersApi(FollowUp followUp) {
        this.followUp = followUp;
    }

    @GetMapping("/api/v1/answers")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var ready = followUp.ready();
        var current = followUp.current();
        var asked = AskedOverTheNet.of(request.getParameterMap(), current.definitions());
        if (!ready) {
            throw new NotYet();
        }
        if (asked.open()) {
            open(current, asked.question(), wantsCsv(request), response);
            return;
        }
        var answer = followUp.answer(current, asked.question(), asked.asOf(), asked.knownAt());
        headers(response, current, current.knownAt());
        if (wantsCsv(request)) {
            response.setContentType("text/csv");
            AnswerCsv.write(answer, response.getWriter());
        } else {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            AnswerJson.write(answer, response.getWriter());
        }
    }

    /// What may be told to everybody: fewer than five, and all that they could be worked out from, are hidden.
    private void open(Generation current, Question question, boolean csv, HttpServletResponse response)
            throws IOException {
        var answer = followUp.open(current).answer(question);
        headers(response, current, followUp.openKnownAt(current));
        if (csv) {
            response.setContentType("text/csv");
            answer.writeCsv(response.getWriter());
        } else {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            answer.writeJson(response.getWriter());
        }
    }

    private static void headers(HttpServletResponse response, Generation current, Instant knownAt) {
        response.setCharacterEncoding("UTF-8");
        // What the figures rest on: the same generation gives the same figures again.
        response.setHeader("Varjedag-Change", String.valueOf(current.change()));
        response.setHeader("Varjedag-Known-At", knownAt.toString());
        response.setHeader("Varjedag-Definitions", current.definitions().hash());
        response.setHeader("Varjedag-Simulated", String.valueOf(current.simulated()));
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping(value = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ClassPathResource> description() {
        return ResponseEntity.ok(new ClassPathResource("openapi.json"));
    }

    /// A question that cannot be understood: the sentence says what to write.
    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<ProblemDetail> notUnderstood(IllegalArgumentException why) {
        var problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setTitle("The question cannot be understood");
        problem.setDetail(why.getMessage());
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /// The log is still being read: an empty answer would say that nobody is there.
    @ExceptionHandler(NotYet.class)
    ResponseEntity<ProblemDetail> notYet(NotYet why) {
        return later(
                "The figures are not ready yet",
                "The events are still being read from the database after a start. Ask again in %d seconds; the page Läget says how far it has come.");
    }

    /// Too many have asked for other moments at once: one more in the queue would hold a connection for minutes.
    @ExceptionHandler(Crowded.class)
    ResponseEntity<ProblemDetail> crowded(Crowded why) {
        return later("Too many other moments at once", why.getMessage() + " Ask again in %d seconds.");
    }

    private static ResponseEntity<ProblemDetail> later(String title, String detail) {
        var problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        problem.setTitle(title);
        problem.setDetail(detail.formatted(ASK_AGAIN.toSeconds()));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(ASK_AGAIN.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static final class NotYet extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;
    }

    private static boolean wantsCsv(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/csv");
    }
}
