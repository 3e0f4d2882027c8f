package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Shares by month, one line for each horizon; months not yet followed to the end are hollow.
///
/// @param ticks  the months' labels, most of them empty
/// @param narrow the same for little room
/// @param lines  from the lowest to the highest
public record TrendPicture(String label, List<String> ticks, List<String> narrow, List<Line> lines) implements Drawing {

    public TrendPicture {
        ticks = List.copyOf(ticks);
        narrow = List.copyOf(narrow);
        lines = List.copyOf(lines);
    }

    /// One line.
    ///
    /// @param words  its name, at its end
    /// @param shares per cent by month; NaN where there is none
    /// @param whole  whether everybody of the month was followed to the horizon
    public record Line(String words, List<Double> shares, List<Boolean> whole, String colour) {

        public Line {
            shares = List.copyOf(shares);
            whole = List.copyOf(whole);
        }
    }

    @Override
    public Size size(boolean narrow) {
        return narrow ? new Size(360, 260, true) : new Size(560, 260, false);
    }

    @Override
    public Map<String, Object> option(Size size) {
        var high = lines.stream()
                .flatMap(line -> line.shares().stream())
                .filter(share -> !share.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(10);
        var step = Options.step(high, 5);
        var option = Options.ground(46, 14, size.narrow() ? 78 : 96, 44);
        option.put("xAxis", Options.ticks(size.narrow() ? this.narrow : ticks));
        option.put("yAxis", Options.values(0, step * Math.ceil(high / step), step, true, " %"));
        var series = new ArrayList<Object>();
        for (var line : lines) {
            series.add(series(line));
        }
        option.put("series", series);
        return option;
    }

    private static Map<String, Object> series(Line line) {
        var data = new ArrayList<Object>();
        for (int i = 0; i < line.shares().size(); i++) {
            var share = line.shares().get(i);
            var hollow = !line.whole().get(i);
            data.add(map(
                    "value",
                    share.isNaN() ? "-" : share,
                    "symbolSize",
                    7,
                    "itemStyle",
                    map(
                            "color",
                            hollow ? "var(--paper)" : line.colour(),
                            "borderColor",
                            line.colour(),
                            "borderWidth",
                            1.5)));
        }
        var series = Marks.named(line.words(), data, map("color", line.colour(), "width", 1.5));
        series.put("symbol", "circle");
        series.put("showAllSymbol", true);
        return series;
    }
}
