package se.varjedag.pathway.definition;

/// One text in both languages.
public record Words(String sv, String en) {

    /// The text in the language asked for.
    public String in(Language language) {
        return switch (language) {
            case SV -> sv;
            case EN -> en;
        };
    }
}
