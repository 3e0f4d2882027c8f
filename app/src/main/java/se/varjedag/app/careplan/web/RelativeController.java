package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
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
import se.varjedag.app.careplan.Contacts;
import se.varjedag.app.careplan.Family;
import se.varjedag.app.careplan.Family.Part;
import se.varjedag.app.careplan.Reached;
import se.varjedag.app.careplan.Ways;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.identity.Shown;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// What a relative sees, with an account of her own, of the plan of somebody who has allowed it: never more than the
/// patient reads herself, of it only the parts she chose, and only while it holds.
@Controller
@Allowed(Permission.OWN_DATA)
public class RelativeController {
    static final String PATH = "/anhorig";
    private static final String ONE = PATH + "/{permission}";

    private final Family family;
    private final Ways ways;
    private final Contacts contacts;
    private final Reached reached;
    private final Identities identities;
    private final OwnDoings doings;
    private final Units units;
    private final Today today;
    private final SignedIn signedIn;
    private final Frame frame;

    RelativeController(
            Family family,
            Ways ways,
            Contacts contacts,
            Reached reached,
            Identities identities,
            OwnDoings doings,
            Units units,
            Today today,
            SignedIn signedIn,
            Frame frame) {
        this.family = family;
        this.ways = ways;
        this.contacts = contacts;
        this.reached = reached;
        this.identities = identities;
        this.doings = doings;
        this.units = units;
        this.today = today;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// Somebody whose plan may be seen.
    public record Row(String path, String who, String until) {}

    /// Whose plans she may see, and where a code is entered.
    @GetMapping(PATH)
    String list(
            @RequestParam(name = "fel", defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var words = Plain.of(frame.texts(request), request);
        model.addAttribute("page", frame.page(request, words.t("mvp.relative.title")));
        model.addAttribute("words", words);
        model.addAttribute(
                "trouble",
                switch (trouble) {
                    case "ja" -> words.t("mvp.relative.trouble");
                    case "slut" -> words.t("mvp.relative.over");
                    default -> "";
                });
        model.addAttribute(
                "rows",
                family.takenBy(signedIn.required().account(), frame.today()).stream()
                        .map(one -> new Row(
                                PATH + "/" + one.id(),
                                who(one.person(), words),
                                words.t("mvp.family.until", words.day(one.until(), java.time.LocalDate.EPOCH))))
                        .toList());
        return "careplan/relatives";
    }

    /// Takes a permission with the code that the patient has given.
    @PostMapping(PATH)
    String take(@RequestParam(name = "kod", defaultValue = "") String code, HttpServletRequest request) {
        var acting = signedIn.required();
        var taken = family.take(acting.account(), signedIn.patient(), code, frame.today());
        if (taken.isEmpty()) {
            doings.refused("family-code", "POST " + PATH, Optional.empty(), request);
            return "redirect:" + PATH + "?fel=ja";
        }
        doings.changed("family-taken", "POST " + PATH, taken.get().person(), request);
        return "redirect:" + PATH + "/" + taken.get().id();
    }

    /// The parts that the patient has chosen, as she reads them herself.
    @GetMapping(ONE)
    String one(@PathVariable String permission, HttpServletRequest request, Model model) {
        var acting = signedIn.required();
        var known = family.byId(Given.id(permission));
        var holds = known.filter(one -> one.holds(frame.today()) && isHers(one, acting));
        if (holds.isEmpty()) {
            doings.refused("family", "GET " + ONE, known.map(Family.Permission::person), request);
            if (known.filter(one -> isHers(one, acting)).isPresent()) {
                return "redirect:" + PATH + "?fel=slut";
            }
            throw Given.notFound();
        }
        var words = Plain.of(frame.texts(request), request);
        var parts = holds.get().parts();
        var person = holds.get().person();
        var way = ways.own(acting, person, "GET " + ONE, request.getRemoteAddr());
        model.addAttribute("page", frame.page(request, words.t("mvp.relative.title")));
        model.addAttribute("words", words);
        model.addAttribute("who", who(person, words));
        model.addAttribute("showsWay", parts.contains(Part.WAY));
        model.addAttribute("showsVisits", parts.contains(Part.VISITS));
        model.addAttribute("showsPeople", parts.contains(Part.PEOPLE));
        way.ifPresent(one -> {
            var turn = contacts.of(one);
            model.addAttribute(
                    "way", WayPage.of(one, turn, reached.at(turn.unit()), words, today.day(), words.units(units)));
        });
        return "careplan/relative";
    }

    /// Whether the reader is the one who took a permission.
    private static boolean isHers(Family.Permission permission, Acting acting) {
        return permission
                .taken()
                .filter(taken -> taken.who().equals(acting.account().key()))
                .isPresent();
    }

    /// What a relative calls her: never a number, and nothing of who is protected.
    private String who(UUID person, Plain words) {
        var nameless = words.t("mvp.relative.somebody");
        return switch (identities.shown(person)) {
            case Shown.Known known -> known.name().orElse(nameless);
            case Shown.MadeUp made -> made.name();
            case Shown.Protected _, Shown.Unknown _ -> nameless;
        };
    }
}
