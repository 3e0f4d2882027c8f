package se.varjedag.app.palliative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// The points of palliative care with their targets: `points.yaml`, with its sources.
@Component
public class Points {
    private static final String FILE = "se/varjedag/app/palliative/points.yaml";
    private static final double PERCENT = 100;

    private final int days;
    private final List<Point> all;
    private final Point expected;

    Points() {
        var file = map(read());
        days = number(file.get("days"));
        all = file.get("points") instanceof List<?> list
                ? list.stream().map(one -> point(map(one))).toList()
                : List.of();
        expected = point(map(file.get("expected")));
    }

    /// The length of the last part of life that the targets are for, in days.
    public int days() {
        return days;
    }

    /// The points that are counted.
    public List<Point> counted() {
        return all;
    }

    /// Whether the death was expected: one that was not counts nowhere.
    public Point expected() {
        return expected;
    }

    /// Every point, also whether the death was expected.
    public List<Point> all() {
        return Stream.concat(all.stream(), Stream.of(expected)).toList();
    }

    private static Point point(Map<?, ?> row) {
        return new Point(
                text(row, "point"),
                text(row, "sv"),
                text(row, "en"),
                row.get("target") instanceof Number number
                        ? OptionalDouble.of(number.doubleValue() / PERCENT)
                        : OptionalDouble.empty(),
                Boolean.TRUE.equals(row.get("earlier")),
                Boolean.TRUE.equals(row.get("later")));
    }

    private static @Nullable Object read() {
        try {
            return new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build())
                    .loadFromString(new ClassPathResource(FILE, Points.class.getClassLoader())
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The points of palliative care are missing from the build", e);
        }
    }

    private static Map<?, ?> map(@Nullable Object written) {
        if (written instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(FILE + " has something in the place of names with values");
    }

    private static int number(@Nullable Object written) {
        if (written instanceof Number number) {
            return number.intValue();
        }
        throw new IllegalArgumentException(FILE + " has something in the place of a number");
    }

    private static String text(Map<?, ?> row, String key) {
        if (row.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(FILE + " does not say " + key);
    }
}
