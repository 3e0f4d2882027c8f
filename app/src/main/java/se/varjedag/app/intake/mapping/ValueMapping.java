package se.varjedag.app.intake.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which codes of the care systems carry which clinical values of the overview.
public final class ValueMapping {
    private final List<ValueRow> rows;
    private final Map<String, List<CodePattern>> reasons;
    private final Set<String> kinds = new HashSet<>();

    ValueMapping(List<ValueRow> rows, Map<String, List<CodePattern>> reasons) {
        this.rows = List.copyOf(rows);
        this.reasons = Map.copyOf(reasons);
        rows.forEach(row -> kinds.addAll(row.kinds()));
    }

    /// Whether any row asks for this type of resource.
    public boolean knows(String kind) {
        return kinds.contains(kind);
    }

    /// The row that fits; no two do.
    public Optional<ValueRow> row(String kind, List<Coding> codes, List<Coding> categories) {
        return rows.stream()
                .filter(row -> row.kinds().contains(kind) && row.fits(codes, categories))
                .findFirst();
    }

    /// The row of an instrument that others own, by its item; empty where there is none.
    public Optional<ValueRow> licensed(String item) {
        return rows.stream()
                .filter(row -> row.licence() && row.item().equals(item))
                .findFirst();
    }

    /// The instruments that others own.
    public List<String> licensed() {
        return rows.stream()
                .filter(ValueRow::licence)
                .map(ValueRow::item)
                .sorted()
                .toList();
    }

    /// What this program calls the reason that a treatment stopped; empty where no code of it is known.
    public Optional<String> reason(List<Coding> codes) {
        return reasons.entrySet().stream()
                .filter(one -> codes.stream()
                        .anyMatch(coding -> one.getValue().stream().anyMatch(pattern -> pattern.fits(coding))))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
