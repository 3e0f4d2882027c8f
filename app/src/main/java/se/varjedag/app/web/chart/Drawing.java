package se.varjedag.app.web.chart;

import java.util.Map;

/// What to draw: an ECharts option for a wide and for a narrow place, and what it says.
public interface Drawing {

    /// The finding in one sentence.
    String label();

    /// The size for a place.
    Size size(boolean narrow);

    /// The option for that size, of maps, lists, numbers and texts only.
    Map<String, Object> option(Size size);

    /// Width and height in px.
    record Size(int width, int height, boolean narrow) {}
}
