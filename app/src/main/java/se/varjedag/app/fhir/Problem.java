package se.varjedag.app.fhir;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/// What cannot be answered, with a sentence for who asked.
final class Problem extends RuntimeException {
    @java.io.Serial
    private static final long serialVersionUID = 1;

    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\uFFFE\uFFFF]");

    private final HttpStatus status;
    private final String issue;

    private Problem(HttpStatus status, String issue, String sentence) {
        // What was asked stands in some sentences: XML has no place for some characters, and a log none for lines.
        super(UNWRITABLE.matcher(sentence).replaceAll("\uFFFD"));
        this.status = status;
        this.issue = issue;
    }

    /// The question cannot be understood.
    static Problem notUnderstood(String sentence) {
        return new Problem(HttpStatus.BAD_REQUEST, "invalid", sentence);
    }

    /// Nothing is there, or nothing for who asked: the two are not told apart.
    static Problem notThere(String type, String id) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is no %s '%s' for you here.".formatted(type, id.substring(0, Math.min(id.length(), 64))));
    }

    /// There is no such address.
    static Problem noSuchAddress(String sentence) {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", sentence);
    }

    /// Who asks may not.
    static Problem forbidden(String sentence) {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden", sentence);
    }

    /// Data are read here and not written.
    static Problem onlyRead(String method) {
        return new Problem(
                HttpStatus.METHOD_NOT_ALLOWED,
                "not-supported",
                "%s is not answered here: data are read with GET, and searched with GET or with POST to _search. New data come in as files and messages."
                        .formatted(method));
    }

    /// No form of answer that was asked for is given here.
    static Problem notInThisForm(String asked) {
        return new Problem(
                HttpStatus.NOT_ACCEPTABLE,
                "not-supported",
                "An answer is given as application/fhir+json or application/fhir+xml, not as '%s'."
                        .formatted(asked.substring(0, Math.min(asked.length(), 100))));
    }

    /// What the page belonged to is no more as it was.
    static Problem gone(String sentence) {
        return new Problem(HttpStatus.GONE, "expired", sentence);
    }

    /// The request came by a name that this program does not know to be its own.
    static Problem notUnderThisName() {
        return new Problem(
                HttpStatus.MISDIRECTED_REQUEST,
                "not-supported",
                "This program does not know itself by the name that was asked. Who runs it tells it where others find it with VARJEDAG_URL; localhost and addresses in figures are answered without.");
    }

    /// Not now, but soon.
    static Problem later(String sentence) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "transient",
                "%s Ask again in %d seconds.".formatted(sentence, ASK_AGAIN.toSeconds()));
    }

    /// When asking again may help; empty where it will not.
    Optional<Duration> askAgain() {
        return status == HttpStatus.SERVICE_UNAVAILABLE ? Optional.of(ASK_AGAIN) : Optional.empty();
    }

    HttpStatus status() {
        return status;
    }

    /// The code of the kind of fault (FHIR's IssueType).
    String issue() {
        return issue;
    }

    /// The sentence.
    String sentence() {
        return String.valueOf(getMessage());
    }
}
