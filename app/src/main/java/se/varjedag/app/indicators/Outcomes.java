package se.varjedag.app.indicators;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.figure.Span;

/// How indicators came out.
@Component
public class Outcomes {
    private final List<Measures> measures;
    private final Brought brought;
    private final Units units;

    Outcomes(List<Measures> measures, Brought brought, Units units) {
        this.measures = List.copyOf(measures);
        this.brought = brought;
        this.units = units;
    }

    /// The patients of a period by place, for each indicator by its id; without those that the system has no
    /// source for and nobody has brought, or none by such places. Where one is counted by unit only, regions follow
    /// from the units'.
    public Map<String, List<Counted>> of(List<Indicator> indicators, Place place, Span span) {
        var wanted =
                indicators.stream().filter(one -> one.places().contains(place)).toList();
        var counted = counted(wanted, place, span);
        if (place == Place.REGION) {
            var rest = wanted.stream()
                    .filter(one -> !counted.containsKey(one.id()))
                    .toList();
            counted(rest, Place.UNIT, span).forEach((id, byUnit) -> counted.put(id, byRegion(byUnit)));
        }
        return counted;
    }

    private Map<String, List<Counted>> counted(List<Indicator> indicators, Place place, Span span) {
        var names = indicators.stream()
                .flatMap(one -> one.measure().stream())
                .distinct()
                .toList();
        var byMeasure = new HashMap<String, List<Counted>>();
        if (!names.isEmpty()) {
            measures.forEach(one -> byMeasure.putAll(one.count(names, place, span)));
        }
        var fed = indicators.stream()
                .filter(one -> one.measure().isEmpty())
                .map(Indicator::id)
                .toList();
        var byIndicator = new HashMap<>(brought.count(fed, place, span));
        indicators.forEach(
                one -> one.measure().map(byMeasure::get).ifPresent(counted -> byIndicator.put(one.id(), counted)));
        return byIndicator;
    }

    private List<Counted> byRegion(List<Counted> byUnit) {
        Map<String, Counted> regions = new HashMap<>();
        for (var one : byUnit) {
            var region = units.regionOf(one.place());
            regions.merge(region, new Counted(region, one.share(), one.unknown()), Counted::plus);
        }
        return new ArrayList<>(regions.values());
    }
}
