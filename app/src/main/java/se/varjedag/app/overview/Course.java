package se.varjedag.app.overview;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.coordination.Standing;
import se.varjedag.app.overview.Content.Need;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.ClinicalValue;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.State;
import se.varjedag.pathway.definition.TreatmentKind;

/// One patient's course as the reader may see it: the values, the pathways, and what follows from them.
///
/// @param values the oldest first; of a drug told twice for one day, what was typed stands before a feed
public record Course(Content content, List<ClinicalValue> values, List<Standing> pathways, LocalDate today) {
    /// A drug that goes on and of which nothing was heard for so many days may have stopped.
    private static final int SILENT = 120;

    private static final String IMAGING = "imaging";

    public Course {
        values = List.copyOf(values);
        pathways = List.copyOf(pathways);
    }

    /// The course of these values and pathways.
    public static Course of(Contents contents, List<ClinicalValue> values, List<Standing> pathways, LocalDate today) {
        var definition = pathways.reversed().stream()
                .filter(one -> one.end().isEmpty() || one.treatment().isPresent())
                .findFirst()
                .or(() -> pathways.stream().reduce((_, last) -> last))
                .map(one -> one.line().definition().id())
                .orElse("");
        var content = definition.isEmpty() ? contents.ofValues(values) : contents.of(definition);
        return new Course(content, oneOfEachDrug(values), pathways, today);
    }

    private static List<ClinicalValue> oneOfEachDrug(List<ClinicalValue> values) {
        record Drug(String item, String text, LocalDate day) {}
        var drugs = new LinkedHashMap<Drug, ClinicalValue>();
        var all = new ArrayList<ClinicalValue>();
        for (var value : values) {
            if (value.fact().kind() == Kind.TREATMENT) {
                var fact = value.fact();
                drugs.merge(
                        new Drug(fact.item(), fact.text(), fact.day()),
                        value,
                        (before, after) ->
                                before.origin() == Origin.TYPED && after.origin() != Origin.TYPED ? before : after);
            } else {
                all.add(value);
            }
        }
        all.addAll(drugs.values());
        all.sort(Comparator.comparing(value -> value.fact().day()));
        return all;
    }

    /// The facts of one kind, the oldest first.
    public List<Fact> of(Kind kind) {
        return values.stream()
                .map(ClinicalValue::fact)
                .filter(fact -> fact.kind() == kind)
                .toList();
    }

    /// The newest value of an item that has come; empty where there is none.
    public Optional<ClinicalValue> newest(String item) {
        return values.reversed().stream()
                .filter(value -> value.fact().state() == State.DONE && isOf(value.fact(), item))
                .findFirst();
    }

    /// An answer that is waited for; empty where none is.
    public Optional<ClinicalValue> awaited(String item) {
        return values.reversed().stream()
                .filter(value -> value.fact().state() == State.AWAITED && isOf(value.fact(), item))
                .findFirst();
    }

    private static boolean isOf(Fact fact, String item) {
        return item.equals(IMAGING) ? fact.kind() == Kind.IMAGING : fact.item().equals(item);
    }

    /// How old a value is, in whole days.
    public long age(ClinicalValue value) {
        return Math.max(0, ChronoUnit.DAYS.between(value.fact().day(), today));
    }

    /// Whether there is a value of what the next decision needs, young enough.
    public boolean has(Need need) {
        return newest(need.item())
                .filter(value -> need.days() == 0 || age(value) <= need.days())
                .isPresent();
    }

    /// Whether the drugs that were reported can be all of them: none is reported though treatment with drugs began,
    /// one ended and nobody said why, or one goes on and nothing was heard of it.
    public boolean drugsIncomplete() {
        var drugs = values.stream()
                .filter(value -> value.fact().kind() == Kind.TREATMENT)
                .toList();
        boolean began = pathways.stream().anyMatch(one -> one.treatment().equals(Optional.of(TreatmentKind.DRUG)));
        return (began && drugs.isEmpty()) || drugs.stream().anyMatch(this::openQuestion);
    }

    /// Whether something about a drug has still to be said.
    public boolean openQuestion(ClinicalValue drug) {
        var until = drug.fact().until();
        if (until != null) {
            return drug.fact().reason().isEmpty();
        }
        var heard = drug.learnt().atZone(Sweden.TIME).toLocalDate();
        return ChronoUnit.DAYS.between(
                        heard.isAfter(drug.fact().day()) ? heard : drug.fact().day(), today)
                > SILENT;
    }
}
