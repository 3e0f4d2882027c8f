package se.varjedag.app.web.figure;

import org.springframework.ui.Model;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Visitor;

/// What a page of indicators is asked for.
///
/// @param region its code, empty for the whole country
public record IndicatorChoice(Span span, String region) {
    private static final String ALL = "alla";

    /// What an address asks for: without a region the reader's own, and the whole country only when it is asked for.
    public static IndicatorChoice of(String from, String to, String region, Frame frame) {
        var own = frame.visitor().map(Visitor::region).orElse("");
        var chosen = region.equals(ALL) ? "" : region.isEmpty() ? own : region;
        return new IndicatorChoice(Span.of(from, to, frame.today()), chosen);
    }

    /// Gives the page the choice, and the regions to choose from.
    public void show(Model model) {
        model.addAttribute("span", span);
        model.addAttribute("region", region);
        model.addAttribute("regions", Regions.all());
    }
}
