package se.varjedag.eventlog.discover;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.varjedag.pathway.flow.Sequences;

/// An event log in columns: events grouped by case, each case's events in time order.
///
/// Events with equal times keep the order in which they arrived. Times without a zone are wall-clock times. Where
/// every time of the log states its zone, differences are true durations; where only some do, those are first taken
/// to the wall clock of Stockholm, so that all of them can be compared.
public final class CaseLog implements Sequences {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final long MICROS = 1_000_000L;

    private final List<String> cases;
    private final List<String> activities;
    private final int[] from;
    private final int[] activity;
    private final long[] micros;
    private final boolean instants;

    private CaseLog(
            List<String> cases, List<String> activities, int[] from, int[] activity, long[] micros, boolean instants) {
        this.cases = cases;
        this.activities = activities;
        this.from = from;
        this.activity = activity;
        this.micros = micros;
        this.instants = instants;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public int cases() {
        return cases.size();
    }

    public int events() {
        return activity.length;
    }

    /// The name of a case, `0 <= index < cases()`, in order of first appearance.
    public String caseName(int index) {
        return cases.get(index);
    }

    /// The first event of a case; its events are `from(index)` up to, but not with, `to(index)`.
    @Override
    public int from(int index) {
        return from[index];
    }

    @Override
    public int to(int index) {
        return from[index + 1];
    }

    /// The activity of an event, as an index into [#activities()].
    @Override
    public int activity(int event) {
        return activity[event];
    }

    @Override
    public long time(int event) {
        return micros(event);
    }

    /// The time of an event in microseconds: of the instant, or of the wall clock read as if it were UTC.
    public long micros(int event) {
        return micros[event];
    }

    @Override
    public List<String> activities() {
        return activities;
    }

    /// The index of an activity's name, or -1 when no event bears it.
    public int activityNamed(String name) {
        return activities.indexOf(name);
    }

    /// A time of this log as text: `2014-10-22T11:15:41`, with `Z` when the log's times are instants.
    public String timeText(long time) {
        var wall = LocalDateTime.ofEpochSecond(
                Math.floorDiv(time, MICROS), Math.toIntExact(Math.floorMod(time, MICROS)) * 1000, ZoneOffset.UTC);
        var text = wall.toString();
        return (text.length() == 16 ? text + ":00" : text) + (instants ? "Z" : "");
    }

    /// Collects events in the order of arrival.
    public static final class Builder {
        private final List<String> cases = new ArrayList<>();
        private final Map<String, Integer> caseIndex = new HashMap<>();
        private final List<String> activities = new ArrayList<>();
        private final Map<String, Integer> activityIndex = new HashMap<>();
        private int[] eventCase = new int[1024];
        private int[] activity = new int[1024];
        private long[] micros = new long[1024];
        private final BitSet zoned = new BitSet();
        private int size;

        /// The case of this name, a new one if it has not been seen.
        public int caseNamed(String name) {
            return caseIndex.computeIfAbsent(name, this::newCase);
        }

        /// A case of its own, whatever its name: in XES every trace is one case.
        public int newCase(String name) {
            cases.add(name);
            return cases.size() - 1;
        }

        public Builder add(int caseNumber, String activityName, EventTime time) {
            if (size == activity.length) {
                var larger = Math.addExact(size, size / 2);
                eventCase = Arrays.copyOf(eventCase, larger);
                activity = Arrays.copyOf(activity, larger);
                micros = Arrays.copyOf(micros, larger);
            }
            var known = activityIndex.get(activityName);
            if (known == null) {
                known = activities.size();
                activities.add(activityName);
                activityIndex.put(activityName, known);
            }
            eventCase[size] = caseNumber;
            activity[size] = known;
            micros[size] = time.micros();
            zoned.set(size, time.zoned());
            size++;
            return this;
        }

        public int size() {
            return size;
        }

        /// The log of the events so far. Cases without any event are left out.
        public CaseLog build() {
            var instants = size > 0 && zoned.cardinality() == size;
            if (!instants) {
                zoned.stream().forEach(event -> micros[event] = wallClock(micros[event]));
            }
            var start = new int[cases.size() + 1];
            for (int e = 0; e < size; e++) {
                start[eventCase[e] + 1]++;
            }
            var used = new ArrayList<String>();
            var bounds = new int[cases.size() + 1];
            for (int c = 0; c < cases.size(); c++) {
                if (start[c + 1] > 0) {
                    used.add(cases.get(c));
                    bounds[used.size()] = start[c] + start[c + 1];
                }
                start[c + 1] += start[c];
            }
            var order = new int[size];
            var next = start.clone();
            for (int e = 0; e < size; e++) {
                order[next[eventCase[e]]++] = e;
            }
            for (int c = 0; c < cases.size(); c++) {
                sortByTime(order, start[c], start[c + 1]);
            }
            var sortedActivity = new int[size];
            var sortedMicros = new long[size];
            for (int e = 0; e < size; e++) {
                sortedActivity[e] = activity[order[e]];
                sortedMicros[e] = micros[order[e]];
            }
            return new CaseLog(
                    List.copyOf(used),
                    List.copyOf(activities),
                    Arrays.copyOf(bounds, used.size() + 1),
                    sortedActivity,
                    sortedMicros,
                    instants);
        }

        /// Sorts one case's events by time; arrival order is kept among equals. Files are mostly in order already.
        private void sortByTime(int[] order, int low, int high) {
            for (int i = low + 1; i < high; i++) {
                if (micros[order[i - 1]] > micros[order[i]]) {
                    var boxed = new Integer[high - low];
                    for (int k = low; k < high; k++) {
                        boxed[k - low] = order[k];
                    }
                    Arrays.sort(boxed, (a, b) -> Long.compare(micros[a], micros[b]));
                    for (int k = low; k < high; k++) {
                        order[k] = boxed[k - low];
                    }
                    return;
                }
            }
        }

        private static long wallClock(long instant) {
            var second = Math.floorDiv(instant, MICROS);
            var offset = STOCKHOLM.getRules().getOffset(java.time.Instant.ofEpochSecond(second));
            return instant + offset.getTotalSeconds() * MICROS;
        }
    }
}
