package se.varjedag.app.forms.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.forms.ByRule;
import se.varjedag.app.forms.CountedFrom;
import se.varjedag.app.forms.Occasion;
import se.varjedag.app.forms.Questionnaires;
import se.varjedag.app.forms.Rule;
import se.varjedag.app.forms.Rules;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// The rules by which the own unit asks its patients to answer forms. A rule is looked at before it is set: how many it
/// would ask today.
@Controller
@Allowed(Permission.WORKLIST)
public class RulesController {
    static final String PATH = "/arbetslista/formularregler";

    private final Rules rules;
    private final ByRule byRule;
    private final Questionnaires forms;
    private final Timeline timeline;
    private final SignedIn signedIn;
    private final Units units;
    private final Frame frame;

    RulesController(
            Rules rules,
            ByRule byRule,
            Questionnaires forms,
            Timeline timeline,
            SignedIn signedIn,
            Units units,
            Frame frame) {
        this.rules = rules;
        this.byRule = byRule;
        this.forms = forms;
        this.timeline = timeline;
        this.signedIn = signedIn;
        this.units = units;
        this.frame = frame;
    }

    /// The fields of a rule as they were typed.
    ///
    /// @param form empty while nothing has been typed
    public record Typed(
            String form, String when, String counted, List<String> pathways, String from, String to, String remind) {}

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "formular", defaultValue = "") String form,
            @RequestParam(name = "nar", defaultValue = "") String when,
            @RequestParam(name = "raknat", defaultValue = "") String counted,
            @RequestParam(name = "forlopp", defaultValue = "") List<String> pathways,
            @RequestParam(name = "fran", defaultValue = "") String from,
            @RequestParam(name = "till", defaultValue = "") String to,
            @RequestParam(name = "paminn", defaultValue = "") String remind,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var unit = signedIn.required().assignment().place();
        var typed = new Typed(form, when, counted, pathways, from, to, remind);
        var words = new RulesPage.Words(texts, forms, timeline.definitions());
        var seen = Optional.<RulesPage.Preview>empty();
        var trouble = "";
        if (!form.isEmpty()) {
            var rule = rule(typed);
            seen = rule.map(one -> new RulesPage.Preview(
                    RulesPage.row(one, words, frame.today()),
                    byRule.wouldAsk(one, frame.today()),
                    one.holds(frame.today())));
            trouble = rule.isPresent() ? "" : texts.text("rules.trouble." + trouble(typed));
        }
        model.addAttribute("page", frame.page(request, texts.text("rules.title")));
        model.addAttribute("unit", units.name(unit));
        model.addAttribute("trouble", trouble);
        model.addAttribute("preview", seen.orElse(null));
        model.addAttribute("typed", typed);
        model.addAttribute("rules", RulesPage.of(rules.at(unit), typed, words, frame.today()));
        return "forms/rules";
    }

    @PostMapping(PATH)
    String set(
            @RequestParam(name = "formular", defaultValue = "") String form,
            @RequestParam(name = "nar", defaultValue = "") String when,
            @RequestParam(name = "raknat", defaultValue = "") String counted,
            @RequestParam(name = "forlopp", defaultValue = "") List<String> pathways,
            @RequestParam(name = "fran", defaultValue = "") String from,
            @RequestParam(name = "till", defaultValue = "") String to,
            @RequestParam(name = "paminn", defaultValue = "") String remind) {
        var rule =
                rule(new Typed(form, when, counted, pathways, from, to, remind)).orElseThrow(Given::wrong);
        rules.set(signedIn.required(), rule);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{id:\\d+}/avsluta")
    String end(@PathVariable long id) {
        if (!rules.end(signedIn.required(), id)) {
            throw Given.notFound();
        }
        return "redirect:" + PATH;
    }

    /// The rule that was typed; empty where it cannot be one.
    private Optional<Rule> rule(Typed typed) {
        if (!trouble(typed).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                0,
                signedIn.required().assignment().place(),
                typed.form(),
                Occasion.of(typed.when()).orElseThrow(),
                CountedFrom.of(typed.counted()).orElseThrow(),
                Set.copyOf(typed.pathways()),
                day(typed.from()).orElseGet(frame::today),
                day(typed.to()).orElse(null),
                typed.remind().isEmpty() ? 0 : Integer.parseInt(typed.remind()),
                Instant.EPOCH,
                signedIn.required().account().name(),
                false,
                0));
    }

    /// What is wrong with a rule, in one word; empty for nothing.
    private String trouble(Typed typed) {
        var when = Occasion.of(typed.when()).filter(one -> one != Occasion.OPEN);
        var counted = CountedFrom.of(typed.counted());
        boolean known = forms.byId(typed.form()).isPresent()
                && when.isPresent()
                && counted.isPresent()
                && typed.pathways().stream()
                        .allMatch(one -> timeline.definitions().byId(one).isPresent());
        if (!known) {
            return "unknown";
        }
        if (when.get() == Occasion.PREM && counted.get() != CountedFrom.CLOSED) {
            return "prem";
        }
        if (when.get() == Occasion.BEFORE && counted.get() == CountedFrom.CLOSED) {
            return "before";
        }
        var from = day(typed.from());
        var to = day(typed.to());
        boolean days = (typed.from().isEmpty() || from.isPresent())
                && (typed.to().isEmpty()
                        || to.filter(last -> !last.isBefore(from.orElseGet(frame::today)))
                                .isPresent());
        if (!days) {
            return "days";
        }
        return typed.remind().isEmpty() || typed.remind().matches("[1-9]|[1-8]\\d|90") ? "" : "remind";
    }

    /// A day within a hundred years, so that what is counted from it is a day too.
    private Optional<LocalDate> day(String written) {
        return Given.day(written)
                .filter(day -> Math.abs(day.getYear() - frame.today().getYear()) <= 100);
    }
}
