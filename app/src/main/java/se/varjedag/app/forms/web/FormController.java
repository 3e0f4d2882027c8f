package se.varjedag.app.forms.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.LogEntry.Action;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.forms.Asked;
import se.varjedag.app.forms.Kept;
import se.varjedag.app.forms.OwnForms;
import se.varjedag.app.forms.Questionnaire;
import se.varjedag.app.forms.Questionnaires;
import se.varjedag.app.forms.Response;
import se.varjedag.app.forms.Sheet;
import se.varjedag.app.patients.Errand;
import se.varjedag.app.patients.Patients;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Texts;

/// The patient's own forms: what waits for her, what she has begun, what she has answered.
@Controller
@Allowed(Permission.OWN_DATA)
class FormController {
    static final String PATH = "/formular";

    private final Patients patients;
    private final OwnForms own;
    private final Questionnaires forms;
    private final Kept kept;
    private final Filling filling;
    private final SignedIn signedIn;
    private final Frame frame;

    FormController(
            Patients patients,
            OwnForms own,
            Questionnaires forms,
            Kept kept,
            Filling filling,
            SignedIn signedIn,
            Frame frame) {
        this.patients = patients;
        this.own = own;
        this.forms = forms;
        this.kept = kept;
        this.filling = filling;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem formsInMenu() {
            return new MenuItem(4, "forms.menu", PATH);
        }
    }

    /// One form and who asks for it.
    private record One(Asked asked, Questionnaire form) {}

    @GetMapping(PATH)
    String list(
            @RequestParam(name = "skickat", defaultValue = "") String sent,
            @RequestParam(name = "stangt", defaultValue = "") String closed,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var person = signedIn.patient();
        look(request, person, Action.LOOK, "GET " + PATH);
        model.addAttribute("page", frame.page(request, texts.text("forms.title")));
        model.addAttribute("sent", sent.equals("ja"));
        model.addAttribute("closed", closed.equals("ja"));
        model.addAttribute("forms", FormList.of(own.of(person), kept.of(person), forms, frame.today(), PATH, texts));
        return "forms/list";
    }

    @GetMapping(PATH + "/{assignment}")
    String form(
            @PathVariable String assignment,
            @RequestParam(name = "latt", defaultValue = "") String easy,
            @RequestParam(name = "fler", defaultValue = "") String more,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var one = one(assignment);
        if (!one.asked().mayBeAnswered(frame.today())) {
            return "redirect:" + PATH + "?stangt=ja";
        }
        look(request, one.asked().person(), Action.LOOK, "GET " + PATH + "/{assignment}");
        show(
                model,
                request,
                texts,
                filling.show(signedIn.required(), one.asked(), one.form(), how(one, easy, more), texts));
        return "forms/form";
    }

    /// The draft is kept, the form sent in, or a group shown once more; without script this is the only way.
    @PostMapping(PATH + "/{assignment}")
    String send(
            @PathVariable String assignment,
            @RequestParam(name = "gor", defaultValue = "skicka") String what,
            @RequestParam(name = "latt", defaultValue = "") String easy,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var one = one(assignment);
        if (!one.asked().mayBeAnswered(frame.today())) {
            return "redirect:" + PATH + "?stangt=ja";
        }
        look(request, one.asked().person(), Action.CHANGE, "POST " + PATH + "/{assignment}");
        var typed = Filling.typed(one.form(), request.getParameterMap());
        if (!what.equals("skicka")) {
            filling.keep(signedIn.required(), one.asked(), one.form(), typed);
            return "redirect:" + how(one, easy, "").path() + Filling.after(what, easy.equals("ja"));
        }
        return switch (filling.send(signedIn.required(), one.asked(), one.form(), typed, how(one, easy, ""), texts)) {
            case Filling.Outcome.Sent _ -> "redirect:" + PATH + "?skickat=ja";
            case Filling.Outcome.Closed _ -> "redirect:" + PATH + "?stangt=ja";
            case Filling.Outcome.Again(var shown) -> {
                show(model, request, texts, shown);
                yield "forms/form";
            }
        };
    }

    /// The draft while it is typed: what is not asked as it stands now, and when it was kept.
    @PostMapping(PATH + "/{assignment}/utkast")
    @ResponseBody
    Filling.Draft draft(@PathVariable String assignment, HttpServletRequest request) {
        var one = one(assignment);
        if (!one.asked().mayBeAnswered(frame.today())) {
            throw Given.notFound();
        }
        return filling.draft(
                signedIn.required(), one.asked(), one.form(), request.getParameterMap(), frame.texts(request));
    }

    /// An answer as it was sent in.
    @GetMapping(PATH + "/{assignment}/svar/{number:\\d+}")
    String answer(
            @PathVariable String assignment,
            @PathVariable int number,
            @RequestParam(name = "latt", defaultValue = "") String easy,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var one = one(assignment);
        var answer = kept.of(one.asked().person()).stream()
                .filter(two -> two.assignment().equals(one.asked().id()) && two.number() == number)
                .findFirst()
                .orElseThrow(Given::notFound);
        look(request, one.asked().person(), Action.LOOK, "GET " + PATH + "/{assignment}/svar/{number}");
        var sheet = Sheet.of(
                one.form(), Response.read(one.form(), answer.response()).answers());
        model.addAttribute("page", frame.page(request, texts.text("forms.title")));
        model.addAttribute("title", one.form().title().in(texts.language(), easy.equals("ja")));
        model.addAttribute("signed", FormList.signed(answer, texts));
        model.addAttribute("back", PATH);
        model.addAttribute("said", FormFields.said(sheet, texts, easy.equals("ja")));
        return "forms/answer";
    }

    private void show(Model model, HttpServletRequest request, Texts texts, Filling.Shown shown) {
        model.addAttribute("page", frame.page(request, texts.text("forms.title")));
        model.addAttribute("form", shown);
        model.addAttribute("back", PATH);
        model.addAttribute("forWhom", "");
    }

    private static Filling.How how(One one, String easy, String more) {
        return new Filling.How(PATH + "/" + one.asked().id(), easy.equals("ja"), more);
    }

    /// The log is told that the patient reads or writes of herself.
    private void look(HttpServletRequest request, UUID person, Action action, String what) {
        List<?> _ = patients.own(signedIn.required(), person, new Errand(action, what, request.getRemoteAddr()));
    }

    /// A form of the patient herself; another's is as one that does not exist.
    private One one(String assignment) {
        var person = signedIn.patient();
        return Given.uuid(assignment)
                .flatMap(id -> own.byId(person, id))
                .flatMap(asked -> forms.byId(asked.form()).map(form -> new One(asked, form)))
                .orElseThrow(Given::notFound);
    }
}
