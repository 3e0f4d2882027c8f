package se.varjedag.pathway.event;

import java.util.List;

/// The planned events that hold, by person, then day. They never move the clock.
public final class Bookings {
    private final List<CareEvent> all;

    Bookings(List<CareEvent> all) {
        this.all = List.copyOf(all);
    }

    public List<CareEvent> all() {
        return all;
    }

    public List<CareEvent> of(String person) {
        return all.stream().filter(event -> event.person().equals(person)).toList();
    }
}
