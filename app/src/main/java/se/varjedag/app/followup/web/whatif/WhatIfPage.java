package se.varjedag.app.followup.web.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.whatif.Change;
import se.varjedag.pathway.whatif.Effect;
import se.varjedag.pathway.whatif.WhatIf;

/// The patients of the selection as they are and with something otherwise, one scenario a row.
///
/// @param verdict   which scenario would save the most, in a sentence
/// @param rows      today, and the scenarios below it
/// @param adding    what can be added
/// @param elsewhere where a reader who has added a scenario is led; null for everyone else
public record WhatIfPage(
        SelectionForm form,
        Rich verdict,
        Figure figure,
        List<ScenarioRow> rows,
        Adding adding,
        boolean empty,
        @Nullable String elsewhere) {

    static final String SCENARIOS = "scenarios";
    static final String ADD = "add";
    static final String NUMBER = "number";

    /// The choices that are the page's own.
    static final List<String> OWN = List.of(SCENARIOS, ADD, NUMBER);

    private static final int MOST = 12;

    public WhatIfPage {
        rows = List.copyOf(rows);
    }

    static WhatIfPage of(Reading reading) {
        var whatIf = new WhatIf(
                reading.basis().traced(), reading.selection().question().build());
        var scenarios = reading.selection().own(SCENARIOS).map(WhatIfPage::read).orElseGet(() -> Adding.usual(whatIf));
        var added = reading.selection().own(ADD).map(add -> added(reading, add));
        var today = whatIf.with(new Change.Nothing());
        var effects = scenarios.stream().map(one -> whatIf.with(one.change())).toList();
        var rows = new ArrayList<ScenarioRow>();
        rows.add(ScenarioRow.today(reading, today));
        for (int i = 0; i < scenarios.size(); i++) {
            rows.add(ScenarioRow.of(reading, scenarios.get(i), effects.get(i), without(reading, scenarios, i)));
        }
        return new WhatIfPage(
                SelectionForm.ofFollowUp(reading, List.of()),
                Rich.of(verdict(reading, scenarios, effects, today)),
                EffectTable.figure(reading, scenarios, effects, today),
                rows,
                Adding.of(reading, whatIf, scenarios),
                today.days().n() == 0,
                added.map(one -> with(reading, scenarios, one)).orElse(null));
    }

    private static List<Scenario> read(String text) {
        return Scenario.list(text).filter(list -> list.size() <= MOST).orElseThrow(() -> unclear(SCENARIOS, text));
    }

    /// What a form adds: a whole scenario, or its beginning and a number of its own.
    private static Scenario added(Reading reading, String add) {
        var number = reading.selection().own(NUMBER).orElse("");
        var text = add.equals("limit") ? "limit:" + number : add.replace("#", number);
        return Scenario.of(text).orElseThrow(() -> unclear(ADD, text));
    }

    private static ResponseStatusException unclear(String name, String text) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, "Unclear " + name + ": " + text);
    }

    private static String with(Reading reading, List<Scenario> scenarios, Scenario added) {
        var all = new ArrayList<>(scenarios);
        if (all.size() < MOST && !all.contains(added)) {
            all.add(added);
        }
        return link(reading, all);
    }

    private static String without(Reading reading, List<Scenario> scenarios, int index) {
        var rest = new ArrayList<>(scenarios);
        rest.remove(index);
        return link(reading, rest);
    }

    private static String link(Reading reading, List<Scenario> scenarios) {
        var query = reading.selection().without(List.of(ADD, NUMBER), SCENARIOS, Scenario.text(scenarios));
        return reading.folder() + query;
    }

    private static String verdict(Reading reading, List<Scenario> scenarios, List<Effect> effects, Effect today) {
        var formats = reading.formats();
        if (today.limits().withLimit() == 0) {
            return reading.t("whatif.verdict.nolimit");
        }
        // Another limit moves no treatment: what it changes is the measure.
        Optional<Integer> best = IntStream.range(0, scenarios.size())
                .boxed()
                .filter(i -> !(scenarios.get(i).change() instanceof Change.OtherLimit))
                .filter(i -> effects.get(i).saved().sum() > 0)
                .max(Comparator.comparingLong(i -> effects.get(i).saved().sum()));
        return best.map(i -> {
                    var effect = effects.get(i);
                    return reading.t(
                            "whatif.verdict",
                            formats.whole(effect.saved().sum()),
                            formats.whole(today.limits().overtimeDays()),
                            scenarios.get(i).name(reading),
                            share(formats, today),
                            share(formats, effect));
                })
                .orElseGet(() -> reading.t("whatif.verdict.none", share(formats, today)));
    }

    private static String share(Formats formats, Effect effect) {
        return formats.percent(
                effect.limits().share().value(),
                Formats.shareDecimals(effect.limits().withLimit()));
    }
}
