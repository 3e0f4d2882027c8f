package se.varjedag.app.web.figure;

import java.util.Map;
import java.util.OptionalDouble;

/// Where a region stands on the tile map: roughly as on the land, each of the same size.
public record TilePlace(int column, int row) {
    private static final Map<String, TilePlace> PLACES = Map.ofEntries(
            Map.entry("25", new TilePlace(3, 0)),
            Map.entry("24", new TilePlace(3, 1)),
            Map.entry("23", new TilePlace(1, 2)),
            Map.entry("22", new TilePlace(2, 2)),
            Map.entry("20", new TilePlace(1, 3)),
            Map.entry("21", new TilePlace(2, 3)),
            Map.entry("17", new TilePlace(0, 4)),
            Map.entry("18", new TilePlace(1, 4)),
            Map.entry("19", new TilePlace(2, 4)),
            Map.entry("03", new TilePlace(3, 4)),
            Map.entry("14", new TilePlace(0, 5)),
            Map.entry("05", new TilePlace(1, 5)),
            Map.entry("04", new TilePlace(2, 5)),
            Map.entry("01", new TilePlace(3, 5)),
            Map.entry("13", new TilePlace(0, 6)),
            Map.entry("06", new TilePlace(1, 6)),
            Map.entry("08", new TilePlace(2, 6)),
            Map.entry("09", new TilePlace(3, 6)),
            Map.entry("12", new TilePlace(0, 7)),
            Map.entry("07", new TilePlace(1, 7)),
            Map.entry("10", new TilePlace(2, 7)));

    private static final double[] STEPS = {0.40, 0.45, 0.50, 0.55};

    /// The place of a region, by its county code.
    public static TilePlace of(String code) {
        var place = PLACES.get(code);
        if (place == null) {
            throw new IllegalArgumentException("No region has the code " + code);
        }
        return place;
    }

    /// The step of a share as it is shown, in whole per cent: the strongest is the lowest.
    public static int heat(OptionalDouble share) {
        if (share.isEmpty()) {
            return 0;
        }
        var shown = Math.floor(100 * share.getAsDouble() + 0.5) / 100;
        int heat = 5;
        for (var step : STEPS) {
            if (shown >= step - 1e-9) {
                heat--;
            }
        }
        return heat;
    }
}
