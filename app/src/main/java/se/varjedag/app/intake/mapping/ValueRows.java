package se.varjedag.app.intake.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.timeline.ClinicalValue.Kind;

/// Reads the rows of mapping files that say which resources carry clinical values, and finds every mistake in them.
final class ValueRows {
    private static final Set<String> KEYS = Set.of(
            "in",
            "code",
            "category",
            "kind",
            "item",
            "date",
            "until",
            "measure",
            "units",
            "lowest",
            "highest",
            "whole",
            "licence",
            "words",
            "source");
    private static final Pattern ITEM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Consumer<String> mistakes;
    private final BiFunction<MappingFile, String, List<CodePattern>> patterns;
    private final List<ValueRow> rows = new ArrayList<>();
    private final Map<String, List<CodePattern>> reasons = new LinkedHashMap<>();

    ValueRows(Consumer<String> mistakes, BiFunction<MappingFile, String, List<CodePattern>> patterns) {
        this.mistakes = mistakes;
        this.patterns = patterns;
    }

    void file(MappingFile file) {
        file.rows("values").forEach(row -> row(row).ifPresent(rows::add));
        file.below("reasons")
                .ifPresent(block -> block.names()
                        .forEach(why -> reasons.computeIfAbsent(why, _ -> new ArrayList<>())
                                .addAll(patterns.apply(block, why))));
    }

    ValueMapping mapping() {
        return new ValueMapping(rows, reasons);
    }

    private Optional<ValueRow> row(MappingFile row) {
        row.only(KEYS);
        var kind = Arrays.stream(Kind.values())
                .filter(one -> one.key().equals(row.text("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            row.mistake(
                    "kind",
                    "'%s' is no kind of value. Write one of %s."
                            .formatted(
                                    row.text("kind"),
                                    Arrays.stream(Kind.values()).map(Kind::key).toList()));
            return Optional.empty();
        }
        if (row.texts("in").isEmpty() || row.texts("date").isEmpty()) {
            row.mistake("kind", "the row does not say where to look, or what gives the day. Write 'in' and 'date'.");
        }
        if (row.texts("code").isEmpty() && row.texts("category").isEmpty()) {
            row.mistake("kind", "the row asks for neither code nor category, so everything would fit. Write one.");
        }
        var item = row.text("item");
        if (!ITEM.matcher(item).matches()) {
            row.mistake("item", "'%s' is no name of an item. Write it as 'psa' or 'm-protein'.".formatted(item));
        }
        return Optional.of(new ValueRow(
                row.at(),
                Set.copyOf(row.texts("in")),
                patterns.apply(row, "code"),
                patterns.apply(row, "category"),
                kind.get(),
                item,
                row.texts("date"),
                row.texts("until"),
                row.text("measure"),
                units(row),
                number(row, "lowest"),
                number(row, "highest"),
                row.text("whole").equals("true"),
                row.text("licence").equals("true")));
    }

    private Map<String, Double> units(MappingFile row) {
        Map<String, Double> units = new LinkedHashMap<>();
        row.below("units").ifPresent(block -> {
            for (var unit : block.names()) {
                var factor = number(block, unit);
                if (factor != null && factor > 0) {
                    units.put(unit, factor);
                } else {
                    block.mistake(unit, "a number that is multiplied by comes after the unit, such as 'g/dL: 10'.");
                }
            }
        });
        return units;
    }

    private static @Nullable Double number(MappingFile row, String key) {
        if (!row.has(key)) {
            return null;
        }
        try {
            return Double.valueOf(row.text(key));
        } catch (NumberFormatException _) {
            row.mistake(key, "'%s' is no number.".formatted(row.text(key)));
            return null;
        }
    }

    /// Two rows that the same code fits would leave it to chance which of them counts.
    void doubled() {
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                if (rows.get(i).doubles(rows.get(j))) {
                    mistakes.accept("%s: the same code stands already in %s. Keep one of them."
                            .formatted(rows.get(j).at(), rows.get(i).at()));
                }
            }
        }
    }
}
