package se.varjedag.pathway.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the steps of one definition.
final class StepRows {
    private static final List<String> KEYS = List.of(
            "from",
            "to",
            "from-words",
            "to-words",
            "days",
            "treatment",
            "standing",
            "valid-from",
            "valid-to",
            "note",
            "source",
            "assumed");

    private final Fields definition;
    private final String source;

    StepRows(Fields definition, String source) {
        this.definition = definition;
        this.source = source;
    }

    List<StepAllowance> read() {
        var steps = new ArrayList<StepAllowance>();
        for (var node : definition.list("steps")) {
            var fields = definition.block(node, "steps", KEYS);
            if (fields != null) {
                steps.add(step(fields));
            }
        }
        return steps;
    }

    private StepAllowance step(Fields fields) {
        var from = point(fields, "from");
        var to = point(fields, "to");
        if (from.isPresent() && from.equals(to)) {
            fields.mistake(
                    "to",
                    new Words(
                            "Ett steg går från en punkt till en annan, inte från '"
                                    + from.get().key() + "' till sig själv",
                            "A step goes from one point to another, not from '"
                                    + from.get().key() + "' to itself"));
        }
        var valid = Period.from(fields);
        return new StepAllowance(
                from,
                to,
                fields.days("days"),
                kinds(fields),
                words(fields, "from", from),
                words(fields, "to", to),
                fields.word("standing", StepAllowance.Standing.values(), StepAllowance.Standing.ALLOWANCE),
                valid,
                Period.to(fields, valid),
                fields.words("note"),
                fields.text("source").orElse(source),
                fields.flag("assumed"));
    }

    private static Optional<MeasuringPoint> point(Fields fields, String key) {
        return fields.has(key)
                ? fields.word(fields.at(key), new Words("mätpunkt", "measuring point"), MeasuringPoint.values())
                : Optional.empty();
    }

    /// The words of the source; where the step names a measuring point they may be left out.
    private static Words words(Fields fields, String end, Optional<MeasuringPoint> point) {
        var key = end + "-words";
        if (!fields.has(key) && !fields.has(end)) {
            fields.mistake(
                    key,
                    new Words(
                            "Ett steg säger var det " + (end.equals("from") ? "börjar" : "slutar") + ". Skriv '" + end
                                    + ": first-visit', eller '" + key + ": …' för det som ingen händelse bär",
                            "A step says where it goes " + end + ". Write '" + end + ": first-visit', or '" + key
                                    + ": …' for what no event carries"));
        }
        if (fields.has(key) || point.isEmpty()) {
            return fields.words(key).orElse(new Words("", ""));
        }
        return new Words(point.get().word(Language.SV), point.get().word(Language.EN));
    }

    private static Set<TreatmentKind> kinds(Fields fields) {
        var kinds = EnumSet.noneOf(TreatmentKind.class);
        for (var node : fields.list("treatment")) {
            fields.word(node, Words.same("treatment"), TreatmentKind.values()).ifPresent(kinds::add);
        }
        return kinds;
    }
}
