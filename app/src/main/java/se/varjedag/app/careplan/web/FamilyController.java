package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.careplan.Family;
import se.varjedag.app.careplan.Family.Part;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// Where a patient says which relative may see what of her plan, and takes it back.
@Controller
@Allowed(Permission.OWN_DATA)
public class FamilyController {
    static final String PATH = CarePlanController.PATH + "/anhoriga";
    private static final int LONGEST_NAME = 100;

    private final Family family;
    private final OwnDoings doings;
    private final SignedIn signedIn;
    private final Frame frame;

    FamilyController(Family family, OwnDoings doings, SignedIn signedIn, Frame frame) {
        this.family = family;
        this.doings = doings;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// One permission in words.
    ///
    /// @param state whether somebody has taken it, or it has ended
    /// @param open whether it can be taken back
    public record Row(String id, String name, String parts, String until, String state, boolean open) {}

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "fel", defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var words = Plain.of(frame.texts(request), request);
        var person = signedIn.patient();
        doings.looked("GET " + PATH, person, request);
        var today = frame.today();
        model.addAttribute("page", frame.page(request, words.t("mvp.family.title")));
        model.addAttribute("words", words);
        model.addAttribute("today", today.toString());
        model.addAttribute("last", today.plusYears(1).toString());
        model.addAttribute("soon", today.plusMonths(3).toString());
        model.addAttribute("trouble", trouble.equals("ja") ? words.t("mvp.family.trouble") : "");
        model.addAttribute(
                "rows",
                family.of(person).stream().map(one -> row(one, words, today)).toList());
        return "careplan/family";
    }

    private static Row row(Family.Permission one, Plain words, LocalDate today) {
        return new Row(
                one.id().toString(),
                one.name(),
                Stream.of(Part.values())
                        .filter(one.parts()::contains)
                        .map(part -> words.t("mvp.family.part." + part.key()))
                        .collect(Collectors.joining(", ")),
                until(one, words),
                one.holds(today) || one.ended().isPresent() ? state(one, words) : words.t("mvp.family.over"),
                one.holds(today));
    }

    static String until(Family.Permission one, Plain words) {
        return words.t("mvp.family.until", words.day(one.until(), LocalDate.EPOCH));
    }

    /// Whether the patient has taken it back, or who has taken it.
    static String state(Family.Permission one, Plain words) {
        return one.ended()
                .map(at -> words.t("mvp.family.ended", day(at, words)))
                .or(() -> one.taken().map(taken -> words.t("mvp.family.taken", taken.name(), day(taken.at(), words))))
                .orElseGet(() -> words.t(one.late(Instant.now()) ? "mvp.family.late" : "mvp.family.waits"));
    }

    private static String day(Instant at, Plain words) {
        return words.day(at.atZone(Sweden.TIME).toLocalDate(), LocalDate.EPOCH);
    }

    /// Lets somebody see parts of the plan. The code is shown on the next page, once.
    @PostMapping(PATH)
    String allow(
            @RequestParam(name = "namn", defaultValue = "") String name,
            @RequestParam(name = "del", defaultValue = "") List<String> parts,
            @RequestParam(name = "till", defaultValue = "") String until,
            HttpServletRequest request,
            RedirectAttributes next) {
        var person = signedIn.patient();
        var whom = StoredText.of(name, LONGEST_NAME);
        var chosen = Part.of(parts);
        var today = frame.today();
        var last = Given.day(until).filter(day -> !day.isBefore(today) && !day.isAfter(today.plusYears(1)));
        if (whom.isEmpty() || chosen.isEmpty() || last.isEmpty()) {
            return "redirect:" + PATH + "?fel=ja";
        }
        doings.changed("family-allowed", "POST " + PATH, person, request);
        next.addFlashAttribute("code", family.allow(person, whom, chosen, last.get()));
        next.addFlashAttribute("whom", whom);
        return "redirect:" + PATH;
    }

    /// Takes it back: from the next request on it opens nothing.
    @PostMapping(PATH + "/slut")
    String end(@RequestParam(name = "tillatelse", defaultValue = "") String permission, HttpServletRequest request) {
        var person = signedIn.patient();
        if (!family.end(person, Given.id(permission))) {
            throw Given.notFound();
        }
        doings.changed("family-ended", "POST " + PATH + "/slut", person, request);
        return "redirect:" + PATH;
    }
}
