package se.varjedag.pathway.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/// Collects the mistakes of many files, so that the reader never stops at the first.
final class Mistakes {
    private final List<Mistake> found = new ArrayList<>();

    void add(String file, int line, int column, Words text) {
        found.add(new Mistake(file, line, column, text));
    }

    void add(String file, Node at, Words text) {
        add(file, at.getStartMark(), text);
    }

    void add(String file, Optional<Mark> at, Words text) {
        add(file, at.map(Mark::getLine).orElse(0) + 1, at.map(Mark::getColumn).orElse(0) + 1, text);
    }

    void add(Origin at, Words text) {
        add(at.file(), at.line(), at.column(), text);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidDefinitions(found.stream()
                    .sorted(Comparator.comparing(Mistake::file)
                            .thenComparingInt(Mistake::line)
                            .thenComparingInt(Mistake::column)
                            .thenComparing(Mistake::toString))
                    .distinct()
                    .toList());
        }
    }
}
