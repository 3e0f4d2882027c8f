package se.varjedag.app.palliative.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.palliative.Point;
import se.varjedag.app.palliative.Points;
import se.varjedag.app.patients.PatientValues;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// One patient's points of palliative care: what has been done, typed once; each becomes a clinical value.
@Controller
@Allowed(Permission.PATIENTS)
class PalliativeController {
    private static final String PATH = "/patient/{person}/palliativt";

    private final PatientValues values;
    private final Points points;
    private final Units units;
    private final SignedIn signedIn;
    private final Frame frame;

    PalliativeController(PatientValues values, Points points, Units units, SignedIn signedIn, Frame frame) {
        this.values = values;
        this.points = points;
        this.units = units;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    @GetMapping(PATH)
    String page(@PathVariable String person, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var acting = signedIn.required();
        var course =
                values.open(acting, Given.id(person), request.getRemoteAddr()).orElseThrow(Given::notFound);
        model.addAttribute("page", frame.page(request, texts.text("palliative.title")));
        model.addAttribute(
                "palliative",
                PalliativePage.of(
                        course,
                        points,
                        new PalliativePage.Here(acting.assignment().place(), frame.today(), texts, units::name)));
        return "palliative/patient";
    }

    /// Keeps each point that was answered.
    @PostMapping(PATH)
    String type(@PathVariable String person, @RequestParam("dag") String day, HttpServletRequest request) {
        var who = Given.id(person);
        var on = Given.past(day, frame.today());
        var facts = points.all().stream()
                .map(point -> new Said(point, request.getParameter(point.key())))
                .filter(said -> said.answer() != null && !said.answer().isEmpty())
                .map(said -> fact(said, on))
                .toList();
        keep(who, facts, request);
        return "redirect:/patient/" + who + "/palliativt";
    }

    private record Said(
            Point point, @org.jspecify.annotations.Nullable String answer) {}

    private static Fact fact(Said said, LocalDate on) {
        var answer = said.answer();
        if (answer == null || !Set.of("yes", "no").contains(answer)) {
            throw Given.wrong();
        }
        return Fact.of(Kind.PALLIATIVE, said.point().key(), on).said(answer);
    }

    private void keep(UUID who, List<Fact> facts, HttpServletRequest request) {
        if (!facts.isEmpty() && !values.type(signedIn.required(), who, facts, request.getRemoteAddr())) {
            throw Given.notFound();
        }
    }

    /// Takes back what was typed at the own unit.
    @PostMapping(PATH + "/{value}/tillbaka")
    String takeBack(@PathVariable String person, @PathVariable String value, HttpServletRequest request) {
        if (!values.takeBack(signedIn.required(), Given.id(person), Given.id(value), request.getRemoteAddr())) {
            throw Given.notFound();
        }
        return "redirect:/patient/" + Given.id(person) + "/palliativt";
    }
}
