package se.varjedag.pathway.definition;

import java.util.List;
import java.util.stream.Collectors;

/// Thrown when definition files hold mistakes; lists every one of them.
public final class InvalidDefinitions extends RuntimeException {
    private final transient List<Mistake> mistakes;

    InvalidDefinitions(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /// Every mistake, by file, line and column.
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
