package se.varjedag.app.palliative.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.palliative.Certifications;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// The own unit's certification in palliative care, kept by the unit itself.
@Controller
@Allowed(Permission.WORKLIST)
public class CertificationController {
    private static final String PATH = "/palliativ-certifiering";
    private static final int LONGEST = 200;

    private final Certifications certifications;
    private final Units units;
    private final SignedIn signedIn;
    private final Frame frame;

    CertificationController(Certifications certifications, Units units, SignedIn signedIn, Frame frame) {
        this.certifications = certifications;
        this.units = units;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// One in words.
    public record Row(long id, String name, String period, boolean holds, String by) {}

    @GetMapping(PATH)
    String page(@RequestParam(name = "fel", defaultValue = "") String wrong, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var unit = signedIn.required().assignment().place();
        model.addAttribute("page", frame.page(request, texts.text("palliative.certification")));
        model.addAttribute("unit", units.name(unit));
        model.addAttribute("trouble", wrong.equals("period") ? texts.text("palliative.certification.trouble") : "");
        model.addAttribute(
                "rows",
                certifications.at(unit).stream()
                        .map(one -> new Row(
                                one.id(),
                                one.name(),
                                LastDaysController.period(one, texts),
                                one.on(frame.today()),
                                one.byName()))
                        .toList());
        return "palliative/certification";
    }

    @PostMapping(PATH)
    String add(
            @RequestParam("namn") String name,
            @RequestParam("fran") String from,
            @RequestParam(name = "till", defaultValue = "") String to) {
        var first = Given.day(from);
        var last = Given.day(to);
        var unitName = StoredText.of(name);
        boolean wrong = unitName.isEmpty()
                || unitName.length() > LONGEST
                || first.isEmpty()
                || (!to.isEmpty() && last.isEmpty())
                || last.map(day -> day.isBefore(first.get())).orElse(false);
        if (wrong) {
            return "redirect:" + PATH + "?fel=period";
        }
        certifications.add(signedIn.required(), unitName, first.get(), last);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{id:\\d+}/bort")
    String takeBack(@PathVariable long id) {
        if (!certifications.takeBack(signedIn.required(), id)) {
            throw Given.notFound();
        }
        return "redirect:" + PATH;
    }
}
