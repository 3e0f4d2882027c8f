package se.varjedag.app.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answers to a form by their path: the item's id, and before it the repeating groups it stands in, as in
/// `drug:1/name` for the name of the second drug.
public record Answers(Map<String, List<Value>> values) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        var copy = new LinkedHashMap<String, List<Value>>();
        values.forEach((path, all) -> {
            if (!all.isEmpty()) {
                copy.put(path, List.copyOf(all));
            }
        });
        values = java.util.Collections.unmodifiableMap(copy);
    }

    /// What was answered there; nothing where it was not.
    public List<Value> at(String path) {
        return values.getOrDefault(path, List.of());
    }

    /// How many times a repeating group was filled in: at least once, for it is shown.
    int times(String group) {
        return times(group, values.keySet());
    }

    static int times(String group, Iterable<String> paths) {
        int times = 1;
        var start = group + ":";
        for (var path : paths) {
            if (path.startsWith(start)) {
                int end = path.indexOf('/', start.length());
                if (end > 0 && path.substring(start.length(), end).matches("\\d{1,3}")) {
                    times = Math.max(times, Integer.parseInt(path.substring(start.length(), end)) + 1);
                }
            }
        }
        return times;
    }
}
