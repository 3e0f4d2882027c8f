package se.varjedag.app.patients;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.varjedag.app.timeline.PersonEvents.Event;
import se.varjedag.pathway.definition.EndCode;

/// What a patient knows of herself, and what rules have to know of the rest so that nothing tells her of it.
///
/// @param events those that she may read
/// @param died   whether any event says that she has died
/// @param silent the days of events that she may not read, but for those on which something happened that she may
/// @param last   the day of the last end of a pathway that she may read
/// @param over   whether there is no end of a pathway that she may not read after that one
public record Knowledge(
        List<Event> events, boolean died, Set<LocalDate> silent, Optional<LocalDate> last, boolean over) {

    public Knowledge {
        events = List.copyOf(events);
        silent = Set.copyOf(silent);
    }

    /// The days on which pathways of hers ended, of those ends that she may read.
    public List<LocalDate> ends() {
        return events.stream().filter(Knowledge::ended).map(Event::day).toList();
    }

    static Knowledge of(List<Event> all, LocalDate today) {
        var told = Untold.told(all, today);
        var silent = all.stream().map(Event::day).collect(Collectors.toCollection(HashSet::new));
        told.forEach(event -> silent.remove(event.day()));
        var last = told.stream().filter(Knowledge::ended).map(Event::day).max(LocalDate::compareTo);
        boolean over = last.isPresent()
                && all.stream().noneMatch(event -> ended(event) && event.day().isAfter(last.get()));
        return new Knowledge(
                told,
                all.stream().anyMatch(event -> !event.planned() && event.code().equals(EndCode.DIED)),
                silent,
                last,
                over);
    }

    private static boolean ended(Event event) {
        return !event.planned() && Untold.ends(event);
    }
}
