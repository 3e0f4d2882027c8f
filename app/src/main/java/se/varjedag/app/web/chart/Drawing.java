package se.varjedag.app.web.chart;

import java.util.List;
import java.util.Map;

/// What to draw: an ECharts option for a wide and for a narrow place, and what it says.
public interface Drawing {

    /// The finding in one sentence.
    String label();

    /// The size for a place.
    Size size(boolean narrow);

    /// The option for that size, of maps, lists, numbers and texts only.
    Map<String, Object> option(Size size);

    /// The parts of the picture that lead somewhere; none in most.
    default List<Link> links() {
        return List.of();
    }

    /// A part of the picture that leads somewhere.
    ///
    /// @param series the place of its series in the option
    /// @param item   its place in the series
    /// @param path   where it leads
    /// @param words  what it is, in one sentence
    record Link(int series, int item, String path, String words) {}

    /// Width and height in px.
    record Size(int width, int height, boolean narrow) {}
}
