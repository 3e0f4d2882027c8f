package se.varjedag.app.strategy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.strategy.ActionPlans;
import se.varjedag.app.strategy.Activities;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Plan;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.strategy.web.PlanFrame.Opened;
import se.varjedag.app.strategy.web.PlanFrame.Option;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;

/// Carrying what is not finished over to another plan, as somebody chooses.
@Controller
class CarryController {
    private static final String PATH = "/plan/vidare";

    private final PlanFrame plan;
    private final ActionPlans plans;
    private final Activities activities;
    private final Frame frame;
    private final Clock clock = Clock.systemUTC();

    CarryController(PlanFrame plan, ActionPlans plans, Activities activities, Frame frame) {
        this.plan = plan;
        this.plans = plans;
        this.activities = activities;
        this.frame = frame;
    }

    @GetMapping(PATH)
    @Allowed(Permission.PLAN)
    String choose(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        var opened = plan.open(parameters, request).orElseThrow(Given::notFound);
        plan.toWrite(opened.plan().id());
        var texts = plan.texts(request);
        model.addAttribute("page", frame.page(request, texts.text("strategy.carry.title")));
        model.addAttribute("from", opened.plan().name());
        model.addAttribute("plan", opened.plan().id());
        model.addAttribute(
                "rows", unfinished(opened).stream().map(opened.words()::row).toList());
        model.addAttribute(
                "targets",
                later(opened).stream()
                        .map(one -> new Option(String.valueOf(one.id()), one.name(), false))
                        .toList());
        model.addAttribute(
                "trouble", parameters.getOrDefault("fel", "").isEmpty() ? "" : texts.text("strategy.carry.trouble"));
        return "strategy/carry";
    }

    private List<Plan> later(Opened opened) {
        return plans.all().stream()
                .filter(one -> one.healthcareRegion().equals(opened.plan().healthcareRegion())
                        && one.from().isAfter(opened.plan().from()))
                .toList();
    }

    private static List<Activity> unfinished(Opened opened) {
        return opened.all().stream().filter(one -> !one.said().status().over()).toList();
    }

    @PostMapping(PATH)
    @Allowed(Permission.PLAN)
    String carry(
            @RequestParam(name = "plan", defaultValue = "") String named,
            @RequestParam(name = "till", defaultValue = "") String to,
            @RequestParam(name = "aktivitet", defaultValue = "") List<String> chosen,
            HttpServletRequest request) {
        var opened = plan.open(Map.of(PlanChoice.PLAN, named), request).orElseThrow(Given::notFound);
        plan.toWrite(opened.plan().id());
        var target = later(opened).stream()
                .filter(one -> String.valueOf(one.id()).equals(to))
                .findFirst();
        var some = unfinished(opened).stream()
                .filter(one -> chosen.contains(String.valueOf(one.id())))
                .toList();
        if (target.isEmpty() || some.isEmpty()) {
            return "redirect:" + PATH + "?plan=" + opened.plan().id() + "&fel=val";
        }
        activities.carry(some, target.get().id(), Signed.of(plan.acting(), clock.instant()));
        return "redirect:/plan/tavla?plan=" + target.get().id();
    }
}
