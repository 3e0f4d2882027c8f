package se.varjedag.app.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.intake.PageOf;
import se.varjedag.app.intake.RejectedRow;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.pathway.definition.Language;

/// One file: what became of it, and every row that could not be used, with its reason.
///
/// @param width    how far the reading has come, while it goes on
/// @param previous address of the page before; null on the first
/// @param next     address of the page after; null on the last
public record RunPage(
        RunRow run,
        String progress,
        String width,
        List<Reject> rejects,
        String where,
        @Nullable String previous,
        @Nullable String next) {

    public RunPage {
        rejects = List.copyOf(rejects);
    }

    /// One row that could not be used.
    public record Reject(String line, String column, String value, String reason) {}

    static RunPage of(RunRow run, int percent, PageOf<RejectedRow> rejects, Texts texts) {
        var formats = texts.formats();
        var rows = rejects.rows().stream()
                .map(row -> new Reject(
                        formats.whole(row.line()),
                        row.column(),
                        row.value().isEmpty() ? texts.text("data.empty") : row.value(),
                        texts.language() == Language.SV ? row.swedish() : row.english()))
                .toList();
        var address = run.path() + "?sida=";
        return new RunPage(
                run,
                texts.text("data.reading", formats.percent(percent / 100.0, 0)),
                Bar.length(percent, 100),
                rows,
                texts.text("data.page", rejects.number(), rejects.pages(), formats.whole(rejects.total())),
                rejects.number() > 1 ? address + (rejects.number() - 1) : null,
                rejects.number() < rejects.pages() ? address + (rejects.number() + 1) : null);
    }
}
