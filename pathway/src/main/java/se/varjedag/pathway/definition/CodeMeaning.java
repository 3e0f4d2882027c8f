package se.varjedag.pathway.definition;

/// What a full code means: the definition's position in [Definitions#all()], what the code does there, and the national
/// suffix
/// it stands for.
public record CodeMeaning(int definition, Action action, int suffix) {}
