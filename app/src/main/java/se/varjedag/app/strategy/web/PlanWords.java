package se.varjedag.app.strategy.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Measures;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.strategy.Statement;
import se.varjedag.app.strategy.Status;
import se.varjedag.app.web.Texts;

/// Activities in the words of a reader.
public final class PlanWords {
    private static final List<String> SOURCE_WORDS = List.of(
            "seed 001", "seed 003", "row", "bullet", "dash", "paragraph", "sentence", "part", "promise", "area");

    private final Texts texts;
    private final LocalDate today;
    private final Map<UUID, Statement> statements;

    PlanWords(Texts texts, LocalDate today, List<Statement> promises, List<Statement> areas) {
        this.texts = texts;
        this.today = today;
        this.statements = Stream.concat(promises.stream(), areas.stream())
                .collect(Collectors.toMap(Statement::id, Function.identity()));
    }

    /// An activity in finished words.
    ///
    /// @param tone  what its tag says beside words: `better`, `late`, `chosen`, `open`, or nothing
    /// @param aged  that nothing of it was written for long; empty otherwise
    /// @param line  how it stands, in one line
    public record Row(
            long id,
            String path,
            String title,
            String details,
            String area,
            String promise,
            String development,
            String owner,
            String regions,
            String period,
            Status on,
            String status,
            String tone,
            String line,
            String aged,
            String measure) {}

    Row row(Activity one) {
        var content = one.content();
        var on = one.on(today);
        return new Row(
                one.id(),
                "/plan/aktivitet/" + one.id(),
                content.title(),
                content.details(),
                content.area(),
                numbered(content.promise()),
                numbered(content.development()),
                content.owner(),
                regions(content.regions()),
                period(content.from(), content.to()),
                on,
                status(on),
                tone(on),
                line(one),
                one.ages(today) ? texts.text("strategy.aged", one.daysUntouched(today)) : "",
                content.indicator().isEmpty() ? "" : measure(content.indicator()));
    }

    String status(Status status) {
        return texts.text("strategy.status." + status.key());
    }

    static String tone(Status status) {
        return switch (status) {
            case DONE -> "better";
            case LATE -> "late";
            case UNDER_WAY -> "chosen";
            case PLANNED -> "";
            case PAUSED, DROPPED, UNKNOWN -> "open";
        };
    }

    /// How it stands, who said so and when; and that its last day has passed.
    String line(Activity one) {
        var said = one.said();
        if (one.lateByDates(today)) {
            var last = one.content().to().map(texts.formats()::date).orElse("");
            return said.signed()
                    .map(signed -> texts.text("strategy.line.late", last, status(said.status()), signed(signed)))
                    .orElseGet(() -> texts.text("strategy.line.late.unknown", last));
        }
        return said.signed()
                .map(signed -> said.words().isEmpty() ? signed(signed) : said.words() + " · " + signed(signed))
                .orElseGet(() -> texts.text("strategy.line.unknown"));
    }

    /// Who and which day.
    String signed(Signed signed) {
        return texts.text(
                "strategy.signed",
                signed.name(),
                texts.formats().moment(signed.at()).substring(0, 10));
    }

    String moment(Signed signed) {
        return texts.text("strategy.signed", signed.name(), texts.formats().moment(signed.at()));
    }

    String period(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isEmpty() && to.isEmpty()) {
            return texts.text("strategy.period.none");
        }
        return from.map(LocalDate::toString).orElse("") + "–"
                + to.map(LocalDate::toString).orElse("");
    }

    /// The number and name of a promise or an area; empty where none is named.
    String numbered(Optional<UUID> id) {
        return id.map(statements::get).map(PlanWords::numbered).orElse("");
    }

    static String numbered(Statement one) {
        return one.number() + " " + one.name();
    }

    static String regions(List<String> codes) {
        return codes.stream().map(Regions::name).collect(Collectors.joining(", "));
    }

    /// Where something was read, in the reader's words: `seed 003, row 1, bullet 2` is row 1, point 2 of the action
    /// plan.
    static String source(String written, Texts texts) {
        var text = written;
        for (var word : SOURCE_WORDS) {
            text = text.replace(word, texts.text("strategy.source." + word.replace(' ', '-')));
        }
        return text;
    }

    /// The name of what is to be moved.
    String measure(String key) {
        return Measures.page(key).isEmpty() ? key : texts.text("strategy.measure." + key);
    }
}
