package se.varjedag.pathway.prognosis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// What came of the chances given on an earlier day, when nothing later was known.
///
/// Only those whose limit still lay ahead are judged: that nobody starts in time after the limit is no art to say. Who
/// is neither started nor past the limit on the later day is undecided and left out.
///
/// @param undecided how many could not be judged yet, or are not found in the later pathways
public record HeldBack(List<Forecast> forecasts, long undecided) {

    private record Run(String person, int definition, int start) {}

    private record Given(double chance, int deadline) {}

    public HeldBack {
        forecasts = List.copyOf(forecasts);
    }

    /// Both days together.
    public HeldBack plus(HeldBack other) {
        var all = new ArrayList<>(forecasts);
        all.addAll(other.forecasts);
        return new HeldBack(all, undecided + other.undecided);
    }

    /// Judges by later pathways what was learnt from earlier ones.
    public static HeldBack judge(Prognosis prognosis, TracedPathways later) {
        var given = given(prognosis);
        var then = LocalDate.ofEpochDay(prognosis.traced().asOf());
        var forecasts = new ArrayList<Forecast>();
        for (int i = 0; i < later.size(); i++) {
            var chance = given.get(run(later, i));
            if (chance == null) {
                continue;
            }
            boolean kept = later.state(i) == State.TREATED && later.end(i) <= chance.deadline;
            boolean decided = kept || !later.state(i).open() || later.asOf() >= chance.deadline;
            if (decided) {
                var svf = later.definitions().all().get(later.definition(i)).id();
                forecasts.add(new Forecast(then, svf, chance.chance, kept));
            }
        }
        return new HeldBack(forecasts, given.size() - forecasts.size());
    }

    private static Map<Run, Given> given(Prognosis prognosis) {
        var traced = prognosis.traced();
        var given = new HashMap<Run, Given>();
        for (int i = 0; i < traced.size(); i++) {
            int pathway = i;
            prognosis
                    .chance(i)
                    .filter(chance -> chance.daysLeft() > 0)
                    .ifPresent(chance -> given.put(
                            run(traced, pathway),
                            new Given(chance.value(), traced.start(pathway) + traced.limit(pathway))));
        }
        return given;
    }

    private static Run run(TracedPathways traced, int i) {
        return new Run(traced.timelines().person(traced.person(i)), traced.definition(i), traced.start(i));
    }
}
