package se.varjedag.pathway.definition;

/// One text in both languages.
public record Words(String sv, String en) {
    /// A text that is the same in both languages.
    static Words same(String text) {
        return new Words(text, text);
    }

    /// This sentence and the next one.
    Words then(Words next) {
        return new Words(sv + " " + next.sv, en + " " + next.en);
    }

    /// The text in the language asked for.
    public String in(Language language) {
        return switch (language) {
            case SV -> sv;
            case EN -> en;
        };
    }
}
