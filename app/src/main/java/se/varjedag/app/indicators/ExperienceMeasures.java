package se.varjedag.app.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import se.varjedag.app.forms.Experiences;
import se.varjedag.app.forms.Experiences.Experience;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.web.figure.Span;
import se.varjedag.pathway.statistics.Share;

/// What patients answered about their time under investigation.
@Component
class ExperienceMeasures implements Measures {
    private static final String OURS = "experience.";

    private final Experiences experiences;

    ExperienceMeasures(Experiences experiences) {
        this.experiences = experiences;
    }

    @Override
    public Map<String, List<Counted>> count(List<String> measures, Place place, Span span) {
        var all = new HashMap<String, List<Counted>>();
        var ours = measures.stream().filter(measure -> measure.startsWith(OURS)).toList();
        if (!ours.isEmpty()) {
            var told = experiences.all().stream()
                    .filter(one -> span.holds(one.told()))
                    .toList();
            ours.forEach(measure -> all.put(measure, shares(told, measure.substring(OURS.length()), place)));
        }
        return all;
    }

    private static List<Counted> shares(List<Experience> told, String question, Place place) {
        Map<String, Counted> places = new HashMap<>();
        for (var one : told) {
            var worth = one.worths().get(question);
            if (worth != null) {
                var where = where(one, place);
                var counted = new Counted(where, new Share(worth >= Experiences.GOOD ? 1 : 0, 1), 0);
                places.merge(where, counted, Counted::plus);
            }
        }
        return List.copyOf(places.values());
    }

    private static String where(Experience one, Place place) {
        return switch (place) {
            case REGION -> one.region();
            case RESIDENCE -> one.home();
            case UNIT -> one.unit();
        };
    }
}
