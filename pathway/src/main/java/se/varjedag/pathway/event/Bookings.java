package se.varjedag.pathway.event;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The planned events that hold, by person, then day. They never move the clock; one whose day has passed is a booking
/// still.
public final class Bookings {
    private final List<CareEvent> all;

    Bookings(EventColumns events, int[] rows) {
        this(IntStream.of(rows).mapToObj(events::asFarAsKept).toList());
    }

    Bookings(List<CareEvent> planned) {
        all = planned.stream()
                .sorted(Comparator.comparing(CareEvent::person)
                        .thenComparing(CareEvent::day)
                        .thenComparing(CareEvent::code)
                        .thenComparing(CareEvent::region)
                        .thenComparing(CareEvent::unit)
                        .thenComparing(CareEvent::ref)
                        .thenComparing(CareEvent::pathway))
                .toList();
    }

    public List<CareEvent> all() {
        return all;
    }

    public List<CareEvent> of(String person) {
        return all.stream().filter(event -> event.person().equals(person)).toList();
    }
}
