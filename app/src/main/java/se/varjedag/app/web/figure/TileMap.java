package se.varjedag.app.web.figure;

import java.util.List;

/// The regions as equal tiles, where a stronger colour means a lower share. Never the area of land.
public record TileMap(String label, String viewBox, List<Tile> tiles, List<Step> legend) {

    public static final int SIZE = 46;
    private static final int GAP = 3;

    public TileMap {
        tiles = List.copyOf(tiles);
        legend = List.copyOf(legend);
    }

    /// One region.
    ///
    /// @param letter the county letter
    /// @param value  the number in the tile
    /// @param heat   its step, 1 to 5; 0 where nothing is known
    /// @param own    whether it is the visitor's own region
    public record Tile(String letter, String value, String label, String path, int x, int y, int heat, boolean own) {

        /// Places a tile on its column and row of the map.
        public static Tile at(
                int column, int row, String letter, String value, String label, String path, int heat, boolean own) {
            return new Tile(letter, value, label, path, column * (SIZE + GAP), row * (SIZE + GAP), heat, own);
        }

        public int middle() {
            return x + SIZE / 2;
        }

        public int letterLine() {
            return y + 18;
        }

        public int valueLine() {
            return y + 37;
        }

        public String ink() {
            return heat == 5 ? "var(--h5-ink)" : heat == 0 ? "var(--ink-2)" : "var(--h-ink)";
        }
    }

    /// One step of the scale, in words.
    public record Step(int heat, String text) {}
}
