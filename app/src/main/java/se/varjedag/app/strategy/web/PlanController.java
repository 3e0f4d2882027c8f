package se.varjedag.app.strategy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.strategy.ActionPlans;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.ShippedExample;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.strategy.Status;
import se.varjedag.app.strategy.web.PlanFrame.Opened;
import se.varjedag.app.strategy.web.PlanFrame.Option;
import se.varjedag.app.strategy.web.PlanWords.Row;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;

/// A plan as a board, a table and a timeline, and how a first plan comes to be.
@Controller
public class PlanController {
    static final String PATH = "/plan";
    private static final String BOARD = PATH + "/tavla";
    private static final String TABLE = PATH + "/tabell";
    private static final String TIMELINE = PATH + "/tidslinje";
    private static final String BEGIN = PATH + "/borja";
    private static final int LONGEST_NAME = 200;

    /// What the board shows even when nothing stands there.
    private static final List<Status> ALWAYS = List.of(Status.PLANNED, Status.UNDER_WAY, Status.LATE, Status.DONE);

    private final PlanFrame plan;
    private final ActionPlans plans;
    private final ShippedExample example;
    private final Frame frame;
    private final Clock clock = Clock.systemUTC();

    PlanController(PlanFrame plan, ActionPlans plans, ShippedExample example, Frame frame) {
        this.plan = plan;
        this.plans = plans;
        this.example = example;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuItem planInMenu() {
            return new MenuItem(40, "strategy.menu", PATH);
        }

        @Bean
        MenuItem boardInPlan() {
            return new MenuItem(10, "strategy.board", BOARD, PATH);
        }

        @Bean
        MenuItem tableInPlan() {
            return new MenuItem(20, "strategy.table", TABLE, PATH);
        }

        @Bean
        MenuItem timelineInPlan() {
            return new MenuItem(30, "strategy.timeline", TIMELINE, PATH);
        }
    }

    /// A column of the board.
    public record Column(String key, String name, List<Row> rows) {

        public Column {
            rows = List.copyOf(rows);
        }
    }

    /// What the table is ordered by, and the address of another order.
    ///
    /// @param sort how a screen reader is told of the order; null where it is not by this
    public record Heading(
            String text, String path, @Nullable String sort) {}

    @GetMapping(PATH)
    @Allowed(Permission.FIGURES)
    String first(@RequestParam Map<String, String> parameters) {
        return "redirect:" + BOARD + PlanChoice.of(parameters, Optional.empty()).query();
    }

    @GetMapping(BOARD)
    @Allowed(Permission.FIGURES)
    String board(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        var opened = plan.open(parameters, request);
        if (opened.isEmpty()) {
            return begin("", request, model);
        }
        plan.show(opened.get(), "strategy.board.title", request, model);
        var rows = rows(opened.get());
        var columns = new ArrayList<Column>();
        for (var status : Status.values()) {
            var these = rows.stream().filter(row -> row.on() == status).toList();
            if (!these.isEmpty() || ALWAYS.contains(status)) {
                columns.add(new Column(status.key(), opened.get().words().status(status), these));
            }
        }
        model.addAttribute("columns", columns);
        return "strategy/board";
    }

    @GetMapping(TABLE)
    @Allowed(Permission.FIGURES)
    String table(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        var opened = plan.open(parameters, request);
        if (opened.isEmpty()) {
            return begin("", request, model);
        }
        plan.show(opened.get(), "strategy.table.title", request, model);
        var order = PlanOrder.of(opened.get().choice().value(PlanChoice.SORT));
        var texts = plan.texts(request);
        model.addAttribute(
                "headings",
                List.of(PlanOrder.values()).stream()
                        .map(one -> new Heading(
                                texts.text("strategy.column." + one.key()),
                                TABLE + opened.get().choice().with(PlanChoice.SORT, one.key()),
                                one == order ? "ascending" : null))
                        .toList());
        model.addAttribute(
                "rows",
                opened.get().chosen(plan.today()).stream()
                        .sorted(order.by(opened.get().words(), plan.today()))
                        .map(opened.get().words()::row)
                        .toList());
        return "strategy/table";
    }

    @GetMapping(TIMELINE)
    @Allowed(Permission.FIGURES)
    String timeline(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        var opened = plan.open(parameters, request);
        if (opened.isEmpty()) {
            return begin("", request, model);
        }
        plan.show(opened.get(), "strategy.timeline.title", request, model);
        var chosen = opened.get().chosen(plan.today()).stream()
                .sorted(Comparator.comparing((Activity one) ->
                        one.content().from().or(one.content()::to).orElse(LocalDate.MAX)))
                .toList();
        model.addAttribute("timeline", Timeline.of(opened.get(), chosen, plan.today(), plan.texts(request)));
        return "strategy/timeline";
    }

    private List<Row> rows(Opened opened) {
        return opened.chosen(plan.today()).stream().map(opened.words()::row).toList();
    }

    /// How to begin: with the example, a file, or a plan of one's own.
    @GetMapping(BEGIN)
    @Allowed(Permission.FIGURES)
    String begin(@RequestParam(name = "fel", defaultValue = "") String wrong, HttpServletRequest request, Model model) {
        var texts = plan.texts(request);
        model.addAttribute("page", frame.page(request, texts.text("strategy.begin.title")));
        model.addAttribute("nothing", plans.all().isEmpty());
        model.addAttribute("mayWrite", plan.acting().may(Permission.PLAN));
        model.addAttribute("mayLoad", example.mayBeLoaded());
        model.addAttribute("trouble", wrong.equals("plan") ? texts.text("strategy.begin.trouble") : "");
        model.addAttribute(
                "regions",
                plan.acting().may(Permission.PLAN)
                        ? plan.healthcareRegions().stream()
                                .map(key -> new Option(key, Regions.healthcareRegion(key), false))
                                .toList()
                        : List.of());
        int year = plan.today().getYear();
        model.addAttribute("year", year);
        return "strategy/begin";
    }

    @PostMapping(BEGIN)
    @Allowed(Permission.PLAN)
    String add(
            @RequestParam(name = "namn", defaultValue = "") String name,
            @RequestParam(name = "sjukvardsregion", defaultValue = "") String region,
            @RequestParam(name = "fran", defaultValue = "") String from,
            @RequestParam(name = "till", defaultValue = "") String to) {
        var first = Given.day(from);
        var last = Given.day(to);
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || !plan.mayWrite(region)
                || first.isEmpty()
                || last.isEmpty()
                || last.get().isBefore(first.get())) {
            return "redirect:" + BEGIN + "?fel=plan";
        }
        long id =
                plans.add(region, name.strip(), first.get(), last.get(), "", Signed.of(plan.acting(), clock.instant()));
        return "redirect:" + BOARD + "?plan=" + id;
    }

    @PostMapping(PATH + "/exempel")
    @Allowed(Permission.PLAN)
    String loadExample() {
        if (!example.mayBeLoaded()) {
            return "redirect:" + BEGIN;
        }
        return "redirect:" + BOARD + "?plan=" + example.load(Signed.of(plan.acting(), clock.instant()));
    }
}
