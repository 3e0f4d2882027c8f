package se.varjedag.app.careplan.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import se.varjedag.app.careplan.ClosingLetters;
import se.varjedag.app.careplan.ClosingLetters.Letter;
import se.varjedag.app.careplan.ClosingLetters.Part;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.web.Texts;

/// One paragraph of a closing letter as it is shown.
///
/// @param sort heading, text, item or own
/// @param lang of its words where they are another language than the rest; null otherwise
/// @param fresh whether the version before had it not
public record LetterLine(
        String sort,
        String words,
        @org.jspecify.annotations.Nullable String lang,
        boolean fresh) {

    static List<LetterLine> of(List<Part> parts, List<String> added, boolean english) {
        return parts.stream()
                .map(part -> new LetterLine(
                        part.sort().name().toLowerCase(java.util.Locale.ROOT),
                        part.words(),
                        english && part.sort() == Part.Sort.OWN ? "sv" : null,
                        added.contains(part.words())))
                .toList();
    }

    /// A version in the language of its reader.
    static List<LetterLine> of(ClosingLetters letters, Letter letter, Plain words) {
        var language = LetterText.of(words);
        return of(
                letters.words(letter, language),
                letters.added(letter, language),
                language == ClosingLetters.Language.EN);
    }

    /// Who signed it, where and when, with its number and version.
    static String signed(Letter letter, Plain words, UnaryOperator<String> units) {
        Texts texts = words.texts();
        return words.t(
                "mvp.letter.signed",
                letter.by(),
                units.apply(letter.unit()),
                words.day(letter.at().atZone(Sweden.TIME).toLocalDate(), LocalDate.EPOCH),
                texts.formats().whole(letter.number()),
                letter.version());
    }
}
