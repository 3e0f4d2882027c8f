package se.varjedag.pathway.definition;

/// What a full code means: the definition's position in [Definitions#all()], what the code does there, and the
/// national suffix it stands for (-1 for a code that only marks the extended track).
public record CodeMeaning(int definition, Action action, int suffix) {

    static CodeMeaning of(int definition, int suffix) {
        return new CodeMeaning(definition, suffix < 0 ? Action.EXTENDED : Action.ofSuffix(suffix), suffix);
    }
}
