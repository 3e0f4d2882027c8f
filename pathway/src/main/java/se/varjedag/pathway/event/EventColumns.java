package se.varjedag.pathway.event;

import java.util.ArrayList;
import java.util.List;

/// Events in columns, in the order they arrived: line by line, then file by file.
public final class EventColumns {
    private final List<EventBatch> batches;
    private final int[] starts;

    private EventColumns(List<EventBatch> batches) {
        this.batches = batches.stream().filter(batch -> batch.size() > 0).toList();
        starts = new int[this.batches.size() + 1];
        for (int i = 0; i < this.batches.size(); i++) {
            starts[i + 1] = Math.addExact(starts[i], this.batches.get(i).size());
        }
    }

    public static EventColumns of(List<CareEvent> events) {
        var builder = builder();
        events.forEach(builder::add);
        return builder.build();
    }

    /// The rows of the batches, which nobody may write to any more.
    public static EventColumns ofBatches(List<EventBatch> batches) {
        return new EventColumns(batches);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// All events of the parts, those of the first part first.
    public static EventColumns concat(List<EventColumns> parts) {
        return new EventColumns(
                parts.stream().flatMap(part -> part.batches.stream()).toList());
    }

    public int size() {
        return starts[batches.size()];
    }

    public CareEvent event(int row) {
        int batch = batchOf(row);
        return batches.get(batch).event(row - starts[batch]);
    }

    CareEvent asFarAsKept(int row) {
        int batch = batchOf(row);
        return batches.get(batch).asFarAsKept(row - starts[batch]);
    }

    List<EventBatch> batches() {
        return batches;
    }

    int start(int batch) {
        return starts[batch];
    }

    int batchOf(int row) {
        if (row < 0 || row >= size()) {
            throw new IndexOutOfBoundsException("Row %d of %d".formatted(row, size()));
        }
        int low = 0;
        int high = batches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Gathers events in the order they arrive.
    public static final class Builder {
        private static final int BATCH = 1 << 18;

        private final List<EventBatch> batches = new ArrayList<>();
        private EventBatch open = new EventBatch(new EventLists(), 16);

        private Builder() {}

        public Builder add(CareEvent event) {
            if (open.size() == BATCH || open.lists().nearlyFull()) {
                batches.add(open);
                open = new EventBatch(open.lists().nearlyFull() ? new EventLists() : open.lists(), BATCH);
            }
            open.add(event);
            return this;
        }

        /// Adds what another has gathered.
        public Builder addAll(EventColumns events) {
            batches.add(open);
            batches.addAll(events.batches);
            open = new EventBatch(new EventLists(), 16);
            return this;
        }

        public int size() {
            return batches.stream().mapToInt(EventBatch::size).sum() + open.size();
        }

        public EventColumns build() {
            batches.add(open);
            open = new EventBatch(new EventLists(), 16);
            return new EventColumns(batches);
        }
    }
}
