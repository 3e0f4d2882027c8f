package se.varjedag.pathway.event;

import java.util.ArrayList;
import java.util.List;

/// Events in columns, in the order they arrived: line by line, then file by file.
public final class EventColumns {
    private final List<CareEvent> events;

    private EventColumns(List<CareEvent> events) {
        this.events = events;
    }

    public static EventColumns of(List<CareEvent> events) {
        return new EventColumns(List.copyOf(events));
    }

    public static Builder builder() {
        return new Builder();
    }

    /// All events of the parts, those of the first part first.
    public static EventColumns concat(List<EventColumns> parts) {
        var all = new ArrayList<CareEvent>();
        parts.forEach(part -> all.addAll(part.events));
        return of(all);
    }

    public int size() {
        return events.size();
    }

    public CareEvent event(int row) {
        return events.get(row);
    }

    /// Gathers events in the order they arrive.
    public static final class Builder {
        private final List<CareEvent> events = new ArrayList<>();

        private Builder() {}

        public Builder add(CareEvent event) {
            events.add(event);
            return this;
        }

        public int size() {
            return events.size();
        }

        public EventColumns build() {
            return of(events);
        }
    }
}
