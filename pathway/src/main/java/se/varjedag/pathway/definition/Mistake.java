package se.varjedag.pathway.definition;

/// One mistake in a definition file: where it is, what is wrong and what to write instead. Lines and columns count from
/// 1.
public record Mistake(String file, int line, int column, Words text) {
    /// The place and what to write instead, in the language asked for.
    public String in(Language language) {
        return file + ":" + line + ":" + column + ": " + text.in(language);
    }

    @Override
    public String toString() {
        return in(Language.EN);
    }
}
