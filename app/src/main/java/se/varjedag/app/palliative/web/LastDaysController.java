package se.varjedag.app.palliative.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.palliative.Certifications;
import se.varjedag.app.palliative.Certifications.Certification;
import se.varjedag.app.palliative.LastDays;
import se.varjedag.app.palliative.Point;
import se.varjedag.app.palliative.Points;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.IndicatorChoice;
import se.varjedag.app.web.figure.IndicatorTable;
import se.varjedag.app.web.figure.IndicatorTable.Group;

/// Care in the last week of life, by where the patients lived beside where they were cared for.
@Controller
public class LastDaysController {
    private static final String PATH = "/folj-upp/palliativ";
    private static final int ORDER = 98;

    private final LastDays lastDays;
    private final Points points;
    private final Certifications certifications;
    private final Units units;
    private final Frame frame;

    LastDaysController(LastDays lastDays, Points points, Certifications certifications, Units units, Frame frame) {
        this.lastDays = lastDays;
        this.points = points;
        this.certifications = certifications;
        this.units = units;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem palliativeInFollowUp() {
            return new MenuItem(ORDER, "palliative.menu", PATH, "/folj-upp");
        }
    }

    /// A certified unit.
    public record Certified(String unit, String name, String period) {}

    @GetMapping(PATH)
    @Allowed(Permission.FIGURES)
    String page(
            @RequestParam(name = "ar", defaultValue = "") String year,
            @RequestParam(name = "region", defaultValue = "") String region,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var choice = IndicatorChoice.of(year, region, frame);
        var figures = lastDays.of(choice.span());
        model.addAttribute("page", frame.page(request, texts.text("palliative.figures.title")));
        choice.show(model, frame, texts);
        model.addAttribute(
                "heads",
                points.counted().stream().map(point -> head(point, texts)).toList());
        model.addAttribute("residence", residence(figures.byResidence(), choice.region(), texts));
        model.addAttribute("care", care(figures.byCare(), choice.region(), texts));
        model.addAttribute(
                "certified",
                certifications.on(frame.today()).stream()
                        .filter(one -> choice.region().isEmpty()
                                || units.byId(one.unit())
                                        .filter(unit -> unit.region().equals(choice.region()))
                                        .isPresent())
                        .map(one -> new Certified(units.name(one.unit()), one.name(), period(one, texts)))
                        .toList());
        return "palliative/figures";
    }

    private IndicatorTable residence(List<Group> groups, String region, Texts texts) {
        return IndicatorTable.of(
                groups,
                new IndicatorTable.Asked(region.isEmpty() ? _ -> "" : UnaryOperator.identity(), region),
                targets(),
                code -> code.isEmpty() ? texts.text("palliative.no-home") : Regions.name(code),
                texts);
    }

    private IndicatorTable care(List<Group> groups, String region, Texts texts) {
        var certified = certifications.on(frame.today()).stream()
                .map(Certification::unit)
                .collect(Collectors.toSet());
        return IndicatorTable.of(
                groups,
                new IndicatorTable.Asked(units::regionOf, region),
                targets(),
                unit -> unit.isEmpty()
                        ? texts.text("indicators.no-unit")
                        : certified.contains(unit)
                                ? texts.text("palliative.certified.unit", units.name(unit))
                                : units.name(unit),
                texts);
    }

    private List<OptionalDouble> targets() {
        return points.counted().stream().map(Point::target).toList();
    }

    private static String head(Point point, Texts texts) {
        var name = point.name(texts.language());
        return point.target().isEmpty()
                ? name
                : texts.text(
                        "palliative.target",
                        name,
                        texts.formats().percent(point.target().getAsDouble(), 0));
    }

    static String period(Certification one, Texts texts) {
        return texts.formats().date(one.from()) + "–"
                + one.to().map(texts.formats()::date).orElse("");
    }
}
