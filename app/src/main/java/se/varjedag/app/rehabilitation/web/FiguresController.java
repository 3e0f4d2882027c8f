package se.varjedag.app.rehabilitation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalDouble;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.reference.Units;
import se.varjedag.app.rehabilitation.Indicators;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.figure.IndicatorChoice;
import se.varjedag.app.web.figure.IndicatorTable;

/// Rehabilitation by unit: the indicators of the national programme, which no register has yet.
@Controller
class FiguresController {
    private static final String PATH = "/folj-upp/rehabilitering";
    private static final int ORDER = 97;
    private static final List<String> HEADS = List.of("assessed", "plan", "profession", "children");

    private final Indicators indicators;
    private final Units units;
    private final Frame frame;

    FiguresController(Indicators indicators, Units units, Frame frame) {
        this.indicators = indicators;
        this.units = units;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem rehabilitationInFollowUp() {
            return new MenuItem(ORDER, "rehab.menu", PATH, "/folj-upp");
        }
    }

    @GetMapping(PATH)
    @Allowed(Permission.FIGURES)
    String page(
            @RequestParam(name = "ar", defaultValue = "") String year,
            @RequestParam(name = "region", defaultValue = "") String region,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var choice = IndicatorChoice.of(year, region, frame);
        model.addAttribute("page", frame.page(request, texts.text("rehab.figures.title")));
        choice.show(model, frame, texts);
        model.addAttribute(
                "heads",
                HEADS.stream().map(one -> texts.text("rehab.figures." + one)).toList());
        model.addAttribute(
                "table",
                IndicatorTable.of(
                        indicators.of(choice.span(), frame.today()),
                        new IndicatorTable.Asked(units::regionOf, choice.region()),
                        HEADS.stream().map(_ -> OptionalDouble.empty()).toList(),
                        unit -> unit.isEmpty() ? texts.text("indicators.no-unit") : units.name(unit),
                        texts));
        return "rehabilitation/figures";
    }
}
