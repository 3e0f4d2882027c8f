package se.varjedag.app.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import se.varjedag.app.overview.Content.Item;
import se.varjedag.app.overview.Content.Line;
import se.varjedag.app.overview.Content.Named;
import se.varjedag.app.overview.Content.Need;
import se.varjedag.app.overview.Content.Performance;

/// Reads the content of one diagnosis. Everything that is wrong with a file is said at once.
final class ContentFile {
    private static final Set<String> KEYS = Set.of(
            "content",
            "name",
            "pathways",
            "confirmed",
            "performance",
            "laboratory",
            "statuses",
            "classes",
            "tests",
            "reported",
            "needed");
    private static final Set<String> SCALES = Set.of("linear", "log");
    /// What may be needed beside what a content names: an image of any kind.
    private static final String IMAGING = "imaging";

    private final String file;
    private final List<String> mistakes = new ArrayList<>();

    private ContentFile(String file) {
        this.file = file;
    }

    /// The content that a file holds.
    ///
    /// @throws IllegalArgumentException with every mistake of the file
    static Content read(String file, String text) {
        var reader = new ContentFile(file);
        var content = reader.content(
                new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(text));
        if (!reader.mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", reader.mistakes));
        }
        return content;
    }

    private Content content(@Nullable Object written) {
        var all = map("the file", written);
        only("the file", all, KEYS);
        var scale = map("performance", all.get("performance"));
        var content = new Content(
                text("the file", all, "content"),
                named("name", all.get("name")),
                list(all.get("pathways")).stream().map(String::valueOf).toList(),
                Boolean.TRUE.equals(all.get("confirmed")),
                new Performance(
                        item("performance", scale),
                        number("performance", scale, "lowest"),
                        number("performance", scale, "highest"),
                        number("performance", scale, "step")),
                list(all.get("laboratory")).stream().map(this::line).toList(),
                items("statuses", all),
                items("classes", all),
                items("tests", all),
                items("reported", all),
                list(all.get("needed")).stream().map(this::need).toList());
        check(content);
        return content;
    }

    private void check(Content content) {
        var known = content.items().map(Item::item).collect(Collectors.toCollection(TreeSet::new));
        if (known.size() < content.items().count()) {
            mistakes.add(file + ": an item stands twice.");
        }
        for (var need : content.needed()) {
            if (!known.contains(need.item()) && !need.item().equals(IMAGING)) {
                mistakes.add("%s: 'needed' names '%s', which is none of %s.".formatted(file, need.item(), known));
            }
        }
        if (content.performance().step() < 1
                || content.performance().highest() <= content.performance().lowest()) {
            mistakes.add(file + ": 'performance' goes from lowest to highest by steps of at least 1.");
        }
    }

    private Line line(@Nullable Object written) {
        var one = map("laboratory", written);
        var scale = text("laboratory", one, "scale");
        if (!SCALES.contains(scale)) {
            mistakes.add("%s: laboratory: 'scale' is linear or log, not '%s'.".formatted(file, scale));
        }
        return new Line(
                item("laboratory", one),
                one.get("measure") instanceof String measure ? measure : "",
                scale.equals("log"));
    }

    private Need need(@Nullable Object written) {
        var one = map("needed", written);
        only("needed", one, Set.of("item", "days"));
        return new Need(text("needed", one, "item"), number("needed", one, "days"));
    }

    private List<Item> items(String where, Map<?, ?> all) {
        return list(all.get(where)).stream()
                .map(written -> item(where, map(where, written)))
                .toList();
    }

    private Item item(String where, Map<?, ?> one) {
        return new Item(text(where, one, "item"), named(where, one));
    }

    private Named named(String where, @Nullable Object written) {
        var one = map(where, written);
        return new Named(text(where, one, "sv"), text(where, one, "en"));
    }

    private String text(String where, Map<?, ?> one, String key) {
        if (one.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        mistakes.add("%s: %s: '%s' is missing.".formatted(file, where, key));
        return "?";
    }

    private int number(String where, Map<?, ?> one, String key) {
        if (one.get(key) instanceof Integer number && number >= 0) {
            return number;
        }
        mistakes.add("%s: %s: '%s' is a whole number.".formatted(file, where, key));
        return 0;
    }

    private void only(String where, Map<?, ?> one, Set<String> keys) {
        for (var key : one.keySet()) {
            if (!keys.contains(String.valueOf(key))) {
                mistakes.add("%s: %s: '%s' is not understood.".formatted(file, where, key));
            }
        }
    }

    private Map<?, ?> map(String where, @Nullable Object written) {
        if (written instanceof Map<?, ?> map) {
            return map;
        }
        mistakes.add("%s: %s: lines of 'key: value' were expected.".formatted(file, where));
        return Map.of();
    }

    private static List<?> list(@Nullable Object written) {
        return written instanceof List<?> list ? list : List.of();
    }
}
