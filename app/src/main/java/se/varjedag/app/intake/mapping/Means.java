package se.varjedag.app.intake.mapping;

import java.util.Map;
import java.util.Optional;
import se.varjedag.pathway.definition.EndCode;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.TreatmentKind;

/// What a code stands for in the log.
public sealed interface Means {
    /// The code that was sent is itself the code of an event: KVÅ chapter V.
    record ItsOwnCode() implements Means {}

    /// The person has died.
    record Died() implements Means {}

    /// A measuring point of the sub-processes, which has no national code.
    record SubProcess(MeasuringPoint point) implements Means {}

    /// A code with this national suffix.
    record Suffix(int suffix) implements Means {}

    /// The ends that a treatment resource may stand for.
    Map<TreatmentKind, Integer> TREATMENTS = Map.of(
            TreatmentKind.SURGERY, 50,
            TreatmentKind.DRUG, 52,
            TreatmentKind.RADIOTHERAPY, 54,
            TreatmentKind.PALLIATIVE, 58,
            TreatmentKind.OTHER, 59,
            TreatmentKind.EXPECTANCY, 60);

    /// Reads `code`, `died`, the name of a measuring point, or `treatment` and its kind.
    static Optional<Means> of(String text) {
        if (text.equals("code")) {
            return Optional.of(new ItsOwnCode());
        }
        if (text.equals(EndCode.DIED)) {
            return Optional.of(new Died());
        }
        var words = text.split(" ", 2);
        if (words.length == 2 && words[0].equals("treatment")) {
            return TreatmentKind.ofKey(words[1]).map(TREATMENTS::get).map(Suffix::new);
        }
        return MeasuringPoint.ofKey(text).flatMap(Means::of);
    }

    private static Optional<Means> of(MeasuringPoint point) {
        if (point.subProcess()) {
            return Optional.of(new SubProcess(point));
        }
        for (int suffix = 0; suffix < 100; suffix++) {
            if (MeasuringPoint.ofSuffix(suffix) == point) {
                return Optional.of(new Suffix(suffix));
            }
        }
        return Optional.empty();
    }
}
