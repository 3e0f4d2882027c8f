package se.varjedag.app.forms.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.varjedag.app.forms.Item;
import se.varjedag.app.forms.Kept.Score;
import se.varjedag.app.forms.Questionnaire;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;

/// The scores of one form over time: a line for each, and the same as a table.
///
/// @param said the finding in one sentence, for who does not see the picture
public record ScorePicture(
        String id, String title, String said, List<Line> lines, List<Mark> days, List<String> heads, List<Row> rows) {
    private static final double LEFT = 36;
    private static final double RIGHT = 470;
    private static final double TOP = 12;
    private static final double BOTTOM = 172;
    private static final double HUNDRED = 100;
    /// Less than this between two names, and they would be written over each other.
    private static final double APART = 17;

    private static final List<String> COLOURS =
            List.of("var(--k1)", "var(--k2)", "var(--k4)", "var(--k3)", "var(--ink)");

    /// One score.
    ///
    /// @param points as SVG writes them
    public record Line(String name, String colour, String points, List<Dot> dots, double nameY, double endY) {}

    /// One answer's score.
    public record Dot(double x, double y) {}

    /// A day under the axis.
    public record Mark(double x, String text, String anchor) {}

    /// One answer in the table.
    public record Row(String day, List<String> cells) {}

    /// Whether a form has something to draw: scores that are numbers.
    static List<Item> drawn(Questionnaire form) {
        return form.scores().stream()
                .filter(item -> item.type() == Item.Type.DECIMAL || item.type() == Item.Type.INTEGER)
                .toList();
    }

    static ScorePicture of(Questionnaire form, List<Score> scores, Texts texts) {
        var items = drawn(form);
        var own = scores.stream().filter(one -> one.form().equals(form.id())).toList();
        var moments = own.stream().map(Score::at).distinct().sorted().toList();
        var lines = new ArrayList<Line>();
        for (int at = 0; at < items.size(); at++) {
            lines.add(line(items.get(at), at, own, moments, texts));
        }
        var formats = texts.formats();
        return new ScorePicture(
                "scores-" + form.id(),
                form.title().in(texts.language(), false),
                texts.text(
                        "forms.scores.said",
                        String.valueOf(moments.size()),
                        day(moments.getFirst(), formats),
                        day(moments.getLast(), formats)),
                apart(lines),
                marks(moments, formats),
                items.stream().map(item -> name(item, texts)).toList(),
                moments.reversed().stream()
                        .map(moment -> row(moment, items, own, formats))
                        .toList());
    }

    private static Line line(Item item, int number, List<Score> own, List<Instant> moments, Texts texts) {
        var dots = own.stream()
                .filter(score -> score.item().equals(item.id()))
                .map(score -> new Dot(x(score.at(), moments), y(score.number())))
                .toList();
        var points = new StringBuilder();
        dots.forEach(dot -> points.append(String.format(Locale.ROOT, "%.1f,%.1f ", dot.x(), dot.y())));
        double end = dots.isEmpty() ? BOTTOM : dots.getLast().y();
        return new Line(
                name(item, texts),
                COLOURS.get(number % COLOURS.size()),
                points.toString().strip(),
                dots,
                end,
                end);
    }

    /// Names of lines that end near each other are moved apart, in the order of the lines' ends.
    private static List<Line> apart(List<Line> lines) {
        var sorted = new ArrayList<>(lines);
        sorted.sort(java.util.Comparator.comparingDouble(Line::endY));
        var all = new ArrayList<Line>();
        double before = -APART;
        double room = BOTTOM - (sorted.size() - 1) * APART;
        for (var line : sorted) {
            double at = Math.max(before + APART, Math.min(line.endY(), room));
            before = at;
            room += APART;
            all.add(new Line(line.name(), line.colour(), line.points(), line.dots(), at, line.endY()));
        }
        return all;
    }

    private static String name(Item item, Texts texts) {
        return item.text().in(texts.language(), false).replaceFirst(":.*$", "");
    }

    private static double x(Instant at, List<Instant> moments) {
        double all = ChronoUnit.SECONDS.between(moments.getFirst(), moments.getLast());
        return all <= 0
                ? (LEFT + RIGHT) / 2
                : LEFT + 10 + (RIGHT - LEFT - 20) * ChronoUnit.SECONDS.between(moments.getFirst(), at) / all;
    }

    private static double y(double number) {
        return BOTTOM - (BOTTOM - TOP) * Math.clamp(number, 0, HUNDRED) / HUNDRED;
    }

    private static List<Mark> marks(List<Instant> moments, Formats formats) {
        if (moments.size() == 1) {
            return List.of(new Mark(x(moments.getFirst(), moments), day(moments.getFirst(), formats), "middle"));
        }
        return List.of(
                new Mark(x(moments.getFirst(), moments), day(moments.getFirst(), formats), "start"),
                new Mark(x(moments.getLast(), moments), day(moments.getLast(), formats), "end"));
    }

    private static Row row(Instant moment, List<Item> items, List<Score> own, Formats formats) {
        return new Row(
                formats.moment(moment),
                items.stream()
                        .map(item -> own.stream()
                                .filter(score -> score.at().equals(moment)
                                        && score.item().equals(item.id()))
                                .findFirst()
                                .map(score -> formats.whole(Math.round(score.number())))
                                .orElse(Formats.NONE))
                        .toList());
    }

    private static String day(Instant at, Formats formats) {
        return formats.date(at.atZone(Sweden.TIME).toLocalDate());
    }
}
