package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.careplan.Goals;
import se.varjedag.app.careplan.Goals.State;
import se.varjedag.app.careplan.Ways;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// What matters to the patient: she writes it, and says herself what has become of it.
@Controller
@Allowed(Permission.OWN_DATA)
class GoalsController {
    private static final String PATH = CarePlanController.PATH + "/mal";

    private final Goals goals;
    private final Ways ways;
    private final SignedIn signedIn;
    private final Frame frame;

    GoalsController(Goals goals, Ways ways, SignedIn signedIn, Frame frame) {
        this.goals = goals;
        this.ways = ways;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    @GetMapping(PATH)
    String page(HttpServletRequest request, Model model) {
        var words = Plain.of(frame.texts(request), request);
        var person = signedIn.patient();
        model.addAttribute("words", words);
        if (!hasPlan(person, "GET " + PATH, request)) {
            model.addAttribute("page", frame.page(request, words.t("mvp.title")));
            return "careplan/none";
        }
        model.addAttribute("page", frame.page(request, words.t("mvp.goal.title")));
        model.addAttribute("goals", Wish.of(goals.of(person), words));
        return "careplan/goals";
    }

    @PostMapping(PATH)
    String write(@RequestParam(name = "text", defaultValue = "") String text, HttpServletRequest request) {
        var person = withPlan(request);
        goals.write(person, text);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/lage")
    String mark(
            @RequestParam(name = "mal", defaultValue = "") String goal,
            @RequestParam(name = "lage", defaultValue = "") String state,
            HttpServletRequest request) {
        var person = withPlan(request);
        var wanted = State.of(state).orElseThrow(Given::notFound);
        if (!goals.mark(person, Given.id(goal), wanted)) {
            throw Given.notFound();
        }
        return "redirect:" + PATH;
    }

    private UUID withPlan(HttpServletRequest request) {
        var person = signedIn.patient();
        if (!hasPlan(person, "POST " + PATH, request)) {
            throw Given.notFound();
        }
        return person;
    }

    /// Whether she has a way here; the log is told.
    private boolean hasPlan(UUID person, String what, HttpServletRequest request) {
        return ways.own(signedIn.required(), person, what, request.getRemoteAddr())
                .isPresent();
    }
}
