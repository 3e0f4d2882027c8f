package se.varjedag.app.access.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.LogReviews.Review;
import se.varjedag.app.access.LogReviews.Selected;
import se.varjedag.app.access.LogSearch;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.web.Texts;

/// The access log as a page: what was looked for, what was found, and the reviews.
///
/// @param found   how many lines were found, in words
/// @param earlier address of the page before, and `later` of the one after; null at the ends
/// @param scope   whose log it is, in words
public record LogPage(
        Asked asked,
        List<Choice> actions,
        String scope,
        String found,
        List<Row> rows,
        @Nullable String earlier,
        @Nullable String later,
        List<ReviewRow> reviews) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int SHOWN_OF_PSEUDONYM = 8;

    public LogPage {
        actions = List.copyOf(actions);
        rows = List.copyOf(rows);
        reviews = List.copyOf(reviews);
    }

    /// What the form holds.
    public record Asked(LocalDate from, LocalDate to, String who, String patient, String action, boolean refused) {}

    /// One of the actions to choose from.
    public record Choice(String key, String text, boolean chosen) {}

    /// One line in words.
    ///
    /// @param says how the line is marked: `wrong` when it was refused
    public record Row(
            String number,
            String at,
            String who,
            String as,
            String action,
            String what,
            String why,
            String patient,
            String unit,
            String origin,
            @Nullable String says,
            String outcome,
            String reason) {}

    /// One review in words.
    public record ReviewRow(
            String path, String made, String days, String assignedTo, String lines, String state, boolean signed) {}

    static List<Choice> actions(String chosen, Texts texts) {
        return Arrays.stream(LogEntry.Action.values())
                .map(action -> new Choice(
                        action.key(),
                        texts.text("log.action." + action.key()),
                        action.key().equals(chosen)))
                .toList();
    }

    static Row row(LogSearch.Line line, Texts texts, UnaryOperator<String> places) {
        return row(line, "", texts, places);
    }

    static Row row(Selected selected, Texts texts, UnaryOperator<String> places) {
        return row(selected.line(), texts.text("log.reason." + selected.reason()), texts, places);
    }

    private static Row row(LogSearch.Line line, String reason, Texts texts, UnaryOperator<String> places) {
        var entry = line.entry();
        var role = entry.byItself()
                ? texts.text("log.itself")
                : entry.role().isEmpty() ? texts.text("log.nobody") : texts.text("role." + entry.role());
        return new Row(
                texts.formats().whole(line.number()),
                moment(entry.at()),
                entry.name().isEmpty() ? entry.who() : entry.name(),
                entry.place().isEmpty() ? role : role + " · " + places.apply(entry.place()),
                texts.text("log.action." + entry.action().key()),
                entry.what(),
                why(entry, texts),
                entry.person().map(LogPage::shortened).orElse(""),
                entry.unit().isEmpty() ? "" : places.apply(entry.unit()),
                entry.origin(),
                entry.allowed() ? null : "wrong",
                texts.text(entry.allowed() ? "log.allowed" : "log.refused"),
                reason);
    }

    /// What the program itself gave as a reason, in the reader's words; what a person wrote, as it was written, also
    /// when it is one of the program's own.
    private static String why(LogEntry entry, Texts texts) {
        var written = entry.why();
        if (entry.action() == LogEntry.Action.CHOICE || entry.action() == LogEntry.Action.EMERGENCY) {
            return written;
        }
        int end = written.indexOf(": ");
        var key = "log.why." + (end < 0 ? written : written.substring(0, end));
        return texts.has(key) ? texts.text(key) + (end < 0 ? "" : written.substring(end)) : written;
    }

    /// The beginning of a pseudonym: enough to tell rows apart.
    static String shortened(UUID person) {
        return person.toString().substring(0, SHOWN_OF_PSEUDONYM);
    }

    static ReviewRow review(Review review, Texts texts) {
        var signed = review.signed().isPresent();
        return new ReviewRow(
                "/logg/granskning/" + review.id(),
                moment(review.made()),
                review.from() + " – " + review.to(),
                review.assignedTo(),
                texts.formats().whole(review.lines()),
                signed
                        ? texts.text(
                                "log.review.signed",
                                review.signedBy(),
                                moment(review.signed().orElseThrow()))
                        : texts.text("log.review.waits"),
                signed);
    }

    /// A moment as the clock on the wall says it in Sweden.
    static String moment(Instant at) {
        return MOMENT.format(at.atZone(Sweden.TIME));
    }
}
