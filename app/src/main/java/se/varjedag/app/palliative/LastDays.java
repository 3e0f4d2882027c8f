package se.varjedag.app.palliative;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.CountedValues;
import se.varjedag.app.timeline.CountedValues.Counted;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.figure.IndicatorTable.Group;
import se.varjedag.app.web.figure.IndicatorTable.Tally;
import se.varjedag.app.web.figure.Span;
import se.varjedag.pathway.definition.EndCode;
import se.varjedag.pathway.event.Timelines;

/// Palliative care in figures over many: of the patients who died in a period, whether each point was fulfilled in the
/// last week of life.
@Component
public class LastDays {

    private final Timeline timeline;
    private final CountedValues values;
    private final Points points;

    LastDays(Timeline timeline, CountedValues values, Points points) {
        this.timeline = timeline;
        this.values = values;
        this.points = points;
    }

    /// The same deaths by where the patients lived and by where they were cared for.
    ///
    /// @param byResidence by county code; empty where it is unknown
    /// @param byCare by unit; empty where it is unknown
    public record Figures(List<Group> byResidence, List<Group> byCare) {}

    private record Death(UUID person, LocalDate day, String home, String unit) {}

    /// The deaths of a period.
    public Figures of(Span span) {
        var deaths = deaths(timeline.snapshot().pathways().timelines(), span);
        var told = values.of(Kind.PALLIATIVE, deaths.stream().map(Death::person).toList());
        Map<String, Group> residence = new HashMap<>();
        Map<String, Group> care = new HashMap<>();
        for (var death : deaths) {
            var of = told.getOrDefault(death.person(), List.of());
            if (answer(of, points.expected(), death.day()).equals("no")) {
                continue;
            }
            var tallies = points.counted().stream()
                    .map(point -> Tally.of(answer(of, point, death.day())))
                    .toList();
            add(residence, death.home(), tallies);
            add(care, of.isEmpty() ? death.unit() : of.getFirst().unit(), tallies);
        }
        return new Figures(List.copyOf(residence.values()), List.copyOf(care.values()));
    }

    private static void add(Map<String, Group> groups, String key, List<Tally> tallies) {
        groups.put(key, groups.getOrDefault(key, new Group(key, 0, List.of())).plus(tallies));
    }

    /// The latest answer that counts for a death; empty where there is none.
    private String answer(List<Counted> told, Point point, LocalDate death) {
        boolean always = point.equals(points.expected());
        return told.stream()
                .filter(one -> one.item().equals(point.key()))
                .filter(one -> always || point.later() || !one.day().isAfter(death))
                .filter(one -> always || point.earlier() || one.day().isAfter(death.minusDays(points.days())))
                .map(Counted::text)
                .findFirst()
                .orElse("");
    }

    private static List<Death> deaths(Timelines timelines, Span span) {
        int died = timelines.codes().indexOf(EndCode.DIED);
        var all = new ArrayList<Death>();
        for (int person = 0; person < timelines.persons() && died >= 0; person++) {
            for (int row = timelines.from(person); row < timelines.to(person); row++) {
                if (timelines.code(row) == died) {
                    var day = LocalDate.ofEpochDay(timelines.day(row));
                    if (span.holds(day)) {
                        all.add(new Death(
                                UUID.fromString(timelines.person(person)),
                                day,
                                timelines.regionText(timelines.homeRegion(person)),
                                timelines.unitText(timelines.unit(row))));
                    }
                    break;
                }
            }
        }
        return all;
    }
}
