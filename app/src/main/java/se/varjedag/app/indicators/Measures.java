package se.varjedag.app.indicators;

import java.util.List;
import java.util.Map;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.web.figure.Span;

/// Counts measures that indicators name. Each part of the system that has figures for indicators has one of these.
interface Measures {
    /// The patients of a period by place, for those of the measures that are counted here by such places.
    Map<String, List<Counted>> count(List<String> measures, Place place, Span span);
}
