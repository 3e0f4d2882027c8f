package se.varjedag.app.indicators;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.palliative.LastDays;
import se.varjedag.app.palliative.Points;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.rehabilitation.Indicators;
import se.varjedag.app.web.figure.IndicatorTable.Group;
import se.varjedag.app.web.figure.Span;
import se.varjedag.pathway.statistics.Share;

/// What palliative care and rehabilitation count, with those of whom it is unknown.
@Component
class TalliedMeasures implements Measures {
    private static final String PALLIATIVE = "palliative.";
    private static final List<String> REHABILITATION = List.of(
            "rehabilitation.assessed", "rehabilitation.plan", "rehabilitation.profession", "rehabilitation.children");

    private final LastDays lastDays;
    private final Points points;
    private final Indicators rehabilitation;
    private final Clock clock = Clock.system(Sweden.TIME);

    TalliedMeasures(LastDays lastDays, Points points, Indicators rehabilitation) {
        this.lastDays = lastDays;
        this.points = points;
        this.rehabilitation = rehabilitation;
    }

    @Override
    public Map<String, List<Counted>> count(List<String> measures, Place place, Span span) {
        var all = new HashMap<String, List<Counted>>();
        if (place == Place.UNIT && !Collections.disjoint(measures, REHABILITATION)) {
            put(all, REHABILITATION, rehabilitation.of(span, LocalDate.now(clock)));
        }
        if (place != Place.REGION && measures.stream().anyMatch(measure -> measure.startsWith(PALLIATIVE))) {
            var figures = lastDays.of(span);
            put(
                    all,
                    points.counted().stream()
                            .map(point -> PALLIATIVE + point.key())
                            .toList(),
                    place == Place.UNIT ? figures.byCare() : figures.byResidence());
        }
        return all;
    }

    private static void put(Map<String, List<Counted>> all, List<String> measures, List<Group> groups) {
        for (int at = 0; at < measures.size(); at++) {
            all.put(measures.get(at), counted(groups, at));
        }
    }

    private static List<Counted> counted(List<Group> groups, int at) {
        return groups.stream()
                .map(group -> {
                    var tally = group.tallies().get(at);
                    return new Counted(
                            group.key(), new Share(tally.yes(), tally.yes() + (long) tally.no()), tally.unknown());
                })
                .toList();
    }
}
