package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A queue week by week: how many came, how many went, and how many stood in it as the week ended.
///
/// @param ticks the weeks' labels, most of them empty
/// @param lines the queue last, so that it lies on top
public record QueuePicture(String label, List<String> ticks, List<Line> lines) implements Drawing {

    public QueuePicture {
        ticks = List.copyOf(ticks);
        lines = List.copyOf(lines);
    }

    /// One line, named at its end.
    ///
    /// @param dashed whether it is told apart by its stroke too
    public record Line(String words, List<Long> counts, String colour, double width, boolean dashed) {

        public Line {
            counts = List.copyOf(counts);
        }
    }

    @Override
    public Size size(boolean narrow) {
        return narrow ? new Size(360, 210, true) : new Size(700, 240, false);
    }

    @Override
    public Map<String, Object> option(Size size) {
        double top = lines.stream()
                .flatMap(line -> line.counts().stream())
                .mapToDouble(Long::doubleValue)
                .max()
                .orElse(1);
        var step = Math.max(1, Options.step(top, 4));
        var option = Options.ground(46, 14, 92, 30);
        option.put("xAxis", Options.ticks(ticks));
        option.put("yAxis", Options.values(0, step * Math.max(1, Math.ceil(top / step)), step, true, ""));
        var series = new ArrayList<Object>();
        for (var line : lines) {
            series.add(series(line));
        }
        option.put("series", series);
        return option;
    }

    private static Map<String, Object> series(Line line) {
        var series = Marks.named(
                line.words(),
                line.counts(),
                map("color", line.colour(), "width", line.width(), "type", line.dashed() ? "dashed" : "solid"));
        series.put("symbol", "none");
        return series;
    }
}
