package se.varjedag.app.followup.web.leadtimes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.followup.web.StepNames;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.DayHistogram;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// What the page measures: between which two points, and the answers that its figures share.
///
/// @param groups those of the selection, by the limit that holds for each
record Measured(Reading reading, MeasuringPoint from, MeasuringPoint to, Optional<Group> total, List<Group> groups) {

    static final String FROM = "start";
    static final String TO = "slut";

    static Measured of(Reading reading) {
        var from = point(reading.selection(), FROM, MeasuringPoint.SUSPICION);
        var to = point(reading.selection(), TO, MeasuringPoint.TREATMENT);
        var question = reading.selection().question().between(from, to);
        return new Measured(
                reading,
                from,
                to,
                reading.basis().answer(question.build()).total(),
                reading.basis().answer(question.by(GroupKey.LIMIT).build()).groups());
    }

    private static MeasuringPoint point(Selection selection, String name, MeasuringPoint usual) {
        return selection
                .own(name)
                .map(key -> MeasuringPoint.ofKey(key).orElseThrow(() -> Selection.unclear(name, key)))
                .orElse(usual);
    }

    /// The question of the selection between the two points.
    Question.Builder question() {
        return reading.selection().question().between(from, to);
    }

    /// Whether this is the time from suspicion to treatment, which is what the definitions limit.
    boolean whole() {
        return from == MeasuringPoint.SUSPICION && to == MeasuringPoint.TREATMENT;
    }

    /// What the newest months are said to be about.
    NewestWords newest() {
        return new NewestWords(reading.texts(), from, to);
    }

    /// Everybody who reached the end.
    DayHistogram days() {
        return total.map(Group::histogram).orElse(DayHistogram.EMPTY);
    }

    /// The one limit that the reader has set for everybody.
    OptionalInt set() {
        return reading.selection().narrowing().limit();
    }

    /// The limit that most of those who reached the end have; empty where most have none that is known.
    OptionalInt commonest() {
        if (set().isPresent()) {
            return set();
        }
        var most = groups.stream()
                .filter(group -> group.n() > 0)
                .max(Comparator.comparingLong(Group::n))
                .map(group -> group.key().getFirst())
                .orElse("");
        return most.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(most));
    }

    /// Whether everybody who reached the end has the same limit.
    boolean oneLimit() {
        return set().isPresent()
                || groups.stream().filter(group -> group.n() > 0).count() == 1;
    }

    /// Between what is measured, in words.
    String words() {
        return StepNames.first(
                reading.t("step", StepNames.point(from, reading.texts()), StepNames.point(to, reading.texts())));
    }

    /// The two lists that choose the points.
    List<SelectionForm.Field> fields() {
        return List.of(field(FROM, "lead.from", from), field(TO, "lead.to", to));
    }

    private SelectionForm.Field field(String name, String label, MeasuringPoint chosen) {
        return new SelectionForm.Field(
                name,
                reading.t(label),
                MeasuringPoint.inOrderOfCare().stream()
                        .map(point -> new SelectionForm.Option(
                                point.key(), StepNames.first(StepNames.point(point, reading.texts())), point == chosen))
                        .toList());
    }
}
