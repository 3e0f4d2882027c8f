package se.varjedag.app.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.coordination.Courses;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.overview.Contents;
import se.varjedag.app.overview.Course;
import se.varjedag.app.overview.Uses;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.PatientValues;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// One patient's whole course on one screen, and what is typed there once.
@Controller
@Allowed(Permission.PATIENTS)
class OverviewController {
    private static final String PATH = "/patient/{person}/oversikt";
    private static final Set<String> PERIODS = Set.of("allt", "60", "30", "12", "6");
    private static final Set<String> WHY = Set.of("planned", "progress", "toxicity", "patient", "other");

    private final PatientValues values;
    private final Courses courses;
    private final Today today;
    private final Contents contents;
    private final Uses uses;
    private final SignedIn signedIn;
    private final ItemNames names;
    private final Units units;
    private final Frame frame;

    OverviewController(
            PatientValues values,
            Courses courses,
            Today today,
            Contents contents,
            Uses uses,
            SignedIn signedIn,
            ItemNames names,
            Units units,
            Frame frame) {
        this.values = values;
        this.courses = courses;
        this.today = today;
        this.contents = contents;
        this.uses = uses;
        this.signedIn = signedIn;
        this.names = names;
        this.units = units;
        this.frame = frame;
    }

    /// The overview.
    ///
    /// @param period months back from `till`, or `allt`; what lies before is squeezed
    /// @param till   last day shown
    /// @param line   the day that is read through all lanes
    @GetMapping(PATH)
    String overview(
            @PathVariable String person,
            @RequestParam(name = "period", defaultValue = "30") String period,
            @RequestParam(name = "till", defaultValue = "") String till,
            @RequestParam(name = "vid", defaultValue = "") String line,
            HttpServletRequest request,
            Model model) {
        var acting = signedIn.required();
        var who = Given.id(person);
        var opened = values.open(acting, who, request.getRemoteAddr()).orElseThrow(Given::notFound);
        var course = course(acting, opened);
        uses.opened(acting.assignment().place(), who, course);
        var texts = frame.texts(request);
        var today = course.today();
        var last = Given.day(till).filter(day -> day.isBefore(today)).orElse(today);
        var asked = new OverviewPage.Asked(
                PERIODS.contains(period) ? period : "30",
                last,
                Given.day(line).filter(day -> !day.isAfter(last)).orElse(last));
        model.addAttribute("page", frame.page(request, texts.text("overview.title")));
        model.addAttribute("name", PatientNames.of(opened.sight().who(), texts));
        model.addAttribute("patient", "/patient/" + who);
        model.addAttribute(
                "overview",
                OverviewPage.of(
                        course,
                        opened.hidden(),
                        asked,
                        "/patient/" + who + "/oversikt",
                        acting.assignment().place(),
                        units::name,
                        names,
                        texts));
        return "overview/overview";
    }

    private Course course(Acting acting, PatientValues.Course opened) {
        return Course.of(contents, opened.values(), courses.of(acting, opened.sight()), today.day());
    }

    /// A value that no feed gives.
    ///
    /// @param sort what it is: status of the disease, performance, or the end of a drug
    /// @param what the status, the level, or which drug
    @PostMapping(PATH + "/varde")
    String type(
            @PathVariable String person,
            @RequestParam("slag") String sort,
            @RequestParam("vad") String what,
            @RequestParam("dag") String day,
            @RequestParam(name = "varfor", defaultValue = "") String why,
            HttpServletRequest request) {
        var acting = signedIn.required();
        var who = Given.id(person);
        var opened = values.open(acting, who, request.getRemoteAddr()).orElseThrow(Given::notFound);
        var course = course(acting, opened);
        var on = Given.day(day)
                .filter(date -> !date.isAfter(course.today()) && date.getYear() > 1900)
                .orElseThrow(Given::wrong);
        var fact = switch (sort) {
            case "status" -> status(course, what, on);
            case "funktion" -> performance(course, what, on);
            case "slut" -> stopped(course, what, on, why);
            default -> throw Given.wrong();
        };
        return back(who, values.type(acting, who, fact, request.getRemoteAddr()));
    }

    private static Fact status(Course course, String item, LocalDate on) {
        if (course.content().statuses().stream().noneMatch(one -> one.item().equals(item))) {
            throw Given.wrong();
        }
        return Fact.of(Kind.STATUS, item, on);
    }

    private static Fact performance(Course course, String level, LocalDate on) {
        var scale = course.content().performance();
        int told;
        try {
            told = Integer.parseInt(level);
        } catch (NumberFormatException _) {
            throw Given.wrong();
        }
        if (told < scale.lowest() || told > scale.highest()) {
            throw Given.wrong();
        }
        return Fact.of(Kind.PERFORMANCE, scale.item().item(), on).number(told, "");
    }

    private static Fact stopped(Course course, String drug, LocalDate on, String why) {
        var found = course.values().stream()
                .filter(value -> value.fact().kind() == Kind.TREATMENT
                        && value.id().toString().equals(drug))
                .findFirst()
                .orElseThrow(Given::wrong);
        if (!WHY.contains(why) || on.isBefore(found.fact().day())) {
            throw Given.wrong();
        }
        return found.fact().until(on).because(why);
    }

    /// Takes back what was typed at the own unit by mistake.
    @PostMapping(PATH + "/varde/{value}/ta-bort")
    String takeBack(@PathVariable String person, @PathVariable String value, HttpServletRequest request) {
        var acting = signedIn.required();
        var who = Given.id(person);
        return back(who, values.takeBack(acting, who, Given.id(value), request.getRemoteAddr()));
    }

    private static String back(UUID who, boolean done) {
        if (!done) {
            throw Given.notFound();
        }
        return "redirect:/patient/" + who + "/oversikt";
    }
}
