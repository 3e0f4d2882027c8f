package se.varjedag.app.intake.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.trace.Finding;
import se.varjedag.pathway.trace.Findings;

/// The page of data: the files, and what is wrong in the registration, by kind and by unit.
///
/// @param maySend whether the reader may read in a file
/// @param total   how many findings there are
/// @param units   the units with most findings
public record DataPage(
        boolean maySend, List<RunRow> runs, String total, List<KindRow> kinds, List<UnitRow> units, String otherUnits) {

    private static final int MOST_UNITS = 20;

    public DataPage {
        runs = List.copyOf(runs);
        kinds = List.copyOf(kinds);
        units = List.copyOf(units);
    }

    /// One kind of fault, with what to do about it.
    public record KindRow(String fault, String remedy, String rule, String count) {}

    /// One unit.
    public record UnitRow(String name, String most, String count) {}

    static DataPage of(boolean maySend, List<RunRow> runs, Findings findings, Units names, Texts texts) {
        var formats = texts.formats();
        var kinds = findings.byKind().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Finding.Kind, Long> entry) ->
                                !entry.getKey().toBeMended())
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder())))
                .map(entry -> new KindRow(
                        entry.getKey().fault(texts.language()),
                        entry.getKey().remedy(texts.language()),
                        String.valueOf(entry.getKey().rule()),
                        formats.whole(entry.getValue())))
                .toList();
        var units = new ArrayList<UnitRow>();
        var sorted = findings.listed()
                ? findings.byUnit().entrySet().stream()
                        .filter(entry -> sum(entry) > 0)
                        .sorted(Comparator.comparingLong(
                                        (Map.Entry<String, Map<Finding.Kind, Long>> entry) -> -sum(entry))
                                .thenComparing(Map.Entry::getKey))
                        .toList()
                : List.<Map.Entry<String, Map<Finding.Kind, Long>>>of();
        for (var entry : sorted.subList(0, Math.min(MOST_UNITS, sorted.size()))) {
            var most = entry.getValue().entrySet().stream()
                    .filter(kind -> kind.getKey().toBeMended())
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();
            units.add(new UnitRow(
                    entry.getKey().isEmpty() ? texts.text("data.nounit") : names.name(entry.getKey()),
                    most.getKey().fault(texts.language()),
                    formats.whole(sum(entry))));
        }
        var others = sorted.size() - units.size();
        return new DataPage(
                maySend,
                runs,
                formats.whole(sum(findings.byKind())),
                kinds,
                units,
                others > 0 ? texts.text("data.otherunits", formats.whole(others)) : "");
    }

    private static long sum(Map.Entry<String, Map<Finding.Kind, Long>> unit) {
        return sum(unit.getValue());
    }

    /// Those that somebody should look into.
    private static long sum(Map<Finding.Kind, Long> kinds) {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getKey().toBeMended())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
