package se.varjedag.app.patients;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.trace.TracedPathways;

/// The patients with a pathway that began, waits or ended at a unit.
///
/// Finding them goes through all pathways, so the lists of the units asked for last are kept until the next change of
/// the log.
@Component
public class UnitPatients {
    private static final int KEPT = 32;

    private final Timeline timeline;
    private @Nullable TracedPathways of;
    private final Map<String, List<UUID>> lists = new LinkedHashMap<>(KEPT, 0.75f, true);

    UnitPatients(Timeline timeline) {
        this.timeline = timeline;
    }

    /// The patients of a unit, in the order of their pseudonyms. Whoever asks tells the log that the list was looked
    /// at.
    public List<UUID> at(String unit) {
        var traced = timeline.snapshot().pathways();
        synchronized (lists) {
            if (of != traced) {
                lists.clear();
                of = traced;
            }
            var known = lists.get(unit);
            if (known != null) {
                return known;
            }
        }
        var found = found(traced, unit);
        synchronized (lists) {
            if (of == traced) {
                lists.put(unit, found);
                if (lists.size() > KEPT) {
                    lists.remove(lists.keySet().iterator().next());
                }
            }
        }
        return found;
    }

    private static List<UUID> found(TracedPathways traced, String unit) {
        var timelines = traced.timelines();
        int here = timelines.units().indexOf(unit);
        var persons = new ArrayList<UUID>();
        int before = -1;
        for (int pathway = 0; pathway < traced.size() && here >= 0 && !unit.isEmpty(); pathway++) {
            int person = traced.person(pathway);
            boolean at = timelines.unit(traced.startRow(pathway)) == here
                    || traced.waitingUnit(pathway) == here
                    || traced.endUnit(pathway) == here;
            if (at && person != before) {
                persons.add(UUID.fromString(timelines.person(person)));
                before = person;
            }
        }
        persons.sort(null);
        return List.copyOf(persons);
    }
}
