package se.varjedag.app.strategy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an activity or a goal can name as what it is to move: keys of figures that the system shows, and where.
public final class Measures {
    /// The page whose measures are drawn from month to month.
    private static final String CHANGE = "/folj-upp/forandring";

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        List.of("andel", "median", "overtid", "behandlade", "nya", "vantar")
                .forEach(key -> PAGES.put(key, CHANGE + "?matt=" + key));
        PAGES.put("upplevelse", "/folj-upp/upplevelse");
        PAGES.put("palliativ", "/folj-upp/palliativ");
        PAGES.put("rehabilitering", "/folj-upp/rehabilitering");
    }

    private Measures() {}

    /// Every key, in order.
    public static List<String> keys() {
        return List.copyOf(PAGES.keySet());
    }

    /// The page that shows a figure; empty where nothing does.
    public static Optional<String> page(String key) {
        return Optional.ofNullable(PAGES.get(key));
    }

    /// Whether a figure is one of those that are drawn from month to month.
    public static boolean drawn(String key) {
        return page(key).filter(path -> path.startsWith(CHANGE)).isPresent();
    }
}
