package se.varjedag.pathway.trace;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.Action;
import se.varjedag.pathway.definition.CodeMeaning;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.CareEvent;

/// What the words of the rules say of one event, under some definitions.
abstract class WordsOfTheRules {

    /// Rule 10; 0 is death.
    private static final List<Integer> RANK = List.of(50, 54, 52, 59, 56, 58, 60, 65, 73, 72, 74, 0, 76, 78, 70);

    final Definitions definitions;

    WordsOfTheRules(Definitions definitions) {
        this.definitions = definitions;
    }

    @Nullable
    CodeMeaning meaning(CareEvent event) {
        return definitions.meaning(event.code());
    }

    boolean is(CareEvent event, int definition, Action action) {
        var meaning = meaning(event);
        return meaning != null && meaning.definition() == definition && meaning.action() == action;
    }

    boolean ends(CareEvent event, int definition) {
        var meaning = meaning(event);
        return meaning != null && is(event, definition, Action.END) && !forbidden(event, meaning);
    }

    boolean forbidden(CareEvent event, CodeMeaning meaning) {
        return is(event, meaning.definition(), Action.END)
                && definitions.all().get(meaning.definition()).forbids(meaning.suffix());
    }

    boolean marks(CareEvent event, CodeMeaning meaning) {
        return definitions.all().get(meaning.definition()).marksExtended(event.code());
    }

    boolean died(CareEvent event) {
        return event.code().equals("died");
    }

    static boolean subProcess(CareEvent event) {
        return MeasuringPoint.ofKey(event.code())
                .filter(MeasuringPoint::subProcess)
                .isPresent();
    }

    @Nullable
    String point(CareEvent event) {
        var national = Map.of(
                5, "suspected", 22, "diagnostic-surgery", 25, "first-visit", 35, "mdt", 40, "informed", 44, "decision");
        return subProcess(event) ? event.code() : national.get(suffix(event));
    }

    int suffix(CareEvent event) {
        var meaning = meaning(event);
        return meaning == null ? 0 : meaning.suffix();
    }

    int rank(CareEvent end) {
        return RANK.indexOf(suffix(end));
    }

    static String place(CareEvent event) {
        return event.day() + " " + event.region() + "/" + event.unit();
    }
}
