package se.varjedag.app.followup.web.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/// A map as SVG in the look of the charts: colours as variables, no styles.
///
/// @param label what a reader who cannot see it is told
/// @param places the places from the start on
/// @param arrows what follows what
record MapDrawing(String label, List<Place> places, List<Arrow> arrows) {

    private static final double LINE = 16;
    private static final double LETTER = 6.7;
    private static final double CORNER = 8;

    MapDrawing {
        places = List.copyOf(places);
        arrows = List.copyOf(arrows);
    }

    /// What a place is.
    enum Kind {
        START,
        POINT,
        TREATMENT,
        LEFT
    }

    /// A place in words.
    ///
    /// @param id    the number that arrows call it by
    /// @param name  its name
    /// @param count how often it is met
    record Place(int id, String name, String count, Kind kind) {}

    /// One thing that follows another, in words.
    ///
    /// @param count how often
    /// @param days  how long
    /// @param share its count as a share of the most frequent arrow's, which makes its thickness
    /// @param over  whether most took longer than is allowed
    record Arrow(int from, int to, String count, String days, double share, boolean over) {}

    /// How much room there is.
    ///
    /// @param box    the width of a place
    /// @param labels whether the arrows tell their counts too, beside their days
    /// @param layers how far one layer stands from the next
    record Room(double box, boolean labels, double layers, double beside) {}

