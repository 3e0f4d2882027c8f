package se.varjedag.app.results.open.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.reference.Region;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.open.Edition;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Span;
import se.varjedag.app.web.figure.TilePlace;

/// The waiting times of a diagnosis in a period: a map of equal tiles, and the table that it belongs to.
///
/// @param name   of the diagnosis
/// @param tiles  one for each region
/// @param rows   the country where it can be told, then each healthcare region with its regions
/// @param nation whether the country is among them
public record OpenMap(String name, String period, List<Tile> tiles, List<OpenRows.Row> rows, boolean nation) {
    private static final int SIZE = 62;
    private static final int GAP = 4;

    public OpenMap {
        tiles = List.copyOf(tiles);
        rows = List.copyOf(rows);
    }

    /// A region on the map.
    ///
    /// @param value the share in time, per cent; empty where none is told
    /// @param words why none is told, in two lines; empty where one is
    /// @param heat  1 to 5, stronger for lower; 0 for no tone
    /// @param dash  how its edge is drawn; null for a whole line
    public record Tile(
            String letters,
            String value,
            List<String> words,
            String label,
            String row,
            int x,
            int y,
            int heat,
            @Nullable String dash) {
        public Tile {
            words = List.copyOf(words);
        }

        public int size() {
            return SIZE;
        }

        public int middle() {
            return x + SIZE / 2;
        }

        public int line(int below) {
            return y + below;
        }

        public String ink() {
            return heat == 5 ? "var(--h5-ink)" : heat == 0 ? "var(--ink-2)" : "var(--h-ink)";
        }
    }

    static OpenMap of(OpenPages.Asked asked, Span span, String svf, Texts texts) {
        var rows = asked.rows();
        var all = new ArrayList<OpenRows.Row>();
        var country = asked.cube().country(span, svf);
        country.ifPresent(one -> all.add(rows.country(one, "riket", texts.text("public.country"))));
        var tiles = new ArrayList<Tile>();
        for (var key : Regions.healthcareRegions()) {
            var edition = asked.cube().of(span, key);
            all.add(row(rows, edition, svf, Content.WHOLE, Regions.healthcareRegion(key), key, texts));
            for (var region : Regions.all()) {
                if (region.healthcareRegion().equals(key)) {
                    var place = Content.region(region.code());
                    all.add(row(rows, edition, svf, place, "– " + region.name(), region.code(), texts));
                    tiles.add(tile(region, edition, line(edition, svf, place), texts));
                }
            }
        }
        return new OpenMap(
                asked.names().diagnosis(svf, texts),
                texts.formats().period(span.from(), span.to()),
                tiles,
                all,
                country.isPresent());
    }

    /// The cell of a place; one of nobody where nobody started there.
    private static Optional<Line> line(Optional<Edition> edition, String svf, String place) {
        return edition.map(one -> one.line(svf, place));
    }

    private static OpenRows.Row row(
            OpenRows rows, Optional<Edition> edition, String svf, String place, String name, String id, Texts texts) {
        return edition.map(one -> rows.row(
                        one,
                        one.line(svf, place),
                        id,
                        name,
                        place.equals(Content.WHOLE) ? OpenRows.address(one, svf) : "",
                        null))
                .orElseGet(() -> rows.untold(id, name, texts.text("public.unpublished")));
    }

    private static Tile tile(Region region, Optional<Edition> edition, Optional<Line> line, Texts texts) {
        var place = TilePlace.of(region.code());
        var told = line.filter(one -> one.now().withLimit() > 0)
                .filter(one ->
                        edition.filter(it -> !it.hiding().hidesShare(one)).isPresent());
        var share = told.map(one -> one.now().share());
        var value = share.map(one -> texts.formats().percentNumber(one.orElse(0), 0))
                .orElse("");
        var why = edition.isEmpty()
                ? "public.unpublished"
                : line.filter(one -> one.now().n() == 0).isPresent() ? "public.nobody" : "public.hidden";
        var words = share.isPresent() ? "" : texts.text(why);
        return new Tile(
                region.letters(),
                value,
                words.isEmpty() ? List.of() : List.of(words.split(" ", 2)),
                share.isPresent()
                        ? texts.text("tiles.tile", region.letters(), value, region.name())
                        : region.letters() + " " + words + ", " + region.name(),
                "#rad-" + region.code(),
                place.column() * (SIZE + GAP),
                place.row() * (SIZE + GAP),
                share.map(TilePlace::heat).orElse(0),
                edition.isEmpty() ? "3 3" : null);
    }
}
