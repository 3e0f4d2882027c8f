package se.varjedag.app.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.web.chart.FunnelPicture.Place;
import se.varjedag.app.web.chart.FunnelPicture.Says;

class FunnelPictureTest {

    private static final Charts CHARTS = new Charts();

    @AfterAll
    static void stop() throws Exception {
        CHARTS.stop();
    }

    private static FunnelPicture funnel() {
        var curve = new ArrayList<Place>();
        for (int size = 5; size <= 1500; size += 5) {
            curve.add(new Place(size, 0.456 + 1.5 / Math.sqrt(size)));
        }
        return new FunnelPicture(
                "One of four lies outside",
                List.of(
                        new FunnelPicture.Point(
                                new Place(160, 0.58),
                                Says.BETTER,
                                "Höglandssjukhuset Ås",
                                false,
                                new Place(140, 0.5),
                                "/folj-upp/jamfor?unit=a&by=unit",
                                "Höglandssjukhuset Ås: 58 %"),
                        new FunnelPicture.Point(
                                new Place(702, 0.35),
                                Says.WORSE,
                                "Östra universitetssjukhuset",
                                false,
                                null,
                                "/x",
                                "Östra: 35 %"),
                        new FunnelPicture.Point(
                                new Place(1390, 0.457), Says.WITHIN, "", true, null, "/y", "Stora \"x\": 46 %"),
                        new FunnelPicture.Point(
                                new Place(236, 0.455), Says.WITHIN, "", false, null, "", "Vättern: 45 %")),
                List.of(new FunnelPicture.Curve(curve, false)),
                List.of(
                        new FunnelPicture.Level(0.8, "mål 80 %", true, true),
                        new FunnelPicture.Level(0.7, "mellannivå 70 %", true, false),
                        new FunnelPicture.Level(0.456, "medel 45,6 %", false, false)),
                List.of(new FunnelPicture.Band(0.7, 0.8, false), new FunnelPicture.Band(0.8, 1, true)),
                "antal startade behandlingar",
                " %",
                Long::toString);
    }

    @Test
    void every_point_that_leads_somewhere_is_a_link_with_its_words() {
        var svg = present(CHARTS.draw(funnel()).wide());
        assertThat(svg)
                .contains("role=\"group\"")
                .contains("<a href=\"/folj-upp/jamfor?unit=a&amp;by=unit\" aria-label=\"Höglandssjukhuset Ås: 58 %\"")
                .contains("Stora &quot;x&quot;: 46 %");
        assertThat(svg.split("<a ", -1)).hasSize(4);
    }

    @Test
    void a_file_of_its_own_leads_nowhere() {
        assertThat(CHARTS.file(present(CHARTS.draw(funnel()).wide())))
                .doesNotContain("<a ")
                .doesNotContain("<title>")
                .contains("Höglandssjukhuset Ås");
    }

    @Test
    void names_cover_neither_each_other_nor_the_edge() {
        var places = new LabelPlaces(0, 0, 200, 100);
        places.point(100, 50);
        places.point(104, 52);

        var first = places.place(100, 50, "a long name").orElseThrow();
        var second = places.place(104, 52, "another name").orElseThrow();

        assertThat(first.x()).isGreaterThan(100);
        assertThat(second).isNotEqualTo(first);
        assertThat(places.place(195, 80, "no room right").orElseThrow().align()).isNotEqualTo("left");
        assertThat(places.place(100, 50, "a name far too long to stand anywhere in here"))
                .isEmpty();
    }

    private static String present(@Nullable String svg) {
        assertThat(svg).isNotNull();
        return String.valueOf(svg);
    }
}
