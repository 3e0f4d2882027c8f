package se.varjedag.app.patients.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Blocks;
import se.varjedag.app.access.Openings;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.Reauthentication;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Texts;

/// The patients of the own unit, and one of them. A number is sent in a form and never stands in an address.
@Controller
@Allowed(Permission.PATIENTS)
class PatientController {
    static final String PATH = "/patient";

    private final Patients patients;
    private final WaitingHere waiting;
    private final SignedIn signedIn;
    private final Reauthentication again;
    private final Units units;
    private final Frame frame;

    PatientController(
            Patients patients,
            WaitingHere waiting,
            SignedIn signedIn,
            Reauthentication again,
            Units units,
            Frame frame) {
        this.patients = patients;
        this.waiting = waiting;
        this.signedIn = signedIn;
        this.again = again;
        this.units = units;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem patientInMenu() {
            return new MenuItem(5, "menu.patient", PATH);
        }
    }

    /// Who waits at the own unit, and the ways to somebody else.
    @GetMapping(PATH)
    String list(
            @RequestParam(name = "fel", defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var acting = signedIn.required();
        var rows = waiting.at(acting.assignment().place(), frame.today(), texts);
        patients.listed(acting, Errand.list(request.getRemoteAddr()));
        model.addAttribute("page", frame.page(request, texts.text("patient.list.title")));
        model.addAttribute("unit", units.name(acting.assignment().place()));
        model.addAttribute("rows", rows);
        model.addAttribute("trouble", inWords(trouble, texts));
        model.addAttribute("way", again.way());
        return "patients/list";
    }

    /// From a number to the patient; whether she is unknown or only not the reader's is not told apart.
    @PostMapping(PATH)
    String find(@RequestParam("nummer") String number, HttpServletRequest request) {
        return person(number)
                .filter(person -> patients.opens(signedIn.required(), person, request.getRemoteAddr()))
                .map(person -> "redirect:" + PATH + "/" + person)
                .orElse("redirect:" + PATH + "?fel=okand");
    }

    @GetMapping(PATH + "/{person}")
    String patient(
            @PathVariable String person,
            @RequestParam(name = "fel", defaultValue = "") String trouble,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var sight = patients.open(signedIn.required(), Given.id(person), Errand.page(request.getRemoteAddr()))
                .orElseThrow(Given::notFound);
        var shown = PatientPage.of(sight, texts, units::name);
        // The title of a page stands in the browser's history, so it names nobody.
        model.addAttribute("page", frame.page(request, texts.text("patient.title")));
        model.addAttribute("patient", shown);
        model.addAttribute("trouble", inWords(trouble, texts));
        model.addAttribute("way", again.way());
        return "patients/patient";
    }

    /// An active choice, with the patient's consent where the law asks for it.
    @PostMapping(PATH + "/{person}/val")
    String choose(
            @PathVariable String person,
            @RequestParam("vad") String what,
            @RequestParam(name = "samtycke", defaultValue = "false") boolean consent,
            @RequestParam(name = "varfor", defaultValue = "") String why,
            HttpServletRequest request) {
        var kind = switch (what) {
            case "inom" -> Openings.Kind.CHOICE;
            case "utanfor" -> Openings.Kind.SHARED;
            case "sparr" -> Openings.Kind.LIFT;
            default -> throw Given.wrong();
        };
        if (why.isBlank() || (kind != Openings.Kind.CHOICE && !consent)) {
            throw Given.wrong();
        }
        if (!patients.choose(signedIn.required(), Given.id(person), kind, why.strip(), request.getRemoteAddr())) {
            throw Given.notFound();
        }
        return "redirect:" + PATH + "/" + Given.id(person);
    }

    /// An emergency: a reason, and the password or the identity provider once more; the head of unit and the auditor
    /// see it.
    @PostMapping(PATH + "/nod")
    String emergency(
            @RequestParam("nummer") String number,
            @RequestParam("varfor") String why,
            @RequestParam(name = "losenord", defaultValue = "") String password,
            HttpServletRequest request) {
        var acting = signedIn.required();
        if (why.isBlank() || !again.holds(acting, password)) {
            return "redirect:" + PATH + "?fel=nod";
        }
        var person = person(number);
        if (person.isEmpty()) {
            return "redirect:" + PATH + "?fel=okand";
        }
        patients.choose(acting, person.get(), Openings.Kind.EMERGENCY, why.strip(), request.getRemoteAddr());
        return "redirect:" + PATH + "/" + person.get();
    }

    /// The browser is about to print the page.
    @PostMapping(PATH + "/{person}/utskrift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void printed(@PathVariable String person, HttpServletRequest request) {
        patients.printed(signedIn.required(), Given.id(person), request.getRemoteAddr());
    }

    /// A block at the patient's wish; a guardian's is refused, and told why.
    @PostMapping(PATH + "/{person}/sparr")
    String block(
            @PathVariable String person,
            @RequestParam(name = "hela", defaultValue = "false") boolean whole,
            @RequestParam("begard-av") String by,
            HttpServletRequest request) {
        var askedBy = "patient".equals(by) ? Blocks.AskedBy.PATIENT : Blocks.AskedBy.GUARDIAN;
        var acting = signedIn.required();
        if (!patients.block(acting, Given.id(person), whole, askedBy, request.getRemoteAddr())) {
            if (askedBy == Blocks.AskedBy.GUARDIAN) {
                var why = patients.guardian(acting, Given.id(person))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
                return "redirect:" + PATH + "/" + Given.id(person)
                        + (why == Patients.Guardian.OF_ADULT ? "?fel=myndig" : "?fel=vardnadshavare");
            }
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return "redirect:" + PATH + "/" + Given.id(person);
    }

    @PostMapping(PATH + "/{person}/sparr/{block:\\d+}")
    String unblock(
            @PathVariable String person,
            @PathVariable long block,
            @RequestParam("hur") String how,
            HttpServletRequest request) {
        var end = "makulera".equals(how) ? Blocks.End.VOID : Blocks.End.LIFTED;
        if (!patients.unblock(signedIn.required(), Given.id(person), block, end, request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return "redirect:" + PATH + "/" + Given.id(person);
    }

    private static String inWords(String trouble, Texts texts) {
        return Set.of("okand", "nod", "legitimering", "myndig", "vardnadshavare")
                        .contains(trouble)
                ? texts.text("patient.trouble." + trouble)
                : "";
    }

    /// A number however it is written, or a pseudonym.
    private Optional<UUID> person(String written) {
        var known = patients.withNumber(written);
        return known.isPresent() ? known : Given.uuid(written);
    }
}
