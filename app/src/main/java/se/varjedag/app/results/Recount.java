package se.varjedag.app.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.varjedag.app.results.Issue.Frozen;

/// Counts a frozen issue again: as known at its moment, which gives the same digits by the same definitions and
/// program, and as known now; and lists every figure that differs with its cause.
@Component
public class Recount {
    private final Figures figures;

    Recount(Figures figures) {
        this.figures = figures;
    }

    /// Why a figure is another.
    public enum Cause {
        /// The definitions, or the expected cases, are others.
        DEFINITIONS,
        /// The program is another.
        PROGRAM,
        /// What was erased since by rules of retention is gone from the log.
        ERASED,
        /// It came late, or was corrected.
        LATE
    }

    /// A figure that differs; a value that is not defined is empty.
    ///
    /// @param figure   the diagnosis and place, or the indicator
    /// @param period   `now`, `before`, `inclusion` or `indicator`
    /// @param name     which number of it
    /// @param frozen   as it was frozen
    /// @param then     counted again as known at the moment
    /// @param nowKnown as known now
    public record Differs(
            String figure,
            String period,
            String name,
            String frozen,
            String then,
            String nowKnown,
            List<Cause> causes) {
        public Differs {
            causes = List.copyOf(causes);
        }
    }

    /// How it came out.
    ///
    /// @param identical whether the same digits came out as known at the moment
    /// @param seal      of what came out as known at the moment
    public record Result(boolean identical, String seal, List<Differs> differences, int compared) {
        public Result {
            differences = List.copyOf(differences);
        }
    }

    /// Counts it again.
    public Result of(Issue issue, Frozen frozen) {
        var then = figures.asKnownThen(issue);
        var text = ContentJson.write(issue, then);
        var definitions = figures.fingerprint();
        var program = Seal.program();
        var first = values(ContentJson.read(frozen.content()));
        var again = values(then);
        var late = values(figures.asKnownNow(issue, then.countedTo()));
        var names = new TreeMap<>(first);
        names.putAll(again);
        names.putAll(late);
        var differences = new ArrayList<Differs>();
        for (var name : names.keySet()) {
            var was = first.getOrDefault(name, "");
            var same = again.getOrDefault(name, "");
            var is = late.getOrDefault(name, "");
            var causes = new ArrayList<Cause>();
            if (!was.equals(same)) {
                causes.add(cause(frozen, definitions, program));
            }
            if (!same.equals(is)) {
                causes.add(Cause.LATE);
            }
            if (!causes.isEmpty()) {
                differences.add(new Differs(name.figure(), name.period(), name.name(), was, same, is, causes));
            }
        }
        return new Result(
                text.equals(frozen.content()),
                Seal.of(text, definitions, program, issue.knownAt()),
                differences,
                names.size());
    }

    private static Cause cause(Frozen frozen, String definitions, String program) {
        if (!frozen.definitions().equals(definitions)) {
            return Cause.DEFINITIONS;
        }
        return frozen.program().equals(program) ? Cause.ERASED : Cause.PROGRAM;
    }

    private record Name(String figure, String period, String name) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int order = figure.compareTo(other.figure);
            order = order == 0 ? other.period.compareTo(period) : order;
            return order == 0 ? name.compareTo(other.name) : order;
        }
    }

    /// Every figure as it is written, by its name. Those that nobody can count again are left out.
    private static Map<Name, String> values(Content content) {
        var all = new TreeMap<Name, String>();
        for (var line : content.figures()) {
            put(all, line.key(), "now", line.now());
            put(all, line.key(), "before", line.before());
        }
        content.included().forEach(one -> {
            all.put(new Name(one.key(), "inclusion", "included"), String.valueOf(one.included()));
            all.put(new Name(one.key(), "inclusion", "cases"), written(ContentJson.value(one.cases())));
        });
        content.indicators().stream().filter(Content.Indicated::again).forEach(one -> {
            all.put(
                    new Name(one.id(), "indicator", "within"),
                    String.valueOf(one.share().numerator()));
            all.put(
                    new Name(one.id(), "indicator", "n"),
                    String.valueOf(one.share().denominator()));
        });
        return all;
    }

    private static void put(Map<Name, String> all, String key, String period, Counts counts) {
        ContentJson.figures(counts).forEach((name, value) -> all.put(new Name(key, period, name), written(value)));
        all.put(new Name(key, period, "days"), Objects.toString(counts.days(), ""));
    }

    private static String written(@Nullable Object value) {
        return value instanceof Number number ? Canonical.number(number) : "";
    }
}
