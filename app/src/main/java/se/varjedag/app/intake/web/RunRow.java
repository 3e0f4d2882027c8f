package se.varjedag.app.intake.web;

import java.time.Duration;
import se.varjedag.app.intake.ImportRun;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Language;

/// One file that was read in, in words.
///
/// @param says      how its state is marked: `better`, `wrong`, `late` or `open`
/// @param rejected  how many rows could not be used; the link leads to them
/// @param outcome   what became of it, as a sentence
public record RunRow(
        String path,
        String file,
        String by,
        String started,
        String took,
        String state,
        String says,
        String read,
        String accepted,
        String known,
        String rejected,
        boolean hasRejects,
        boolean running,
        String outcome) {

    static RunRow of(ImportRun run, Texts texts) {
        var formats = texts.formats();
        var state = switch (run.state()) {
            case RUNNING -> "running";
            case DONE -> "done";
            case FAILED -> "failed";
            case INTERRUPTED -> "interrupted";
        };
        var says = switch (run.state()) {
            case RUNNING -> "open";
            case DONE -> run.rejected() == 0 ? "better" : "late";
            case FAILED, INTERRUPTED -> "wrong";
        };
        var took = run.ended()
                .map(ended -> Duration.between(run.started(), ended))
                .map(time -> time.toSeconds() < 1
                        ? texts.text("data.took.short")
                        : texts.text("data.took", formats.whole(time.toSeconds())))
                .orElse("–");
        return new RunRow(
                "/data/" + run.id(),
                run.file(),
                run.by(),
                formats.moment(run.started()),
                took,
                texts.text("data.state." + state),
                says,
                formats.whole(run.read()),
                formats.whole(run.accepted()),
                formats.whole(run.duplicates()),
                formats.whole(run.rejected()),
                run.rejected() > 0,
                run.state() == ImportRun.State.RUNNING,
                texts.language() == Language.SV ? run.swedish() : run.english());
    }
}
