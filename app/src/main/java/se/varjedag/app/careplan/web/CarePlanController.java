package se.varjedag.app.careplan.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.careplan.Closing;
import se.varjedag.app.careplan.ClosingLetters;
import se.varjedag.app.careplan.Contacts;
import se.varjedag.app.careplan.Reached;
import se.varjedag.app.careplan.Way;
import se.varjedag.app.careplan.Ways;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.forms.Waiting;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;

/// Where the patient is on her way, what comes next, and whom she calls.
@Controller
@Allowed(Permission.OWN_DATA)
class CarePlanController {
    static final String PATH = "/min-vardplan";

    private final Ways ways;
    private final Contacts contacts;
    private final Reached reached;
    private final Waiting waiting;
    private final ClosingLetters letters;
    private final Units units;
    private final Today today;
    private final SignedIn signedIn;
    private final Frame frame;

    CarePlanController(
            Ways ways,
            Contacts contacts,
            Reached reached,
            Waiting waiting,
            ClosingLetters letters,
            Units units,
            Today today,
            SignedIn signedIn,
            Frame frame) {
        this.ways = ways;
        this.contacts = contacts;
        this.reached = reached;
        this.waiting = waiting;
        this.letters = letters;
        this.units = units;
        this.today = today;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem carePlanInMenu() {
            return new MenuItem(1, "mvp.menu", PATH);
        }
    }

    @GetMapping(PATH)
    String page(HttpServletRequest request, Model model) {
        var words = Plain.of(frame.texts(request), request);
        var person = signedIn.patient();
        model.addAttribute("page", frame.page(request, words.t("mvp.title")));
        model.addAttribute("words", words);
        var way = ways.own(signedIn.required(), person, "GET " + PATH, request.getRemoteAddr());
        if (way.isEmpty()) {
            return "careplan/none";
        }
        var turn = contacts.of(way.get());
        model.addAttribute(
                "way", WayPage.of(way.get(), turn, reached.at(turn.unit()), words, today.day(), words.units(units)));
        model.addAttribute(
                "letter",
                way.filter(Way::dismissed)
                        .flatMap(one -> letters.latest(one.key()))
                        .filter(one -> one.kind() == Closing.Kind.DISMISSED)
                        .map(ClosingLetters.Letter::number)
                        .orElse(0L));
        model.addAttribute("forms", waiting.of(person, frame.today()).size());
        return "careplan/way";
    }

    /// Swedish, English or easy Swedish; kept for her.
    @PostMapping(PATH + "/sprak")
    String language(
            @RequestParam(name = "sprak", defaultValue = "") String language,
            @RequestParam(name = "back", defaultValue = PATH) String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(response, request, Plain.COOKIE, language.equals("latt") ? "ja" : "nej");
        keep(response, request, "sprak", language.equals("en") ? "en" : "sv");
        return "redirect:" + Given.path(back, PATH);
    }

    private static void keep(HttpServletResponse response, HttpServletRequest request, String name, String value) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        response.addCookie(cookie);
    }
}
