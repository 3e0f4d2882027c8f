package se.varjedag.app.web.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where names stand beside their points, so that they cover neither points nor each other as far as there is room.
final class LabelPlaces {

    private static final double LETTER = 6.8;
    private static final double HEIGHT = 17;
    private static final double AWAY = 13;
    private static final double POINT = 6;
    private static final int ON_WORDS = 60;
    private static final int ON_POINT = 2;
    private static final int OUTSIDE = 100;
    private static final int NO_ROOM = 40;

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /// A place for words.
    ///
    /// @param align which end of the words `x` is
    record Place(double x, double y, String align) {

        private Box box(double width) {
            double left = switch (align) {
                case "left" -> x;
                case "right" -> x - width;
                default -> x - width / 2;
            };
            return new Box(left, y - HEIGHT / 2, left + width, y + HEIGHT / 2);
        }
    }

    private final Box frame;
    private final List<Box> points = new ArrayList<>();
    private final List<Box> words = new ArrayList<>();

    LabelPlaces(double left, double top, double right, double bottom) {
        frame = new Box(left, top, right, bottom);
    }

    /// Tells of a point that is drawn.
    void point(double x, double y) {
        points.add(new Box(x - POINT, y - POINT, x + POINT, y + POINT));
    }

    /// The best place beside a point, which then is taken; empty when every place would cover other words or leave
    /// the frame.
    Optional<Place> place(double x, double y, String text) {
        double width = text.length() * LETTER;
        var places = List.of(
                new Place(x + AWAY, y, "left"),
                new Place(x - AWAY, y, "right"),
                new Place(x, y - AWAY - 4, "center"),
                new Place(x, y + AWAY + 4, "center"),
                new Place(x + AWAY, y - HEIGHT, "left"),
                new Place(x + AWAY, y + HEIGHT, "left"),
                new Place(x - AWAY, y - HEIGHT, "right"),
                new Place(x - AWAY, y + HEIGHT, "right"));
        var best = places.stream()
                .min(Comparator.comparingInt(place -> inTheWay(place.box(width))))
                .orElseThrow();
        if (inTheWay(best.box(width)) >= NO_ROOM) {
            return Optional.empty();
        }
        words.add(best.box(width));
        return Optional.of(best);
    }

    private int inTheWay(Box box) {
        int found = 0;
        for (var other : words) {
            found += box.meets(other) ? ON_WORDS : 0;
        }
        for (var point : points) {
            found += box.meets(point) ? ON_POINT : 0;
        }
        boolean inside = box.left >= frame.left
                && box.right <= frame.right
                && box.top >= frame.top
                && box.bottom <= frame.bottom;
        return inside ? found : found + OUTSIDE;
    }
}
