package se.varjedag.app.fhir;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.identity.Shown;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.pathway.definition.EndCode;

/// What one reader sees of one patient, after the law was asked and the log told.
record Chart(UUID person, Shown who, List<Event> events, List<Episode> episodes) {

    Chart {
        events = List.copyOf(events);
        episodes = List.copyOf(episodes);
    }

    /// When the newest of the events was learnt.
    Instant lastUpdated() {
        return events.stream()
                .map(event -> event.more().learnt())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /// `F`, `M` or empty: as the newest event that says it does.
    String sex() {
        return events.stream()
                .map(event -> event.more().sex())
                .filter(sex -> !sex.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The year of birth, as the newest event that says it does.
    @Nullable
    Integer born() {
        return events.stream()
                .map(event -> event.more().born())
                .filter(year -> year != null)
                .findFirst()
                .orElse(null);
    }

    /// That the patient has died.
    Optional<Event> death() {
        return events.stream().filter(Chart::isDeath).findFirst();
    }

    static boolean isDeath(Event event) {
        return event.code().equals(EndCode.DIED) && !event.planned();
    }

    /// The care that was done or is booked; death is told of the patient.
    List<Event> care() {
        return events.stream()
                .filter(event -> !event.code().equals(EndCode.DIED))
                .toList();
    }
}
