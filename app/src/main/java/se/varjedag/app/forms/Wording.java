package se.varjedag.app.forms;

import se.varjedag.pathway.definition.Language;

/// A text in the languages of a form.
///
/// @param easy easy Swedish; empty where the Swedish text is plain enough
public record Wording(String swedish, String english, String easy) {
    static final Wording NONE = new Wording("", "", "");

    /// The text in a language.
    ///
    /// @param plain whether easy Swedish is asked for
    public String in(Language language, boolean plain) {
        return switch (language) {
            case SV -> plain && !easy.isEmpty() ? easy : swedish;
            case EN -> english.isEmpty() ? swedish : english;
        };
    }
}
