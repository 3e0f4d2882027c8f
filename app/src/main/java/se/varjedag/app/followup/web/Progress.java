package se.varjedag.app.followup.web;

import java.util.Optional;
import se.varjedag.app.timeline.Loading;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.pathway.definition.Language;

/// What is being loaded, as a line above the page.
///
/// @param width how far it has come, as a length
public record Progress(String words, String width) {

    static Optional<Progress> of(Loading loading, Texts texts) {
        if (!loading.goingOn()) {
            return Optional.empty();
        }
        var formats = texts.formats();
        var what = texts.language() == Language.SV ? loading.swedish() : loading.english();
        var words = loading.of() > 0
                ? texts.text("progress.of", what, formats.whole(loading.done()), formats.whole(loading.of()))
                : texts.text("progress", what);
        return Optional.of(new Progress(words, Bar.length(loading.percent(), 100)));
    }
}
