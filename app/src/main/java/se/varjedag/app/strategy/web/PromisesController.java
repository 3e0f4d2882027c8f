package se.varjedag.app.strategy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.strategy.ActionPlans;
import se.varjedag.app.strategy.Measures;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.strategy.Statement;
import se.varjedag.app.strategy.Statement.Kind;
import se.varjedag.app.strategy.web.PlanFrame.Opened;
import se.varjedag.app.strategy.web.PlanFrame.Option;
import se.varjedag.app.strategy.web.PlanWords.Row;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;

/// What a healthcare region has promised, what shows whether it is kept, and what is done about it.
@Controller
public class PromisesController {
    private static final String PATH = "/plan/loften";
    private static final int LONGEST = 300;

    private final PlanFrame plan;
    private final ActionPlans plans;
    private final Clock clock = Clock.systemUTC();

    PromisesController(PlanFrame plan, ActionPlans plans) {
        this.plan = plan;
        this.plans = plans;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuItem promisesInPlan() {
            return new MenuItem(40, "strategy.promises", PATH, PlanController.PATH);
        }
    }

    /// A goal in words.
    ///
    /// @param path where it is shown; empty where nothing shows it
    public record Goal(String name, String words, String measure, String path) {}

    /// A promise in words.
    ///
    /// @param debt whether nothing that the system shows tells if it is kept
    public record Promise(
            String id, String name, String words, boolean debt, List<Goal> goals, List<Row> activities, String source) {

        public Promise {
            goals = List.copyOf(goals);
            activities = List.copyOf(activities);
        }
    }

    /// A development area with how many activities it has.
    public record Area(String name, String words, int activities, String path) {}

    @GetMapping(PATH)
    @Allowed(Permission.FIGURES)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        var found = plan.open(parameters, request);
        if (found.isEmpty()) {
            return "redirect:/plan/borja";
        }
        var opened = found.get();
        var region = opened.plan().healthcareRegion();
        var texts = plan.texts(request);
        plan.show(opened, "strategy.promises.title", request, model);
        model.addAttribute(
                "vision",
                plans.statements(region, Kind.VISION).stream()
                        .findFirst()
                        .map(Statement::words)
                        .orElse(""));
        var goals = plans.statements(region, Kind.GOAL);
        var promises = opened.promises().stream()
                .map(one -> promise(one, goals, opened))
                .toList();
        model.addAttribute("promises", promises);
        model.addAttribute("debts", promises.stream().filter(Promise::debt).count());
        model.addAttribute("areas", areas(opened));
        model.addAttribute(
                "measures",
                Measures.keys().stream()
                        .map(key -> new Option(key, opened.words().measure(key), false))
                        .toList());
        model.addAttribute(
                "trouble", parameters.getOrDefault("fel", "").isEmpty() ? "" : texts.text("strategy.state.trouble"));
        model.addAttribute("plan", opened.plan().id());
        return "strategy/promises";
    }

    private static Promise promise(Statement one, List<Statement> goals, Opened opened) {
        var its = goals.stream()
                .filter(goal -> goal.promise().equals(Optional.of(one.id())))
                .toList();
        return new Promise(
                one.id().toString(),
                PlanWords.numbered(one),
                one.words(),
                its.stream().noneMatch(goal -> Measures.page(goal.indicator()).isPresent()),
                its.stream()
                        .map(goal -> new Goal(
                                goal.name(),
                                goal.words(),
                                goal.indicator().isEmpty() ? "" : opened.words().measure(goal.indicator()),
                                Measures.page(goal.indicator()).orElse("")))
                        .toList(),
                opened.all().stream()
                        .filter(activity -> activity.content().promise().equals(Optional.of(one.id())))
                        .map(opened.words()::row)
                        .toList(),
                one.source());
    }

    private static List<Area> areas(Opened opened) {
        return opened.areas().stream()
                .map(one -> new Area(
                        PlanWords.numbered(one),
                        one.words(),
                        (int) opened.all().stream()
                                .filter(activity ->
                                        activity.content().development().equals(Optional.of(one.id())))
                                .count(),
                        "/plan/tabell?plan=" + opened.plan().id() + "&omrade=" + one.id()))
                .toList();
    }

    /// Writes a promise, a development area, the vision, or a goal of a promise.
    @PostMapping(PATH)
    @Allowed(Permission.PLAN)
    String state(
            @RequestParam(name = "plan", defaultValue = "") String named,
            @RequestParam(name = "slag", defaultValue = "") String kind,
            @RequestParam(name = "namn", defaultValue = "") String name,
            @RequestParam(name = "ord", defaultValue = "") String words,
            @RequestParam(name = "lofte", defaultValue = "") String promise,
            @RequestParam(name = "matt", defaultValue = "") String measure) {
        var own = plans.all().stream()
                .filter(one -> String.valueOf(one.id()).equals(named))
                .findFirst()
                .orElseThrow(Given::notFound);
        plan.toWrite(own.id());
        var what = switch (kind) {
            case "vision" -> Kind.VISION;
            case "lofte" -> Kind.PROMISE;
            case "omrade" -> Kind.AREA;
            case "mal" -> Kind.GOAL;
            default -> throw Given.wrong();
        };
        var back = "redirect:" + PATH + "?plan=" + own.id();
        boolean vision = what == Kind.VISION;
        if ((vision ? words : name).isBlank()
                || name.length() > LONGEST
                || words.length() > LONGEST
                || (!measure.isEmpty() && Measures.page(measure).isEmpty())) {
            return back + "&fel=ord";
        }
        var region = own.healthcareRegion();
        var there = plans.statements(region, what);
        Optional<UUID> of = what == Kind.GOAL
                ? Optional.of(plans.statements(region, Kind.PROMISE).stream()
                        .map(Statement::id)
                        .filter(id -> id.toString().equals(promise))
                        .findFirst()
                        .orElseThrow(Given::wrong))
                : Optional.empty();
        int number =
                vision ? 1 : there.stream().mapToInt(Statement::number).max().orElse(0) + 1;
        var id = vision ? there.stream().findFirst().map(Statement::id).orElseGet(UUID::randomUUID) : UUID.randomUUID();
        plans.state(
                region,
                new Statement(id, what, number, name.strip(), words.strip(), of, measure, ""),
                Signed.of(plan.acting(), clock.instant()));
        return back;
    }
}
