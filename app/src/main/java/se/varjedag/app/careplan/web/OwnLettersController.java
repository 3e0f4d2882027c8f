package se.varjedag.app.careplan.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.careplan.Closing;
import se.varjedag.app.careplan.ClosingLetters;
import se.varjedag.app.careplan.ClosingLetters.Letter;
import se.varjedag.app.careplan.Ways;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// The closing letters of the patient herself: those to pathways of which she has been told that, and how, they ended.
@Controller
@Allowed(Permission.OWN_DATA)
public class OwnLettersController {
    static final String PATH = CarePlanController.PATH + "/brev";

    private final ClosingLetters letters;
    private final Ways ways;
    private final Units units;
    private final SignedIn signedIn;
    private final Frame frame;

    OwnLettersController(ClosingLetters letters, Ways ways, Units units, SignedIn signedIn, Frame frame) {
        this.letters = letters;
        this.ways = ways;
        this.units = units;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// Her letters, the latest first.
    @GetMapping(PATH)
    String list(HttpServletRequest request, Model model) {
        var words = Plain.of(frame.texts(request), request);
        var person = signedIn.patient();
        model.addAttribute("page", frame.page(request, words.t("mvp.letter.yours")));
        model.addAttribute("words", words);
        var own = own(person, "GET " + PATH, request);
        model.addAttribute(
                "letters",
                own.stream()
                        .filter(one -> own.stream()
                                .noneMatch(other -> other.number() == one.number() && other.version() > one.version()))
                        .map(one -> link(one, words))
                        .toList());
        return "careplan/ownletters";
    }

    /// One letter; an earlier version where one is asked for.
    @GetMapping(PATH + "/{number:\\d+}")
    String one(
            @PathVariable String number,
            @RequestParam(name = "version", defaultValue = "") String version,
            HttpServletRequest request,
            Model model) {
        var words = Plain.of(frame.texts(request), request);
        var person = signedIn.patient();
        var versions = own(person, "GET " + PATH + "/{number}", request).stream()
                .filter(one -> String.valueOf(one.number()).equals(number))
                .toList();
        var letter = versions.stream()
                .filter(one ->
                        version.isEmpty() || String.valueOf(one.version()).equals(version))
                .findFirst()
                .orElseThrow(Given::notFound);
        model.addAttribute("page", frame.page(request, words.t("mvp.letter.yours")));
        model.addAttribute("words", words);
        model.addAttribute("title", words.t("mvp.letter.title." + letter.kind().key()));
        model.addAttribute("lines", LetterLine.of(letters, letter, words));
        model.addAttribute("signed", LetterLine.signed(letter, words, words.units(units)));
        model.addAttribute(
                "others",
                versions.stream()
                        .filter(one -> one.version() != letter.version())
                        .map(one -> new Link(
                                PATH + "/" + one.number() + "?version=" + one.version(),
                                LetterLine.signed(one, words, words.units(units))))
                        .toList());
        return "careplan/ownletter";
    }

    /// A letter in a list.
    public record Link(String path, String text) {}

    private static Link link(Letter letter, Plain words) {
        return new Link(
                PATH + "/" + letter.number(),
                words.t(
                        "mvp.letter.of",
                        words.t("mvp.letter.title." + letter.kind().key()),
                        words.day(letter.ended(), java.time.LocalDate.EPOCH)));
    }

    /// Every version of the letters she may read, the latest first; the log is told.
    private List<Letter> own(UUID person, String what, HttpServletRequest request) {
        var ended = ways.ended(signedIn.required(), person, what, request.getRemoteAddr());
        return letters.of(person).stream()
                .filter(letter -> ended.stream().anyMatch(one -> belongs(letter, one)))
                .toList();
    }

    static boolean belongs(Letter letter, Closing ended) {
        return letter.key().equals(ended.key()) && letter.kind() == ended.kind();
    }
}
