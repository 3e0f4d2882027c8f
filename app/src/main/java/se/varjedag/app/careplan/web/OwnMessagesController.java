package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.careplan.Contacts;
import se.varjedag.app.careplan.Messages;
import se.varjedag.app.careplan.PlanStructure;
import se.varjedag.app.careplan.Reached;
import se.varjedag.app.careplan.Ways;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.nation.WorkingDays;

/// What the patient writes to her contact nurse, and what she is answered.
@Controller
@Allowed(Permission.OWN_DATA)
class OwnMessagesController {
    private static final String PATH = CarePlanController.PATH + "/meddelanden";

    /// The parts of the plan that she may comment on.
    private static final Set<String> PARTS = Set.of("way", "visits", "people", "goals");

    private final Ways ways;
    private final Contacts contacts;
    private final Messages messages;
    private final Reached reached;
    private final SignedIn signedIn;
    private final Frame frame;

    OwnMessagesController(
            Ways ways, Contacts contacts, Messages messages, Reached reached, SignedIn signedIn, Frame frame) {
        this.ways = ways;
        this.contacts = contacts;
        this.messages = messages;
        this.reached = reached;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    @GetMapping(PATH)
    String page(@RequestParam(name = "om", defaultValue = "") String about, HttpServletRequest request, Model model) {
        var words = Plain.of(frame.texts(request), request);
        var person = signedIn.patient();
        var way = ways.own(signedIn.required(), person, "GET " + PATH, request.getRemoteAddr());
        var all = messages.of(person);
        messages.opened(all.stream().filter(one -> !one.fromPatient()).toList(), "");
        var today = frame.today();
        var turn = way.map(contacts::of);
        var nurse = turn.flatMap(Contacts.Reach::nurse);
        model.addAttribute("page", frame.page(request, words.t("mvp.msg.title")));
        model.addAttribute("words", words);
        model.addAttribute("letters", Letter.ofPatient(all, words, today));
        model.addAttribute("about", part(about));
        model.addAttribute("said", part(about).isEmpty() ? "" : Letter.about(part(about), words));
        model.addAttribute(
                "to",
                nurse.map(one -> one.cover()
                                .map(cover ->
                                        words.t("mvp.msg.to.cover", one.staff().name(), cover))
                                .orElseGet(
                                        () -> words.t("mvp.msg.to", one.staff().name())))
                        .orElseGet(() -> words.t("mvp.msg.to.nobody")));
        model.addAttribute(
                "promise",
                turn.filter(one -> !one.unit().isEmpty())
                        .map(one -> words.t(
                                "mvp.msg.promise",
                                words.day(
                                        WorkingDays.after(
                                                today, reached.at(one.unit()).answerDays()),
                                        today)))
                        .orElse(""));
        return "careplan/messages";
    }

    @PostMapping(PATH)
    String send(
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "om", defaultValue = "") String about,
            HttpServletRequest request) {
        var person = signedIn.patient();
        var turn = ways.own(signedIn.required(), person, "POST " + PATH, request.getRemoteAddr())
                .map(contacts::of)
                .filter(one -> !one.unit().isEmpty())
                .orElseThrow(Given::notFound);
        var within = reached.at(turn.unit()).answerDays();
        messages.ask(person, turn.unit(), part(about), text, frame.today(), within);
        return "redirect:" + PATH;
    }

    /// The part of the plan that is written about; empty where there is no such part.
    private static String part(String about) {
        boolean section = about.startsWith(Letter.SECTION)
                && PlanStructure.shipped()
                        .section(about.substring(Letter.SECTION.length()))
                        .isPresent();
        return PARTS.contains(about) || section ? about : "";
    }
}
