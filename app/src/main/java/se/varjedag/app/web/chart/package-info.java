/// Charts, drawn on the server with ECharts: they need no script in the browser, print as they are and take their
/// colours from the page.
///
/// {@link se.varjedag.app.web.chart.Charts} draws; a {@link se.varjedag.app.web.chart.Drawing} says what.
@NamedInterface("chart")
@NullMarked
package se.varjedag.app.web.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
