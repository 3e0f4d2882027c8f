package se.varjedag.app.strategy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.followup.ChangeCharts;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.strategy.Activities;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Activity.Content;
import se.varjedag.app.strategy.Entry.What;
import se.varjedag.app.strategy.Measures;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.strategy.Status;
import se.varjedag.app.strategy.web.PlanFrame.Opened;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// One activity of a plan: what it is, how it stands, and everything that was written of it.
@Controller
class ActivityController {
    static final String PATH = "/plan/aktivitet";
    private static final String NEW = "/plan/ny";
    private static final String ONE = PATH + "/{id:\\d+}";
    private static final int LONGEST = 2000;

    private final PlanFrame plan;
    private final Activities activities;
    private final ChangeCharts charts;
    private final Frame frame;
    private final Clock clock = Clock.systemUTC();

    ActivityController(PlanFrame plan, Activities activities, ChangeCharts charts, Frame frame) {
        this.charts = charts;
        this.plan = plan;
        this.activities = activities;
        this.frame = frame;
    }

    @GetMapping(ONE)
    @Allowed(Permission.FIGURES)
    String page(
            @PathVariable long id,
            @RequestParam(name = "fel", defaultValue = "") String wrong,
            HttpServletRequest request,
            Model model) {
        var one = activities.byId(id).orElseThrow(Given::notFound);
        var opened = opened(one.plan(), request);
        var texts = plan.texts(request);
        model.addAttribute("page", frame.page(request, one.content().title()));
        model.addAttribute("view", ActivityView.of(one, opened, activities, texts, plan.today()));
        model.addAttribute("mayWrite", plan.mayWrite(opened.plan()));
        model.addAttribute("trouble", wrong.isEmpty() ? "" : texts.text("strategy.trouble." + trouble(wrong)));
        model.addAttribute("chart", chart(one.content(), opened.plan().healthcareRegion(), request));
        model.addAttribute("place", place(one.content(), opened.plan().healthcareRegion()));
        model.addAttribute("today", plan.today().toString());
        return "strategy/activity";
    }

    /// The curve of what the activity is to move, with its own days drawn in; null where it names nothing that is
    /// drawn.
    private ChangeCharts.@Nullable Drawn chart(Content content, String healthcareRegion, HttpServletRequest request) {
        boolean drawn = Measures.drawn(content.indicator());
        if (!drawn && content.step().isEmpty()) {
            return null;
        }
        return charts.draw(
                        new ChangeCharts.Asked(
                                drawn ? content.indicator() : Measures.keys().getFirst(),
                                content.svf(),
                                healthcareRegion,
                                content.regions().size() == 1
                                        ? content.regions().getFirst()
                                        : "",
                                content.from(),
                                content.to(),
                                content.title()),
                        request)
                .orElse(null);
    }

    /// Whose curve it is: the one region's that the activity is about, otherwise the healthcare region's.
    private static String place(Content content, String healthcareRegion) {
        return content.regions().size() == 1
                ? Regions.name(content.regions().getFirst())
                : Regions.healthcareRegion(healthcareRegion);
    }

    private static String trouble(String wrong) {
        return List.of("status", "anteckning").contains(wrong) ? wrong : "status";
    }

    @PostMapping(ONE + "/status")
    @Allowed(Permission.PLAN)
    String status(
            @PathVariable long id,
            @RequestParam(name = "status", defaultValue = "") String status,
            @RequestParam(name = "ord", defaultValue = "") String words) {
        writable(id);
        var said = Status.of(status).filter(one -> one != Status.UNKNOWN);
        if (said.isEmpty() || words.length() > LONGEST) {
            return back(id) + "?fel=status";
        }
        activities.say(id, said.get(), words.strip(), signed());
        return back(id);
    }

    @PostMapping(ONE + "/anteckning")
    @Allowed(Permission.PLAN)
    String note(
            @PathVariable long id,
            @RequestParam(name = "slag", defaultValue = "") String kind,
            @RequestParam(name = "dag", defaultValue = "") String day,
            @RequestParam(name = "ord", defaultValue = "") String words) {
        writable(id);
        boolean decision = kind.equals("beslut");
        var when = decision ? Given.day(day).filter(one -> !one.isAfter(plan.today())) : Optional.of(plan.today());
        if (words.isBlank() || words.length() > LONGEST || when.isEmpty()) {
            return back(id) + "?fel=anteckning";
        }
        activities.note(id, decision ? What.DECISION : What.COMMENT, when.get(), words.strip(), signed());
        return back(id);
    }

    @GetMapping(NEW)
    @Allowed(Permission.PLAN)
    String add(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        var opened = plan.open(parameters, request).orElseThrow(Given::notFound);
        plan.toWrite(opened.plan().id());
        var empty = Content.of("", "");
        return form(
                opened, ActivityForm.of(empty), NEW + "?plan=" + opened.plan().id(), "strategy.new", request, model);
    }

    @PostMapping(NEW)
    @Allowed(Permission.PLAN)
    String added(
            @RequestParam(name = "plan", defaultValue = "") String named,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model) {
        var opened = plan.open(Map.of(PlanChoice.PLAN, named), request).orElseThrow(Given::notFound);
        plan.toWrite(opened.plan().id());
        var typed = ActivityForm.typed(sent);
        var content = typed.content(opened);
        if (content.isEmpty()) {
            return form(opened, typed, NEW + "?plan=" + opened.plan().id(), "strategy.new", request, model);
        }
        return back(activities.add(opened.plan().id(), content.get(), "", signed()));
    }

    @GetMapping(ONE + "/andra")
    @Allowed(Permission.PLAN)
    String change(@PathVariable long id, HttpServletRequest request, Model model) {
        var one = writable(id);
        var opened = opened(one.plan(), request);
        return form(
                opened, ActivityForm.of(one.content()), PATH + "/" + id + "/andra", "strategy.change", request, model);
    }

    @PostMapping(ONE + "/andra")
    @Allowed(Permission.PLAN)
    String changed(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Model model) {
        var one = writable(id);
        var opened = opened(one.plan(), request);
        var typed = ActivityForm.typed(sent);
        var content = typed.content(opened);
        if (content.isEmpty()) {
            return form(opened, typed, PATH + "/" + id + "/andra", "strategy.change", request, model);
        }
        if (!content.get().equals(one.content())) {
            activities.write(id, content.get(), signed());
        }
        return back(id);
    }

    private String form(
            Opened opened, ActivityForm form, String action, String title, HttpServletRequest request, Model model) {
        var texts = plan.texts(request);
        model.addAttribute("page", frame.page(request, texts.text(title)));
        model.addAttribute("form", form);
        model.addAttribute("lists", ActivityForm.Lists.of(form, opened, texts));
        model.addAttribute("action", action);
        model.addAttribute("plan", opened.plan().name());
        model.addAttribute("whole", "?plan=" + opened.plan().id());
        return "strategy/form";
    }

    private Opened opened(long id, HttpServletRequest request) {
        return plan.open(Map.of(PlanChoice.PLAN, String.valueOf(id)), request).orElseThrow(Given::notFound);
    }

    private Activity writable(long id) {
        var one = activities.byId(id).orElseThrow(Given::notFound);
        plan.toWrite(one.plan());
        return one;
    }

    private Signed signed() {
        return Signed.of(plan.acting(), clock.instant());
    }

    private static String back(long id) {
        return "redirect:" + PATH + "/" + id;
    }
}
