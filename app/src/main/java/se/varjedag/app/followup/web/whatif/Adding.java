package se.varjedag.app.followup.web.whatif;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm.Option;
import se.varjedag.app.followup.web.StepNames;
import se.varjedag.pathway.whatif.WhatIf;
import se.varjedag.pathway.whatif.Work;

/// What can be added as a scenario: a limit, one of the steps, one of the units.
///
/// @param kept   what the forms carry along
/// @param full   whether there are as many scenarios as there can be
/// @param limit  the limit that stands in its field
/// @param allowances steps to bring to their allowance, those with the most days over first
/// @param best   steps to have as in the best region, the most common first
/// @param units  units to give more capacity
/// @param percent how much more stands in its field
public record Adding(
        Map<String, String> kept,
        boolean full,
        Slider limit,
        List<Option> allowances,
        List<Option> best,
        List<Option> units,
        Slider percent) {

    private static final int USUAL_LIMIT = 21;
    static final int USUAL_PERCENT = 20;
    private static final int STEPS = 20;
    private static final int UNITS = 25;
    private static final long FEWEST = 30;

    public Adding {
        kept = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
        allowances = List.copyOf(allowances);
        best = List.copyOf(best);
        units = List.copyOf(units);
    }

    /// The scenarios of a page on which none have been chosen: one of each kind, at the place with the most to
    /// win.
    static List<Scenario> usual(WhatIf whatIf, List<WhatIf.StepTaken> held) {
        var scenarios = new ArrayList<Scenario>();
        scenarios.add(Scenario.limit(USUAL_LIMIT));
        held.stream().filter(step -> step.daysOver() > 0).findFirst().ifPresent(step -> {
            scenarios.add(Scenario.atAllowance(step.from(), step.to()));
            scenarios.add(Scenario.asBest(step.from(), step.to()));
        });
        whatIf.workplaces(Work.PATHOLOGY).stream()
                .findFirst()
                .ifPresent(place -> scenarios.add(Scenario.capacity(place.work(), USUAL_PERCENT, place.unit())));
        return scenarios;
    }

    static Adding of(Reading reading, WhatIf whatIf, List<WhatIf.StepTaken> held, List<Scenario> scenarios) {
        var kept = new LinkedHashMap<>(reading.selection().given());
        Asked.OWN.forEach(kept::remove);
        kept.put(Asked.SCENARIOS, Scenario.text(scenarios));
        var formats = reading.formats();
        var allowances = held.stream()
                .filter(step -> step.daysOver() > 0)
                .limit(STEPS)
                .map(step -> new Option(
                        Scenario.atAllowance(step.from(), step.to()).text(),
                        reading.t(
                                "whatif.add.over",
                                StepNames.between(step.from(), step.to(), reading.texts()),
                                formats.whole(step.daysOver())),
                        false))
                .toList();
        var best = whatIf.takenSteps().stream()
                .filter(step -> step.patients() >= FEWEST)
                .limit(STEPS)
                .map(step -> new Option(
                        Scenario.asBest(step.from(), step.to()).text(),
                        reading.t(
                                "whatif.add.patients",
                                StepNames.between(step.from(), step.to(), reading.texts()),
                                formats.whole(step.patients())),
                        false))
                .toList();
        var units = new ArrayList<Option>();
        for (var work : Work.values()) {
            whatIf.workplaces(work).stream()
                    .limit(UNITS)
                    .forEach(place -> units.add(new Option(
                            Scenario.capacityOf(work, place.unit()),
                            reading.t(
                                    "whatif.add.unit",
                                    Scenario.work(reading, work),
                                    reading.unitName(place.unit()),
                                    formats.whole(place.patients())),
                            false)));
        }
        return new Adding(
                kept,
                scenarios.size() >= Asked.MOST,
                Slider.limit(reading, "add-limit", null, USUAL_LIMIT),
                allowances,
                best,
                units,
                Slider.percent(reading, "add-percent", null, USUAL_PERCENT));
    }
}
