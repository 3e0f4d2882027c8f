package se.varjedag.app.followup.web.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MapDrawingTest {

    private static final MapDrawing.Room ROOM = new MapDrawing.Room(168, true, 26, 34);

    private static MapDrawing drawing(boolean over) {
        return new MapDrawing(
                "Två punkter & ett slut",
                List.of(
                        new MapDrawing.Place(0, "Välgrundad misstanke", "20", MapDrawing.Kind.START),
                        new MapDrawing.Place(1, "Första <besök>", "18", MapDrawing.Kind.POINT),
                        new MapDrawing.Place(2, "Avslutad utan behandling", "4", MapDrawing.Kind.LEFT)),
                List.of(
                        new MapDrawing.Arrow(0, 1, "18", "3 d", 1, over),
                        new MapDrawing.Arrow(1, 2, "4", "9 d", 0.2, false),
                        new MapDrawing.Arrow(1, 0, "1", "2 d", 0.05, false)));
    }

    @Test
    void a_map_is_drawn_in_the_colours_of_the_page_and_without_styles() {
        var svg = drawing(false).draw(ROOM).text();

        assertThat(svg)
                .startsWith("<svg ")
                .contains(
                        "aria-label=\"Två punkter &amp; ett slut\"",
                        "var(--data-2)",
                        "3 d · 18",
                        "Första &lt;besök&gt;")
                .doesNotContain("style", "var(--late)", "NaN");
    }

    @Test
    void what_takes_most_longer_than_is_allowed_is_orange() {
        assertThat(drawing(true).draw(ROOM).text()).contains("stroke=\"var(--late)\"", "fill=\"var(--late-ink)\"");
    }

    @Test
    void a_map_leads_from_the_top_down_and_its_words_lie_apart() {
        var layout = MapLayout.of(
                List.of(
                        new MapLayout.Place(7, 100, 40),
                        new MapLayout.Place(8, 100, 40),
                        new MapLayout.Place(9, 100, 40)),
                List.of(new MapLayout.Arrow(7, 8, 50, 18, 5), new MapLayout.Arrow(7, 9, 50, 18, 1)),
                new MapLayout.Spacing(26, 34));

        var start = layout.boxes().getFirst();
        assertThat(layout.boxes().subList(1, 3))
                .allSatisfy(box -> assertThat(box.y()).isGreaterThan(start.y() + start.height()));
        var labels = layout.lines().stream().map(MapLayout.Line::label).toList();
        assertThat(labels).allSatisfy(label -> {
            assertThat(label.y()).isGreaterThan(start.y() + start.height());
            assertThat(label.x() + label.width()).isLessThanOrEqualTo(layout.width());
        });
        assertThat(labels.getFirst().x()).isNotEqualTo(labels.getLast().x());
    }

    @Test
    void an_arrow_needs_both_its_ends() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MapLayout.of(
                        List.of(new MapLayout.Place(1, 10, 10)),
                        List.of(new MapLayout.Arrow(1, 2, 5, 5, 1)),
                        new MapLayout.Spacing(10, 10)));
    }
}
