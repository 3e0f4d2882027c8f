package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.web.figure.TileMap;
import se.varjedag.app.web.figure.TilePlace;

/// Where each region stands on the tile map: roughly as on the land, each of the same size.
final class RegionTiles {

    private RegionTiles() {}

    static TileMap of(Reading reading, Map<String, OptionalDouble> shares) {
        var formats = reading.formats();
        var tiles = new ArrayList<TileMap.Tile>();
        for (var region : Regions.all()) {
            var place = TilePlace.of(region.code());
            var share = shares.getOrDefault(region.code(), OptionalDouble.empty());
            var value = share.isPresent() ? formats.percentNumber(share.getAsDouble(), 0) : "–";
            tiles.add(TileMap.Tile.at(
                    place.column(),
                    place.row(),
                    region.letters(),
                    value,
                    reading.t("tiles.tile", region.letters(), value, region.name()),
                    reading.folder() + reading.selection().with("region", region.code()),
                    TilePlace.heat(share),
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
}
