package se.varjedag.app.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.indicators.Catalogue;
import se.varjedag.app.indicators.Counted;
import se.varjedag.app.indicators.Indicator;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.indicators.Outcomes;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.IndicatorChoice;
import se.varjedag.app.web.figure.IndicatorTable;
import se.varjedag.app.web.figure.IndicatorTable.Asked;
import se.varjedag.app.web.figure.IndicatorTable.Group;
import se.varjedag.app.web.figure.IndicatorTable.Tally;

/// Whether the promises to patients are kept: every indicator, and each with its definition and by place.
@Controller
@Allowed(Permission.FIGURES)
public class IndicatorsController {
    private static final String PATH = "/folj-upp/indikatorer";
    private static final int ORDER = 5;

    private final Catalogue catalogue;
    private final Outcomes outcomes;
    private final Units units;
    private final SignedIn signedIn;
    private final Frame frame;

    IndicatorsController(Catalogue catalogue, Outcomes outcomes, Units units, SignedIn signedIn, Frame frame) {
        this.catalogue = catalogue;
        this.outcomes = outcomes;
        this.units = units;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuItem indicatorsInFollowUp() {
            return new MenuItem(ORDER, "indicator.menu", PATH, "/folj-upp");
        }
    }

    @GetMapping(PATH)
    String all(
            @RequestParam(name = "ar", defaultValue = "") String year,
            @RequestParam(name = "region", defaultValue = "") String region,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var choice = IndicatorChoice.of(year, region, frame);
        model.addAttribute("page", frame.page(request, texts.text("indicator.title")));
        choice.show(model, frame, texts);
        model.addAttribute("view", IndicatorsPage.of(catalogue, outcomes, choice, texts));
        model.addAttribute("query", query(choice));
        model.addAttribute("mayBring", signedIn.may(Permission.BRING_FIGURES));
        return "indicators/all";
    }

    /// One table of an indicator.
    ///
    /// @param place `region`, `residence` or `unit`
    public record ByPlace(String place, IndicatorTable table) {}

    @GetMapping(PATH + "/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(name = "ar", defaultValue = "") String year,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var indicator = catalogue.byId(id).orElseThrow(Given::notFound);
        var choice = IndicatorChoice.of(year, "alla", frame);
        model.addAttribute("page", frame.page(request, indicator.name().in(texts.language())));
        choice.show(model, frame, texts);
        model.addAttribute("indicator", indicator);
        model.addAttribute("words", Definition.of(indicator, texts));
        model.addAttribute(
                "tables",
                indicator.places().stream()
                        .flatMap(place -> table(indicator, place, choice, texts).stream())
                        .toList());
        model.addAttribute("query", query(choice));
        return "indicators/one";
    }

    private List<ByPlace> table(Indicator indicator, Place place, IndicatorChoice choice, Texts texts) {
        var counted = outcomes.of(List.of(indicator), place, choice.span()).get(indicator.id());
        if (counted == null) {
            return List.of();
        }
        var groups = counted.stream()
                .map(one -> new Group(one.place(), number(one), List.of(tally(one))))
                .toList();
        return List.of(new ByPlace(
                place.key(),
                IndicatorTable.of(
                        groups,
                        place == Place.UNIT ? new Asked(units::regionOf, "") : Asked.ALL,
                        List.of(indicator.high()),
                        code -> name(place, code, texts),
                        texts)));
    }

    private static int number(Counted one) {
        return Math.toIntExact(one.share().denominator() + one.unknown());
    }

    private static Tally tally(Counted one) {
        var share = one.share();
        return new Tally(
                Math.toIntExact(share.numerator()),
                Math.toIntExact(share.denominator() - share.numerator()),
                Math.toIntExact(one.unknown()));
    }

    private String name(Place place, String code, Texts texts) {
        if (code.isEmpty()) {
            return texts.text(place == Place.UNIT ? "indicators.no-unit" : "indicator.no-region");
        }
        return place == Place.UNIT ? units.name(code) : Regions.name(code);
    }

    private static String query(IndicatorChoice choice) {
        return "?ar=" + choice.year();
    }
}
