package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.web.figure.TileMap;

/// Where each region stands on the tile map: roughly as on the land, each of the same size.
final class RegionTiles {

    /// Column and row by county code.
    private static final Map<String, int[]> PLACES = Map.ofEntries(
            Map.entry("25", new int[] {3, 0}),
            Map.entry("24", new int[] {3, 1}),
            Map.entry("23", new int[] {1, 2}),
            Map.entry("22", new int[] {2, 2}),
            Map.entry("20", new int[] {1, 3}),
            Map.entry("21", new int[] {2, 3}),
            Map.entry("17", new int[] {0, 4}),
            Map.entry("18", new int[] {1, 4}),
            Map.entry("19", new int[] {2, 4}),
            Map.entry("03", new int[] {3, 4}),
            Map.entry("14", new int[] {0, 5}),
            Map.entry("05", new int[] {1, 5}),
            Map.entry("04", new int[] {2, 5}),
            Map.entry("01", new int[] {3, 5}),
            Map.entry("13", new int[] {0, 6}),
            Map.entry("06", new int[] {1, 6}),
            Map.entry("08", new int[] {2, 6}),
            Map.entry("09", new int[] {3, 6}),
            Map.entry("12", new int[] {0, 7}),
            Map.entry("07", new int[] {1, 7}),
            Map.entry("10", new int[] {2, 7}));

    private static final double[] STEPS = {0.40, 0.45, 0.50, 0.55};

    private RegionTiles() {}

    static TileMap of(Reading reading, Map<String, OptionalDouble> shares) {
        var formats = reading.formats();
        var tiles = new ArrayList<TileMap.Tile>();
        for (var region : Regions.all()) {
            var place = PLACES.get(region.code());
            if (place == null) {
                continue;
            }
            var share = shares.getOrDefault(region.code(), OptionalDouble.empty());
            var value = share.isPresent() ? formats.percentNumber(share.getAsDouble(), 0) : "–";
            tiles.add(TileMap.Tile.at(
                    place[0],
                    place[1],
                    region.letters(),
                    value,
                    reading.t("tiles.tile", region.letters(), value, region.name()),
                    reading.folder() + reading.selection().with("region", region.code()),
                    heat(share),
                    region.code().equals(chosen(reading))));
        }
        var legend = List.of(
                new TileMap.Step(5, reading.t("tiles.under", "40")),
                new TileMap.Step(4, "40–44"),
                new TileMap.Step(3, "45–49"),
                new TileMap.Step(2, "50–54"),
                new TileMap.Step(1, reading.t("tiles.over", "55")));
        return new TileMap(reading.t("tiles.label"), "-2 -2 198 394", tiles, legend);
    }

    /// The region to be marked: the chosen one, otherwise the reader's own.
    static String chosen(Reading reading) {
        return reading.selection().region().orElse(reading.ownRegion());
    }

    /// The step of a share as it is shown, in whole per cent: the strongest is the lowest.
    private static int heat(OptionalDouble share) {
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
