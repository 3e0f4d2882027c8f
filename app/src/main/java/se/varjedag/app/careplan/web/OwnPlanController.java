package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.careplan.Plans;
import se.varjedag.app.careplan.Plans.Version;
import se.varjedag.app.careplan.Ways;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// The plan of the patient herself: the newest version that she may read, what has changed, and that she has read it.
@Controller
@Allowed(Permission.OWN_DATA)
public class OwnPlanController {
    static final String PATH = CarePlanController.PATH + "/plan";

    private final Plans plans;
    private final Ways ways;
    private final Units units;
    private final SignedIn signedIn;
    private final Frame frame;

    OwnPlanController(Plans plans, Ways ways, Units units, SignedIn signedIn, Frame frame) {
        this.plans = plans;
        this.ways = ways;
        this.units = units;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// Another version.
    public record Link(String path, String text) {}

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "version", defaultValue = "") String version,
            @RequestParam(name = "gjort", defaultValue = "") String done,
            HttpServletRequest request,
            Model model) {
        var words = Plain.of(frame.texts(request), request);
        var person = signedIn.patient();
        var all = shown(person, "GET " + PATH, request);
        model.addAttribute("page", frame.page(request, words.t("mvp.plan.title")));
        model.addAttribute("words", words);
        if (all.isEmpty() && version.isEmpty()) {
            model.addAttribute("plan", null);
            model.addAttribute("others", List.of());
            return "careplan/ownplan";
        }
        var one = version.isEmpty() ? all.getFirst() : find(all, version);
        var seen = plans.seen(person);
        model.addAttribute("plan", PlanSheet.of(one, all, seen, words, words.units(units)));
        model.addAttribute("newest", one.id() == all.getFirst().id());
        boolean read = seen.stream().anyMatch(mark -> mark.plan() == one.id() && mark.how() == Plans.How.READ);
        model.addAttribute("read", read);
        model.addAttribute("done", read && done.equals("last"));
        model.addAttribute(
                "others",
                all.stream()
                        .filter(other -> other.id() != one.id())
                        .map(other -> new Link(
                                PATH + "?version=" + other.version(),
                                PlanSheet.signed(other, words, words.units(units))))
                        .toList());
        return "careplan/ownplan";
    }

    /// She has read a version.
    @PostMapping(PATH)
    String read(@RequestParam(name = "version", defaultValue = "") String version, HttpServletRequest request) {
        var all = shown(signedIn.patient(), "POST " + PATH, request);
        plans.read(find(all, version));
        return "redirect:" + PATH + "?gjort=last";
    }

    private static Version find(List<Version> all, String version) {
        return all.stream()
                .filter(one -> String.valueOf(one.version()).equals(version))
                .findFirst()
                .orElseThrow(Given::notFound);
    }

    /// Every version she may read, the latest first; the log is told.
    private List<Version> shown(UUID person, String what, HttpServletRequest request) {
        var way = ways.own(signedIn.required(), person, what, request.getRemoteAddr());
        return way.isEmpty() ? List.of() : plans.shown(person);
    }
}
