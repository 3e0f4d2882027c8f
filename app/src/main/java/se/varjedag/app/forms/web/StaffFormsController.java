package se.varjedag.app.forms.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.forms.Asked;
import se.varjedag.app.forms.Asking;
import se.varjedag.app.forms.Kept;
import se.varjedag.app.forms.Occasion;
import se.varjedag.app.forms.OwnForms;
import se.varjedag.app.forms.Questionnaire;
import se.varjedag.app.forms.Questionnaires;
import se.varjedag.app.forms.Response;
import se.varjedag.app.forms.Sheet;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.PatientNames;
import se.varjedag.app.patients.PatientValues;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.patients.ValueWords;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.ClinicalValue;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Texts;

/// A patient's forms as the staff sees them: asking her to answer, reminding, answering for her, and what she has
/// answered. What another unit has asked is seen as its other data are; only the unit that asks may change it.
@Controller
@Allowed(Permission.PATIENTS)
public class StaffFormsController {
    private static final String PATH = "/patient/{person}/formular";
    private static final String ONE = PATH + "/{assignment}";
    private static final int LONGEST = 50;
    /// What is told here, by forms or by the patient at home, is no score of somebody else's instrument.
    private static final String OURS = "varjedag-";

    private final Patients patients;
    private final PatientValues values;
    private final ValueWords words;
    private final Asking asking;
    private final OwnForms hers;
    private final Questionnaires forms;
    private final Kept kept;
    private final Filling filling;
    private final SignedIn signedIn;
    private final Units units;
    private final Frame frame;

    StaffFormsController(
            Patients patients,
            PatientValues values,
            ValueWords words,
            Asking asking,
            OwnForms hers,
            Questionnaires forms,
            Kept kept,
            Filling filling,
            SignedIn signedIn,
            Units units,
            Frame frame) {
        this.patients = patients;
        this.values = values;
        this.words = words;
        this.asking = asking;
        this.hers = hers;
        this.forms = forms;
        this.kept = kept;
        this.filling = filling;
        this.signedIn = signedIn;
        this.units = units;
        this.frame = frame;
    }

    private record One(Asked asked, Questionnaire form, String path) {}

    @GetMapping(PATH)
    String page(@PathVariable String person, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var opened = values.open(signedIn.required(), Given.id(person), request.getRemoteAddr())
                .orElseThrow(Given::notFound);
        var sight = opened.sight();
        var seen = asking.of(sight.person()).stream()
                .filter(asked -> sees(sight, asked))
                .toList();
        var own = seen.stream().map(Asked::id).toList();
        model.addAttribute("page", frame.page(request, texts.text("forms.title")));
        model.addAttribute(
                "forms",
                StaffForms.of(
                        sight,
                        seen,
                        kept.of(sight.person()).stream()
                                .filter(answer -> own.contains(answer.assignment()))
                                .toList(),
                        kept.scores(sight.person()).stream()
                                .filter(score -> own.contains(score.assignment()))
                                .toList(),
                        forms,
                        new StaffForms.Here(
                                signedIn.required().assignment().place(),
                                frame.today(),
                                texts,
                                units::name,
                                hers.of(sight.person()).stream().map(Asked::id).collect(Collectors.toSet()))));
        model.addAttribute("rules", signedIn.required().may(Permission.WORKLIST));
        model.addAttribute("imported", imported(opened.values(), texts));
        return "forms/staff";
    }

    /// A score that a file or another system has brought.
    ///
    /// @param name of the instrument, with the licence it was asked by
    public record Imported(String day, String name, String score, String unit) {}

    private List<Imported> imported(List<ClinicalValue> all, Texts texts) {
        return all.reversed().stream()
                .filter(value -> value.fact().kind() == ClinicalValue.Kind.PATIENT_REPORTED
                        && !value.source().startsWith(OURS))
                .map(value -> new Imported(
                        texts.formats().date(value.fact().day()),
                        words.name(value.fact(), texts),
                        words.value(value.fact(), texts),
                        units.name(value.unit())))
                .toList();
    }

    private boolean sees(Patients.Sight sight, Asked asked) {
        return sight.reach()
                .sees(
                        asked.unit(),
                        units.byId(asked.unit()).map(Unit::caregiver).orElse(""));
    }

    /// Asks the patient to answer a form, now or counted from a day.
    @PostMapping(PATH)
    String ask(
            @PathVariable String person,
            @RequestParam("formular") String form,
            @RequestParam("nar") String when,
            @RequestParam(name = "punkt", defaultValue = "") String point,
            @RequestParam(name = "dag", defaultValue = "") String day,
            HttpServletRequest request) {
        var who = Given.id(person);
        var occasion = Occasion.of(when).orElseThrow(Given::wrong);
        var known = forms.byId(form).orElseThrow(Given::wrong);
        var parts = point.split(" ", 2);
        var counted = parts.length == 2 ? parts[1] : "";
        var from = Given.day(parts[0])
                .or(() -> Given.day(day))
                .filter(date -> Math.abs(date.getYear() - frame.today().getYear()) <= 100)
                .orElseThrow(Given::wrong);
        change(who, "form", request);
        var since = new Asked.Counted(StoredText.of(counted, LONGEST), from);
        asking.ask(signedIn.required(), who, known.id(), occasion, since, Asking.Follows.NONE);
        return "redirect:/patient/" + who + "/formular";
    }

    @PostMapping(ONE + "/paminn")
    String remind(@PathVariable String person, @PathVariable String assignment, HttpServletRequest request) {
        var one = own(person, assignment);
        change(one.asked().person(), "form-reminder", request);
        asking.remind(signedIn.required(), one.asked());
        return "redirect:/patient/" + one.asked().person() + "/formular";
    }

