package se.varjedag.app.rehabilitation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.forms.Asking;
import se.varjedag.app.forms.Kept;
import se.varjedag.app.patients.PatientValues;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.reference.Units;
import se.varjedag.app.rehabilitation.Assessments;
import se.varjedag.app.rehabilitation.Entries;
import se.varjedag.app.rehabilitation.Entry.What;
import se.varjedag.app.rehabilitation.Programme;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// One patient's rehabilitation: when needs are to be assessed and were, what was found, and what is done. What another
/// unit has written is seen as its other data are; only the unit that wrote it may take it back.
@Controller
@Allowed(Permission.PATIENTS)
class RehabilitationController {
    private static final String PATH = "/patient/{person}/rehabilitering";

    private final Patients patients;
    private final PatientValues values;
    private final Entries entries;
    private final Assessments assessments;
    private final Programme programme;
    private final Asking asking;
    private final Kept kept;
    private final Units units;
    private final SignedIn signedIn;
    private final Frame frame;

    RehabilitationController(
            Patients patients,
            PatientValues values,
            Entries entries,
            Assessments assessments,
            Programme programme,
            Asking asking,
            Kept kept,
            Units units,
            SignedIn signedIn,
            Frame frame) {
        this.patients = patients;
        this.values = values;
        this.entries = entries;
        this.assessments = assessments;
        this.programme = programme;
        this.asking = asking;
        this.kept = kept;
        this.units = units;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    @GetMapping(PATH)
    String page(@PathVariable String person, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var acting = signedIn.required();
        var course =
                values.open(acting, Given.id(person), request.getRemoteAddr()).orElseThrow(Given::notFound);
        var who = course.sight().person();
        var sees = assessments.sees(course);
        var asked = asking.of(who).stream()
                .filter(one -> one.form().equals(Assessments.FORM) && sees.test(one.unit()))
                .toList();
        var own = asked.stream().map(one -> one.id()).toList();
        model.addAttribute("page", frame.page(request, texts.text("rehab.title")));
        model.addAttribute(
                "rehab",
                RehabilitationPage.of(
                        course.sight(),
                        assessments.wanted(course, programme, frame.today()),
                        entries.of(who).stream()
                                .filter(entry -> sees.test(entry.unit()))
                                .toList(),
                        kept.scores(who).stream()
                                .filter(score -> own.contains(score.assignment()))
                                .toList(),
                        new RehabilitationPage.Here(
                                acting.assignment().place(), frame.today(), texts, units::name, programme)));
        return "rehabilitation/patient";
    }

    /// Adds what the form says: each field that was chosen becomes an entry of its own.
    @PostMapping(PATH)
    String add(@PathVariable String person, @RequestParam("dag") String day, HttpServletRequest request) {
        var who = Given.id(person);
        var on = Given.past(day, frame.today());
        var said = said(request.getParameterMap());
        change(who, request);
        said.forEach(one -> entries.add(signedIn.required(), who, one.what(), one.item(), one.answer(), on));
        return "redirect:/patient/" + who + "/rehabilitering";
    }

    private record Said(What what, String item, String answer) {}

    /// What the fields say that were chosen: `plan=yes`, `need.body=special`, and a profession by its code.
    private List<Said> said(Map<String, String[]> fields) {
        var all = new ArrayList<Said>();
        fields.forEach((field, given) -> {
            var parts = field.split("\\.", 2);
            var item = parts.length > 1 ? parts[1] : "";
            What.of(parts[0])
                    .filter(what -> what != What.PROFESSION && !given[0].isEmpty())
                    .ifPresent(what -> all.add(new Said(what, item, given[0])));
        });
        var code = first(fields, What.PROFESSION.key());
        if (!code.isEmpty()) {
            all.add(new Said(What.PROFESSION, code, first(fields, "involved")));
        }
        if (all.stream().anyMatch(one -> !one.what().takes(one.item(), one.answer(), programme.codes()))) {
            throw Given.wrong();
        }
        return all;
    }

    private static String first(Map<String, String[]> fields, String field) {
        var given = fields.get(field);
        return given == null ? "" : given[0];
    }

    /// Takes an entry back; it stays in the history.
    @PostMapping(PATH + "/{entry:\\d+}/tillbaka")
    String takeBack(@PathVariable String person, @PathVariable long entry, HttpServletRequest request) {
        var who = Given.id(person);
        change(who, request);
        if (!entries.takeBack(signedIn.required(), who, entry)) {
            throw Given.notFound();
        }
        return "redirect:/patient/" + who + "/rehabilitering";
    }

    private void change(UUID person, HttpServletRequest request) {
        if (!patients.mayChange(signedIn.required(), person, "rehabilitation", request.getRemoteAddr())) {
            throw Given.notFound();
        }
    }
}
