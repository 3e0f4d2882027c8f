package se.varjedag.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The options of one question, as the reference reads them.
record Arguments(Map<String, String> options) {
    static Arguments of(String words) {
        var options = new HashMap<String, String>();
        var parts = words.split(" ", -1);
        for (int i = 0; i < parts.length; i += 2) {
            options.put(parts[i], parts[i + 1]);
        }
        return new Arguments(options);
    }

    List<String> by() {
        return List.of(options.getOrDefault("--by", "svf").split(",", -1));
    }

    String fromPoint() {
        return options.getOrDefault("--measure", "suspicion..treatment").split("\\.\\.", -1)[0];
    }

    String toPoint() {
        return options.getOrDefault("--measure", "suspicion..treatment").split("\\.\\.", -1)[1];
    }

    boolean byRef() {
        return (laboratory(fromPoint()) && laboratory(toPoint())) || (imaging(fromPoint()) && imaging(toPoint()));
    }

    int minCount() {
        return Integer.parseInt(options.getOrDefault("--min-count", "1"));
    }

    @Nullable
    String get(String option) {
        return options.get(option);
    }

    private static boolean laboratory(String point) {
        return point.startsWith("specimen-") || point.equals("pathology-reported");
    }

    private static boolean imaging(String point) {
        return point.startsWith("imaging-");
    }
}
