package se.varjedag.app.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.web.chart.ControlPicture.Point;
import se.varjedag.app.web.chart.ControlPicture.Words;
import se.varjedag.app.web.chart.XmrPicture.Signal;

class ControlPictureTest {
    private static final Words WIDE = new Words("mean 50", "upper limit 70", "lower limit 30", "latest 52");
    private static final Words NARROW = new Words("mean\n50", "upper\n70", "lower\n30", "52");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void mean_and_limits_are_printed_at_the_right_edge_and_the_latest_value_at_its_point(boolean narrow) {
        var words = narrow ? NARROW : WIDE;

        assertThat(printed(picture(points(0, 45, 55, 52)), narrow))
                .containsExactly(words.mean(), words.upper(), words.lower(), words.last());
    }

    @Test
    void each_baseline_is_drawn_where_it_holds_and_the_latest_is_printed() {
        var points = new ArrayList<>(points(0, 45, 55));
        points.addAll(points(1, 60, 62));
        var picture = picture(points);
        var series = series(picture, false);

        assertThat(series).hasSize(7);
        assertThat(series.subList(0, 6).stream().map(line -> values(line).indexOf("-")))
                .containsExactly(2, 2, 2, 0, 0, 0);
        assertThat(printed(picture, false)).hasSize(4);
    }

    @Test
    void only_points_that_say_something_have_a_mark_of_their_own_told_by_shape_and_colour() {
        var marks = new ArrayList<Point>();
        for (var signal : Signal.values()) {
            marks.add(new Point("", "", 50, 50, 30, 70, 0, signal));
        }
        var drawn = values(series(picture(marks), false).getLast()).stream()
                .map(value -> map(value).get("symbol") + " "
                        + map(map(value).get("itemStyle")).get("color"))
                .toList();

        assertThat(drawn)
                .containsExactly(
                        "circle var(--data)", "triangle var(--better)", "diamond var(--late)", "rect var(--ink)");
    }

    @ParameterizedTest
    @CsvSource({"67, bottom", "33, top", "53, top", "47, bottom"})
    void the_latest_value_is_written_on_the_side_where_no_line_runs(double latest, String side) {
        var last = values(series(picture(points(0, 50, 50, 50, 50, 50, 50, 50, 50, 50, latest)), false)
                        .getLast())
                .getLast();

        assertThat(map(map(last).get("label")).get("position")).isEqualTo(side);
    }

    private static ControlPicture picture(List<Point> points) {
        return new ControlPicture("", points, WIDE, NARROW, Optional.empty(), Optional.empty());
    }

    private static List<Point> points(int group, double... values) {
        var points = new ArrayList<Point>();
        for (double value : values) {
            points.add(new Point("", "", value, 50, 30, 70, group, Signal.USUAL));
        }
        return points;
    }

    private static List<Object> printed(ControlPicture picture, boolean narrow) {
        var words = new ArrayList<Object>();
        for (var line : series(picture, narrow)) {
            var label = line.get("endLabel");
            if (label != null && Boolean.TRUE.equals(map(label).get("show"))) {
                words.add(map(label).get("formatter"));
            }
        }
        var last = values(series(picture, narrow).getLast()).getLast();
        words.add(map(map(last).get("label")).get("formatter"));
        return words;
    }

    private static List<Map<?, ?>> series(ControlPicture picture, boolean narrow) {
        var series = (List<?>) picture.option(picture.size(narrow)).get("series");
        assertThat(series).isNotNull();
        return series == null
                ? List.of()
                : series.stream().<Map<?, ?>>map(one -> map(one)).toList();
    }

    private static List<?> values(Map<?, ?> line) {
        return line.get("data") instanceof List<?> data ? data : List.of();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