    /// The picture, as wide as it comes out.
    Svg draw(Room room) {
        var boxes = new ArrayList<MapLayout.Place>();
        for (var place : places) {
            boxes.add(new MapLayout.Place(
                    place.id(),
                    room.box(),
                    10 + LINE * (1 + lines(place.name(), room.box()).size())));
        }
        var edges = arrows.stream()
                .map(arrow -> new MapLayout.Arrow(
                        arrow.from(),
                        arrow.to(),
                        LETTER * words(arrow, room).length() + 8,
                        LINE + 2,
                        1 + (int) Math.round(9 * arrow.share())))
                .toList();
        var layout = MapLayout.of(boxes, edges, new MapLayout.Spacing(room.layers(), room.beside()));
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\">"
                        .formatted(
                                escaped(label),
                                number(layout.width()),
                                number(layout.height()),
                                number(layout.width()),
                                number(layout.height())));
        // The rare first, so that the frequent lie on top.
        for (int i = arrows.size() - 1; i >= 0; i--) {
            arrow(svg, arrows.get(i), layout.lines().get(i));
        }
        for (int i = 0; i < places.size(); i++) {
            place(svg, places.get(i), layout.boxes().get(i), room);
        }
        for (int i = arrows.size() - 1; i >= 0; i--) {
            words(svg, arrows.get(i), layout.lines().get(i), room);
        }
        return new Svg(svg.append("</svg>").toString(), layout.width());
    }

    /// A picture and its width in px.
    record Svg(String text, double width) {}

    private static void arrow(StringBuilder svg, Arrow arrow, MapLayout.Line line) {
        var colour = arrow.over() ? "var(--late)" : "var(--data-2)";
        double thick = 1.2 + 8 * arrow.share();
        double head = 5 + thick * 0.7;
        var corners = shortened(line.corners(), head);
        svg.append("<path fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\" d=\"%s\"></path>"
                .formatted(colour, number(thick), path(corners)));
        var tip = line.corners().getLast();
        var before = line.corners().get(line.corners().size() - 2);
        double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
        double dx = length == 0 ? 0 : (tip.x() - before.x()) / length;
        double dy = length == 0 ? 1 : (tip.y() - before.y()) / length;
        svg.append("<path fill=\"%s\" d=\"M%s %sL%s %sL%s %sz\"></path>"
                .formatted(
                        colour,
                        number(tip.x()),
                        number(tip.y()),
                        number(tip.x() - dx * head - dy * head * 0.6),
                        number(tip.y() - dy * head + dx * head * 0.6),
                        number(tip.x() - dx * head + dy * head * 0.6),
                        number(tip.y() - dy * head - dx * head * 0.6)));
    }

    /// The line ends where its head begins.
    private static List<MapLayout.Point> shortened(List<MapLayout.Point> corners, double by) {
        var tip = corners.getLast();
        var before = corners.get(corners.size() - 2);
        double length = Math.hypot(tip.x() - before.x(), tip.y() - before.y());
        if (length <= by) {
            return corners;
        }
        var shorter = new ArrayList<>(corners.subList(0, corners.size() - 1));
        shorter.add(new MapLayout.Point(
                tip.x() - (tip.x() - before.x()) / length * by, tip.y() - (tip.y() - before.y()) / length * by));
        return shorter;
    }

    /// A line with rounded corners.
    private static String path(List<MapLayout.Point> corners) {
        var path = new StringBuilder("M" + at(corners.getFirst()));
        for (int i = 1; i + 1 < corners.size(); i++) {
            var corner = corners.get(i);
            path.append("L").append(at(towards(corner, corners.get(i - 1))));
            path.append("Q").append(at(corner)).append(' ').append(at(towards(corner, corners.get(i + 1))));
        }
        return path.append("L").append(at(corners.getLast())).toString();
    }

    private static MapLayout.Point towards(MapLayout.Point corner, MapLayout.Point other) {
        double length = Math.hypot(other.x() - corner.x(), other.y() - corner.y());
        double part = length == 0 ? 0 : Math.min(CORNER, length / 2) / length;
        return new MapLayout.Point(
                corner.x() + (other.x() - corner.x()) * part, corner.y() + (other.y() - corner.y()) * part);
    }

    private static void place(StringBuilder svg, Place place, MapLayout.Box box, Room room) {
        var fill = place.kind() == Kind.TREATMENT ? "var(--accent-soft)" : "var(--paper)";
        var edge = place.kind() == Kind.START || place.kind() == Kind.TREATMENT ? "var(--ink)" : "var(--rule-2)";
        var dashed = place.kind() == Kind.LEFT ? " stroke-dasharray=\"4 3\"" : "";
        svg.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"2\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s></rect>"
                        .formatted(
                                number(box.x()),
                                number(box.y()),
                                number(box.width()),
                                number(box.height()),
                                fill,
                                edge,
                                place.kind() == Kind.START || place.kind() == Kind.TREATMENT ? "2" : "1",
                                dashed));
        double y = box.y() + LINE + 1;
        for (var line : lines(place.name(), room.box())) {
            text(svg, box.x() + box.width() / 2, y, line, "var(--ink)", 600);
            y += LINE;
        }
        text(svg, box.x() + box.width() / 2, y, place.count(), "var(--ink-2)", 400);
    }

    private static void words(StringBuilder svg, Arrow arrow, MapLayout.Line line, Room room) {
        var box = line.label();
        svg.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"var(--paper)\"></rect>"
                .formatted(number(box.x()), number(box.y()), number(box.width()), number(box.height())));
        text(
                svg,
                box.x() + box.width() / 2,
                box.y() + LINE - 3,
                words(arrow, room),
                arrow.over() ? "var(--late-ink)" : "var(--ink-2)",
                arrow.over() ? 600 : 400);
    }

    private static String words(Arrow arrow, Room room) {
        return room.labels() ? arrow.days() + " · " + arrow.count() : arrow.days();
    }

    private static void text(StringBuilder svg, double x, double y, String words, String colour, int weight) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-size=\"14\" font-weight=\"%d\" fill=\"%s\">%s</text>"
                        .formatted(number(x), number(y), weight, colour, escaped(words)));
    }

    /// A name on one line or two, broken between words.
    private static List<String> lines(String name, double width) {
        int most = (int) (width / 7.2);
        if (name.length() <= most) {
            return List.of(name);
        }
        int space = name.lastIndexOf(' ', most);
        if (space < 0) {
            space = name.indexOf(' ');
        }
        return space < 0 ? List.of(name) : List.of(name.substring(0, space), name.substring(space + 1));
    }

    private static String at(MapLayout.Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    private static String number(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
