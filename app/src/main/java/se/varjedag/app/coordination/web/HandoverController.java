package se.varjedag.app.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.coordination.Line;
import se.varjedag.app.coordination.Passing;
import se.varjedag.app.coordination.Worklist;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// Handing over, and the receipt.
@Controller
@Allowed(Permission.COORDINATION)
public class HandoverController {
    private static final int LONGEST = 1000;
    private static final int LONGEST_ANSWER = 500;

    private final Passing passing;
    private final Worklist worklist;
    private final CourseReading reading;
    private final Identities identities;
    private final SignedIn signedIn;
    private final Units units;
    private final Frame frame;

    HandoverController(
            Passing passing,
            Worklist worklist,
            CourseReading reading,
            Identities identities,
            SignedIn signedIn,
            Units units,
            Frame frame) {
        this.passing = passing;
        this.worklist = worklist;
        this.reading = reading;
        this.identities = identities;
        this.signedIn = signedIn;
        this.units = units;
        this.frame = frame;
    }

    /// Somebody who is to be handed over.
    public record Ticked(String value, String who, String what) {}

    /// Asks where to, and then hands over: what stands on the own list and no more.
    @PostMapping(WorklistController.PATH + "/overlamna")
    String handOver(
            @RequestParam(name = "val", defaultValue = "") List<String> ticked,
            @RequestParam(name = "till", defaultValue = "") String to,
            @RequestParam(name = "text", defaultValue = "") String words,
            HttpServletRequest request,
            Model model) {
        var acting = signedIn.required();
        var some = worklist.of(acting).lines().stream()
                .filter(line ->
                        ticked.contains(line.key().person() + "/" + line.key().handle()))
                .toList();
        if (some.isEmpty()) {
            return "redirect:" + WorklistController.PATH + "?" + WorklistController.HANDED + "=0";
        }
        if (to.isEmpty()) {
            return ask(some, acting, request, model);
        }
        if (units.byId(to).isEmpty() || to.equals(acting.assignment().place())) {
            throw Given.wrong();
        }
        var text = StoredText.of(words, LONGEST);
        long sent = some.stream()
                .filter(line -> passing.send(acting, line.key(), to, text, request.getRemoteAddr()))
                .count();
        return "redirect:" + WorklistController.PATH + "?lage=skickade&" + WorklistController.HANDED + "=" + sent;
    }

    private String ask(List<Line> some, Acting acting, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var words = new Words(texts);
        var names = new HashMap<UUID, String>();
        identities
                .shown(some.stream().map(line -> line.key().person()).toList())
                .forEach((person, shown) -> names.put(person, words.who(shown)));
        model.addAttribute("page", frame.page(request, texts.text("hand.title")));
        model.addAttribute(
                "ticked",
                some.stream()
                        .map(line -> new Ticked(
                                line.key().person() + "/" + line.key().handle(),
                                names.getOrDefault(line.key().person(), ""),
                                line.definition().name(texts.language())))
                        .toList());
        model.addAttribute("regions", CoursePage.regions(reading.all(), acting));
        return "coordination/handover";
    }

    /// The receipt: received, or refused with the reason.
    @PostMapping(WorklistController.PATH + "/overlamningar/{id:\\d+}")
    String answer(
            @PathVariable long id,
            @RequestParam("svar") String answer,
            @RequestParam(name = "varfor", defaultValue = "") String why,
            HttpServletRequest request) {
        boolean received = answer.equals("ta-emot");
        var reason = StoredText.of(why, LONGEST_ANSWER);
        if (!received && reason.isEmpty()) {
            throw Given.wrong();
        }
        var key = passing.answer(signedIn.required(), id, received, reason, request.getRemoteAddr())
                .orElseThrow(Given::notFound);
        return received
                ? "redirect:" + WorklistController.PATH + "/" + key.person() + "/" + key.handle()
                : "redirect:" + WorklistController.PATH;
    }
}
