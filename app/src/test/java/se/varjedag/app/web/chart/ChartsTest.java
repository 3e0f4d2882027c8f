package se.varjedag.app.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ChartsTest {

    private static final Charts CHARTS = new Charts();

    @AfterAll
    static void stop() throws Exception {
        CHARTS.stop();
    }

    @Test
    void the_thousands_along_an_axis_are_written_as_the_reader_writes_them() {
        var many = new DistributionPicture(
                "Fördelning", Collections.nCopies(30, 4_000L), OptionalInt.of(14), List.of(), List.of(), "dagar");

        assertThat(present(CHARTS.draw(many).wide())).contains("4\u00a0000").doesNotContain("4,000");
        assertThat(present(CHARTS.draw(many, ",").wide())).contains("4,000");
    }

    @Test
    void a_chart_passes_a_strict_policy_and_takes_its_colours_from_the_page() {
        var chart = CHARTS.draw(xmr());

        for (var svg : List.of(present(chart.wide()), present(chart.narrow()))) {
            assertThat(svg).doesNotContain("<style").doesNotContain("style=").doesNotContain("<script");
            assertThat(svg).contains("var(--better)").contains("role=\"img\"").contains("viewBox");
        }
    }

    @Test
    void the_finding_is_its_name() {
        var label = "Median \"46\" & more <5";
        var svg = present(CHARTS.draw(distribution(label)).wide());

        assertThat(svg).contains("aria-label=\"Median &quot;46&quot; &amp; more &lt;5\"");
    }

    @Test
    void wide_and_narrow_are_two_drawings_with_letters_of_the_same_size() {
        var chart = CHARTS.draw(trend());

        assertThat(present(chart.wide())).contains("width=\"560\"").contains("font-size=\"14\"");
        assertThat(present(chart.narrow())).contains("width=\"360\"").contains("font-size=\"14\"");
    }

    @Test
    void a_file_of_its_own_has_the_light_colours_in_place_of_the_pages() {
        var file = CHARTS.file(present(CHARTS.draw(xmr()).wide()));

        assertThat(file).doesNotContain("var(--").contains("#1f74b8").contains("xmlns=\"http://www.w3.org/2000/svg\"");
    }

    @Test
    void the_same_drawing_gives_the_same_text() {
        assertThat(CHARTS.draw(xmr())).isEqualTo(CHARTS.draw(xmr()));
    }

    @Test
    void the_words_of_the_last_month_stand_on_no_line_and_across_no_month() {
        for (double last = 4000; last <= 6000; last += 50) {
            for (double before : new double[] {4500, 5000, 5020, 5500, 6000}) {
                var picture = ending(before, last);
                var place = picture.place(picture.size(false));
                // 320 high with 14 and 44 around the scale from 3040 to 6960.
                double top = place.top(14 + (6960 - last) / 3920 * 262);
                for (double level : new double[] {5000, 6500, 3500}) {
                    double line = 14 + (6960 - level) / 3920 * 262;
                    assertThat(line < top - 1 || line > top + 17)
                            .as("%s after %s: %s", last, before, place)
                            .isTrue();
                }
            }
        }
    }

    private static XmrPicture ending(double before, double last) {
        var points = new ArrayList<XmrPicture.Point>();
        for (double value : new double[] {4600, 5300, 6600, 3400, before, last}) {
            points.add(new XmrPicture.Point("", "", value, XmrPicture.Signal.USUAL));
        }
        return new XmrPicture(
                "x",
                points,
                new XmrPicture.Level(5000, "mean"),
                new XmrPicture.Level(6500, "upper"),
                new XmrPicture.Level(3500, "lower"),
                "last");
    }

    static XmrPicture xmr() {
        var points = new ArrayList<XmrPicture.Point>();
        for (int i = 0; i < 34; i++) {
            var tick = i % 12 == 0 ? "jan\n" + (2024 + i / 12) : i % 12 == 6 ? "jul" : i == 33 ? "okt" : "";
            points.add(new XmrPicture.Point(
                    tick,
                    i % 12 == 0 ? tick : "",
                    78000 - 250 * i + 2500 * Math.sin(i * 1.7),
                    i > 25 ? XmrPicture.Signal.BETTER : i == 4 ? XmrPicture.Signal.WORSE : XmrPicture.Signal.USUAL));
        }
        return new XmrPicture(
                "Övertidsdagar per månad",
                points,
                new XmrPicture.Level(75000, "medel 75 000"),
                new XmrPicture.Level(82000, "övre gräns 82 000"),
                new XmrPicture.Level(68000, "undre gräns 68 000"),
                "68 412");
    }

    static DistributionPicture distribution(String label) {
        var counts = new ArrayList<Long>();
        for (int day = 0; day <= 120; day++) {
            counts.add(Math.round(95 * Math.exp(-Math.pow((day - 44) / 18.0, 2) / 2)));
        }
        return new DistributionPicture(
                label,
                counts,
                OptionalInt.of(39),
                List.of("gräns 39 dagar", "37,8 % startade i tid"),
                List.of(
                        new DistributionPicture.Mark(46, "median 46", null),
                        new DistributionPicture.Mark(67, "80 % har startat dag 67", "målet är dag 39")),
                "dagar från välgrundad misstanke till start");
    }

    static TrendPicture trend() {
        var ticks = new ArrayList<String>();
        var narrow = new ArrayList<String>();
        var low = new ArrayList<Double>();
        var high = new ArrayList<Double>();
        var whole = new ArrayList<Boolean>();
        for (int i = 0; i < 24; i++) {
            ticks.add(i % 12 == 0 ? "jan\n" + (2025 + i / 12) : i % 12 == 6 ? "jul" : "");
            narrow.add(i % 12 == 0 ? "jan\n" + (2025 + i / 12) : "");
            low.add(8 + Math.sin(i));
            high.add(24 + Math.cos(i));
            whole.add(i < 21);
        }
        return new TrendPicture(
                "Andel som startat",
                ticks,
                narrow,
                List.of(
                        new TrendPicture.Line("30 dagar", low, whole, "var(--data-2)"),
                        new TrendPicture.Line("60 dagar", high, whole, "var(--data)")));
    }

    private static String present(@Nullable String svg) {
        assertThat(svg).isNotNull();
        return svg == null ? "" : svg;
    }
}