    @PostMapping(ONE + "/avsluta")
    String withdraw(@PathVariable String person, @PathVariable String assignment, HttpServletRequest request) {
        var one = own(person, assignment);
        change(one.asked().person(), "form-withdrawn", request);
        asking.withdraw(signedIn.required(), one.asked());
        return "redirect:/patient/" + one.asked().person() + "/formular";
    }

    /// The form, to be filled in together with the patient or for her, with what the reader has typed before. The draft
    /// of
    /// the patient is hers.
    @GetMapping(ONE)
    String form(
            @PathVariable String person,
            @PathVariable String assignment,
            @RequestParam(name = "latt", defaultValue = "") String easy,
            @RequestParam(name = "fler", defaultValue = "") String more,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var sight = open(person, request);
        var one = own(person, assignment);
        if (!mayBeAnswered(one.asked())) {
            return "redirect:/patient/" + sight.person() + "/formular";
        }
        show(
                model,
                request,
                sight,
                filling.show(signedIn.required(), one.asked(), one.form(), how(one, easy, more), texts),
                texts);
        return "forms/form";
    }

    @PostMapping(ONE)
    String send(
            @PathVariable String person,
            @PathVariable String assignment,
            @RequestParam(name = "gor", defaultValue = "skicka") String what,
            @RequestParam(name = "latt", defaultValue = "") String easy,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var one = own(person, assignment);
        if (!mayBeAnswered(one.asked())) {
            return "redirect:/patient/" + one.asked().person() + "/formular";
        }
        change(one.asked().person(), "form-answer", request);
        var typed = Filling.typed(one.form(), request.getParameterMap());
        if (!what.equals("skicka")) {
            filling.keep(signedIn.required(), one.asked(), one.form(), typed);
            return "redirect:" + one.path() + Filling.after(what, easy.equals("ja"));
        }
        return switch (filling.send(signedIn.required(), one.asked(), one.form(), typed, how(one, easy, ""), texts)) {
            case Filling.Outcome.Sent _, Filling.Outcome.Closed _ ->
                "redirect:/patient/" + one.asked().person() + "/formular";
            case Filling.Outcome.Again(var shown) -> {
                show(model, request, open(person, request), shown, texts);
                yield "forms/form";
            }
        };
    }

    @PostMapping(ONE + "/utkast")
    @ResponseBody
    Filling.Draft draft(@PathVariable String person, @PathVariable String assignment, HttpServletRequest request) {
        var one = own(person, assignment);
        if (!mayBeAnswered(one.asked())
                || !patients.opens(signedIn.required(), one.asked().person(), request.getRemoteAddr())) {
            throw Given.notFound();
        }
        return filling.draft(
                signedIn.required(), one.asked(), one.form(), request.getParameterMap(), frame.texts(request));
    }

    @GetMapping(ONE + "/svar/{number:\\d+}")
    String answer(
            @PathVariable String person,
            @PathVariable String assignment,
            @PathVariable int number,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var sight = open(person, request);
        var asked = asking.byId(sight.person(), Given.id(assignment))
                .filter(one -> sees(sight, one))
                .orElseThrow(Given::notFound);
        var form = forms.byId(asked.form()).orElseThrow(Given::notFound);
        var answer = kept.of(sight.person()).stream()
                .filter(one -> one.assignment().equals(asked.id()) && one.number() == number)
                .findFirst()
                .orElseThrow(Given::notFound);
        var sheet = Sheet.of(form, Response.read(form, answer.response()).answers());
        model.addAttribute("page", frame.page(request, texts.text("forms.title")));
        model.addAttribute("title", form.title().in(texts.language(), false));
        model.addAttribute("signed", PatientNames.of(sight.who(), texts) + " · " + FormList.signed(answer, texts));
        model.addAttribute("back", "/patient/" + sight.person() + "/formular");
        model.addAttribute("said", FormFields.said(sheet, texts, false));
        return "forms/answer";
    }

    private void show(Model model, HttpServletRequest request, Patients.Sight sight, Filling.Shown shown, Texts texts) {
        model.addAttribute("page", frame.page(request, texts.text("forms.title")));
        model.addAttribute("form", shown);
        model.addAttribute("back", "/patient/" + sight.person() + "/formular");
        model.addAttribute("forWhom", texts.text("forms.for", PatientNames.of(sight.who(), texts)));
    }

    private static Filling.How how(One one, String easy, String more) {
        return new Filling.How(one.path(), easy.equals("ja"), more);
    }

    private boolean mayBeAnswered(Asked asked) {
        return asked.mayBeAnswered(frame.today());
    }

    private Patients.Sight open(String person, HttpServletRequest request) {
        return patients.open(signedIn.required(), Given.id(person), Errand.page(request.getRemoteAddr()))
                .orElseThrow(Given::notFound);
    }

    /// What the own unit asks; another's is not the reader's to change.
    private One own(String person, String assignment) {
        var here = signedIn.required().assignment().place();
        return asking.byId(Given.id(person), Given.id(assignment))
                .filter(asked -> asked.unit().equals(here))
                .flatMap(asked -> forms.byId(asked.form())
                        .map(form -> new One(asked, form, "/patient/" + asked.person() + "/formular/" + asked.id())))
                .orElseThrow(Given::notFound);
    }

    private void change(UUID person, String what, HttpServletRequest request) {
        if (!patients.mayChange(signedIn.required(), person, what, request.getRemoteAddr())) {
            throw Given.notFound();
        }
    }
}
