package se.varjedag.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.open.OpenAnswer;
import se.varjedag.pathway.open.OpenPublication;
import se.varjedag.pathway.trace.TracedPathways;

/// Somebody who asks every open question there is about one year, writes every figure down as an equation, and solves
/// them together.
final class Attack {

    /// The columns whose numbers add up, as an attacker knows them: counts that are sums of unknown parts.
    enum Table {
        REACHED(3),
        LEFT(1),
        WAITING(1),
        STALE(1);

        final int parts;

        Table(int parts) {
            this.parts = parts;
        }

        /// The true parts: within, over, and without a known limit; or the count alone.
        long[] truth(Group group) {
            return switch (this) {
                case REACHED ->
                    new long[] {
                        group.within(), group.withLimit() - group.within(), group.n() - group.withLimit(),
                    };
                case LEFT -> new long[] {group.left()};
                case WAITING -> new long[] {group.waiting()};
                case STALE -> new long[] {group.waitingStale()};
            };
        }

        private List<String> columns() {
            return switch (this) {
                case REACHED -> List.of("n", "with_limit", "within");
                case LEFT -> List.of("left");
                case WAITING -> List.of("waiting");
                case STALE -> List.of("waiting_stale");
            };
        }

        /// The parts that a column is the sum of.
        private List<Integer> partsOf(String column) {
            return switch (column) {
                case "n" -> List.of(0, 1, 2);
                case "with_limit" -> List.of(0, 1);
                default -> List.of(0);
            };
        }
    }

    /// A small number that is not to be known, and between what it must lie for who has solved everything.
    record Secret(String what, long truth, double least, double greatest) {
        double width() {
            return greatest - least;
        }
    }

    private final OpenPublication publication;
    private final int year;
    private final Map<List<String>, Group> truth = new HashMap<>();
    private final Map<List<String>, Integer> cells = new LinkedHashMap<>();
    private final Map<String, String> hregionOf = new HashMap<>();
    private final int every;
    private int met;
    private long fields;
    private long hiddenFields;
    private long hiddenCounts;

    /// @param every how many of the secrets are tried: one in so many
    Attack(TracedPathways traced, OpenPublication publication, int year, int every) {
        this.every = every;
        this.publication = publication;
        this.year = year;
        var keys = List.of(GroupKey.SVF, GroupKey.REGION, GroupKey.HREGION);
        for (var group : Answers.answer(traced, ofYear(keys), Optional.empty()).groups()) {
            cells.put(group.key().subList(0, 2), cells.size());
            hregionOf.put(group.key().get(1), group.key().get(2));
        }
        for (var by : questions()) {
            Answers.answer(traced, ofYear(by), Optional.empty())
                    .groups()
                    .forEach(group -> truth.put(name(by, group.key()), group));
        }
    }

    long fields() {
        return fields;
    }

    long hiddenDivisions() {
        return hiddenFields;
    }

    long hiddenCounts() {
        return hiddenCounts;
    }

    /// Every number from one to four of a table, in plain cells and sums, with what can be worked out of it.
    List<Secret> secrets(Table table) {
        int unknowns = cells.size() * table.parts;
        var bounds = new Bounds(unknowns);
        var absent = new TreeSet<>(cells.values());
        for (var by : questions()) {
            var answer = publication.answer(ofYear(by));
            for (var group : answer.groups()) {
                var line = line(answer, answer.cells(group));
                var name = name(by, group.key());
                know(bounds, table, name, line);
                if (by.equals(questions().getFirst())) {
                    absent.remove(cells.get(group.key()));
                }
            }
        }
        for (int cell : absent) {
            for (int part = 0; part < table.parts; part++) {
                var one = new double[unknowns];
                one[cell * table.parts + part] = 1;
                bounds.equal(one, 0);
            }
        }
        bounds.solve();
        var secrets = new ArrayList<Secret>();
        truth.forEach((name, group) -> {
            var parts = table.truth(group);
            long all = 0;
            for (int part = 0; part < parts.length; part++) {
                all += parts[part];
                secret(secrets, bounds, table, name, List.of(part), parts[part]);
            }
            if (parts.length > 1) {
                secret(secrets, bounds, table, name, List.of(0, 1, 2), all);
            }
        });
        return secrets;
    }

    private void secret(
            List<Secret> secrets, Bounds bounds, Table table, List<String> name, List<Integer> parts, long count) {
        if (count > 0 && count < 5 && met++ % every == 0) {
            var sum = sum(table, name, parts);
            secrets.add(new Secret(name + " " + table + parts, count, bounds.least(sum), bounds.greatest(sum)));
        }
    }

    private void know(Bounds bounds, Table table, List<String> name, Map<String, String> line) {
        var hidden = List.of(line.getOrDefault("hidden", "").split(" "));
        for (var column : table.columns()) {
            var parts = table.partsOf(column);
            var within = parts.stream().filter(part -> part < table.parts).toList();
            fields += column.equals("n") ? 1 : 0;
            if (!hidden.contains(column)) {
                bounds.equal(sum(table, name, within), Double.parseDouble(line.getOrDefault(column, "")));
            } else if (within.size() == table.parts) {
                // Where nobody is, zero is shown: so what is hidden is at least one.
                bounds.atLeast(sum(table, name, within), 1);
                hiddenCounts += column.equals("n") ? 1 : 0;
            }
            hiddenFields += column.equals("within") && hidden.contains(column) ? 1 : 0;
        }
    }

    private double[] sum(Table table, List<String> name, List<Integer> parts) {
        var factors = new double[cells.size() * table.parts];
        cells.forEach((cell, number) -> {
            var place = name.get(1);
            boolean counted = (name.get(0).isEmpty() || name.get(0).equals(cell.get(0)))
                    && (place.equals("nation")
                            || place.equals("region " + cell.get(1))
                            || place.equals("hregion " + hregionOf.get(cell.get(1))));
            for (int part : parts) {
                factors[number * table.parts + part] = counted ? 1 : 0;
            }
        });
        return factors;
    }

    private static List<List<GroupKey>> questions() {
        return List.of(
                List.of(GroupKey.SVF, GroupKey.REGION),
                List.of(GroupKey.SVF, GroupKey.HREGION),
                List.of(GroupKey.SVF),
                List.of(GroupKey.REGION),
                List.of(GroupKey.HREGION),
                List.of());
    }

    private Question ofYear(List<GroupKey> by) {
        return Question.leadTime()
                .by(by)
                .period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .build();
    }

    private static List<String> name(List<GroupKey> by, List<String> key) {
        var svf = by.contains(GroupKey.SVF) ? key.getFirst() : "";
        var place = by.contains(GroupKey.REGION)
                ? "region " + key.getLast()
                : by.contains(GroupKey.HREGION) ? "hregion " + key.getLast() : "nation";
        return List.of(svf, place);
    }

    private static Map<String, String> line(OpenAnswer answer, List<String> cells) {
        var line = new HashMap<String, String>();
        var columns = answer.columns();
        for (int i = 0; i < columns.size(); i++) {
            line.put(columns.get(i), cells.get(i));
        }
        return line;
    }
}
