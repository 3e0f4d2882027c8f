package se.varjedag.app.web.chart;

import static se.varjedag.app.web.chart.Options.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Shares of a whole as bars, one for each class in order, the last of which may gather the rest.
///
/// @param label  the finding in one sentence
/// @param ticks  the classes' labels; an empty one is left out
/// @param shares per cent
/// @param axis   what the classes are
public record ShareBarsPicture(String label, List<String> ticks, List<Double> shares, String axis) implements Drawing {

    public ShareBarsPicture {
        ticks = List.copyOf(ticks);
        shares = List.copyOf(shares);
    }

    @Override
    public Size size(boolean narrow) {
        return narrow ? new Size(360, 240, true) : new Size(560, 280, false);
    }

    @Override
    public Map<String, Object> option(Size size) {
        double top = shares.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        var step = Options.step(top, 4);
        var option = Options.ground(48, 14, 12, 48);
        option.put("xAxis", Marks.under(Options.ticks(ticks), axis));
        option.put("yAxis", Options.values(0, step * Math.ceil(top / step), step, true, " %"));
        var bars = new ArrayList<Object>();
        for (int i = 0; i < shares.size(); i++) {
            var colour = i == shares.size() - 1 ? "var(--data-2)" : "var(--data)";
            bars.add(map("value", shares.get(i), "itemStyle", map("color", colour)));
        }
        option.put("series", List.of(map("type", "bar", "barCategoryGap", "18%", "data", bars)));
        return option;
    }
}
