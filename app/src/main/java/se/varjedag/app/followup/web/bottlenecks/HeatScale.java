package se.varjedag.app.followup.web.bottlenecks;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.followup.web.Reading;

/// The shades of a heat table: none below the first bound, the strongest from the last one on.
///
/// @param bounds where each shade begins, in the unit of the cells
public record HeatScale(List<Double> bounds) {

    private static final List<Double> SHARES = List.of(0.1, 0.22, 0.38, 0.58, 0.8);

    public HeatScale {
        bounds = List.copyOf(bounds);
    }

    /// One shade and what it means.
    public record Level(int level, String words) {}

    /// The shades that begin at parts of the largest cell, in round numbers.
    static HeatScale upTo(double largest) {
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(largest, 10))) - 1);
        return new HeatScale(SHARES.stream()
                .map(share -> Math.max(1, Math.rint(share * largest / unit)) * unit)
                .toList());
    }

    /// The shade of a cell, as it is shown: rounded to a whole number.
    int level(double value) {
        return (int) bounds.stream().filter(bound -> Math.rint(value) >= bound).count();
    }

    /// The shades in words.
    List<Level> legend(Reading reading) {
        var formats = reading.formats();
        var legend = new ArrayList<Level>();
        legend.add(new Level(0, reading.t("heat.under", formats.decimal(bounds.getFirst(), 0))));
        for (int i = 1; i < bounds.size(); i++) {
            legend.add(
                    new Level(i, formats.decimal(bounds.get(i - 1), 0) + "–" + formats.decimal(bounds.get(i) - 1, 0)));
        }
        legend.add(new Level(bounds.size(), reading.t("heat.over", formats.decimal(bounds.getLast(), 0))));
        return legend;
    }
}
