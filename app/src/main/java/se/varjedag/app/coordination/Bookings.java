package se.varjedag.app.coordination;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.trace.TracedPathways;

/// The planned events of every person, found once for each state of the log.
@Component
class Bookings {
    private @Nullable TracedPathways of;
    private Map<String, List<CareEvent>> byPerson = Map.of();

    /// Those of one person, the first first.
    synchronized List<CareEvent> of(TracedPathways traced, String person) {
        if (of != traced) {
            var all = new HashMap<String, List<CareEvent>>();
            for (var booking : traced.timelines().bookings().all()) {
                all.computeIfAbsent(booking.person(), _ -> new ArrayList<>()).add(booking);
            }
            byPerson = all;
            of = traced;
        }
        return byPerson.getOrDefault(person, List.of());
    }
}
