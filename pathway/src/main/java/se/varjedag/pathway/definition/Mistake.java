package se.varjedag.pathway.definition;

/// One mistake in a definition file: where it is, what is wrong and what to write instead. Lines and columns count from
/// 1.
public record Mistake(String file, int line, int column, String text) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + text;
    }
}
