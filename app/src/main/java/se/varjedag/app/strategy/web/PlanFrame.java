package se.varjedag.app.strategy.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.reference.Region;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.strategy.ActionPlans;
import se.varjedag.app.strategy.Activities;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Plan;
import se.varjedag.app.strategy.Statement;
import se.varjedag.app.strategy.Statement.Kind;
import se.varjedag.app.strategy.Status;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Texts;

/// What every page of a plan needs: which plan, who may write it, and the lists to choose from.
@Component
public class PlanFrame {
    private final ActionPlans plans;
    private final Activities activities;
    private final SignedIn signedIn;
    private final Frame frame;

    PlanFrame(ActionPlans plans, Activities activities, SignedIn signedIn, Frame frame) {
        this.plans = plans;
        this.activities = activities;
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// Something to choose in a form.
    public record Option(String value, String text, boolean chosen) {}

    /// A list of a form.
    ///
    /// @param name of the choice in the link
    public record Field(String name, String text, List<Option> options) {}

    /// A plan with its activities and what its region stands by.
    record Opened(
            PlanChoice choice,
            Plan plan,
            List<Activity> all,
            PlanWords words,
            List<Statement> promises,
            List<Statement> areas) {

        /// The activities that were chosen.
        List<Activity> chosen(LocalDate today) {
            return all.stream().filter(one -> choice.takes(one, today)).toList();
        }
    }

    Texts texts(HttpServletRequest request) {
        return frame.texts(request);
    }

    LocalDate today() {
        return frame.today();
    }

    Acting acting() {
        return signedIn.required();
    }

    /// The plan of a request: the one it names, otherwise that of the own healthcare region that holds today, or the
    /// latest. Empty where there is none at all.
    Optional<Opened> open(Map<String, String> parameters, HttpServletRequest request) {
        var named = parameters.getOrDefault(PlanChoice.PLAN, "");
        var all = plans.all();
        Optional<Plan> plan = named.isEmpty()
                ? usual(all)
                : Optional.of(all.stream()
                        .filter(one -> String.valueOf(one.id()).equals(named))
                        .findFirst()
                        .orElseThrow(Given::notFound));
        return plan.map(one -> opened(PlanChoice.of(parameters, plan), one, request));
    }

    private Opened opened(PlanChoice choice, Plan plan, HttpServletRequest request) {
        var promises = plans.statements(plan.healthcareRegion(), Kind.PROMISE);
        var areas = plans.statements(plan.healthcareRegion(), Kind.AREA);
        return new Opened(
                choice,
                plan,
                activities.of(plan.id()),
                new PlanWords(texts(request), today(), promises, areas),
                promises,
                areas);
    }

    private Optional<Plan> usual(List<Plan> all) {
        var own = signedIn.acting()
                .flatMap(acting -> Regions.byCode(acting.assignment().place()))
                .map(Region::healthcareRegion)
                .orElse("");
        var today = today();
        return all.stream()
                .min(Comparator.comparing(
                                (Plan plan) -> !plan.healthcareRegion().equals(own))
                        .thenComparing(plan -> today.isBefore(plan.from()) || today.isAfter(plan.to())));
    }

    /// Whether the reader may write in a plan: one who works for a region writes in that of its healthcare region.
    boolean mayWrite(Plan plan) {
        return mayWrite(plan.healthcareRegion());
    }

    boolean mayWrite(String healthcareRegion) {
        return signedIn.may(Permission.PLAN) && healthcareRegions().contains(healthcareRegion);
    }

    /// The healthcare regions whose plans the reader may write in.
    List<String> healthcareRegions() {
        var place = acting().assignment().place();
        return place.isEmpty()
                ? Regions.healthcareRegions()
                : Regions.byCode(place).map(Region::healthcareRegion).stream().toList();
    }

    /// The plan of an activity, where the reader may write in it.
    Plan toWrite(long plan) {
        return plans.byId(plan).filter(this::mayWrite).orElseThrow(Given::notFound);
    }

    /// Lays the page before its template.
    void show(Opened opened, String title, HttpServletRequest request, Model model) {
        var texts = texts(request);
        var choice = opened.choice();
        model.addAttribute("page", frame.page(request, texts.text(title)).carrying(choice.with(PlanChoice.SORT, "")));
        model.addAttribute(
                "head",
                new Head(
                        opened.plan().name(),
                        Regions.healthcareRegion(opened.plan().healthcareRegion()),
                        texts.formats()
                                .period(opened.plan().from(), opened.plan().to()),
                        opened.chosen(today()).size(),
                        opened.all().size(),
                        request.getRequestURI(),
                        choice.query(),
                        choice.narrowed(),
                        "?plan=" + opened.plan().id(),
                        mayWrite(opened.plan()),
                        fields(opened, texts)));
    }

    /// What stands over every view of a plan.
    ///
    /// @param path  the address of the view
    /// @param query the end of the address with what is chosen
    /// @param whole the same with nothing left out
    public record Head(
            String name,
            String region,
            String period,
            int chosen,
            int all,
            String path,
            String query,
            boolean narrowed,
            String whole,
            boolean mayWrite,
            List<Field> fields) {

        public Head {
            fields = List.copyOf(fields);
        }
    }

    private List<Field> fields(Opened opened, Texts texts) {
        var choice = opened.choice();
        var fields = new ArrayList<Field>();
        fields.add(new Field(
                PlanChoice.PLAN,
                texts.text("strategy.plan"),
                plans.all().stream()
                        .map(one -> new Option(
                                String.valueOf(one.id()),
                                one.name(),
                                one.id() == opened.plan().id()))
                        .toList()));
        fields.add(field(
                choice,
                texts,
                PlanChoice.PROMISE,
                opened.promises().stream()
                        .map(one -> new Option(one.id().toString(), PlanWords.numbered(one), false))
                        .toList()));
        fields.add(field(
                choice,
                texts,
                PlanChoice.AREA,
                opened.areas().stream()
                        .map(one -> new Option(one.id().toString(), PlanWords.numbered(one), false))
                        .toList()));
        fields.add(field(
                choice,
                texts,
                PlanChoice.REGION,
                regionsOf(opened.plan())
                        .map(one -> new Option(one.code(), one.name(), false))
                        .toList()));
        fields.add(field(
                choice,
                texts,
                PlanChoice.OWNER,
                opened.all().stream()
                        .map(one -> one.content().owner())
                        .filter(owner -> !owner.isEmpty())
                        .distinct()
                        .sorted()
                        .map(owner -> new Option(owner, owner, false))
                        .toList()));
        fields.add(field(
                choice,
                texts,
                PlanChoice.STATUS,
                List.of(Status.values()).stream()
                        .map(one -> new Option(one.key(), opened.words().status(one), false))
                        .toList()));
        return fields;
    }

    static Stream<Region> regionsOf(Plan plan) {
        return Regions.all().stream().filter(one -> one.healthcareRegion().equals(plan.healthcareRegion()));
    }

    private static Field field(PlanChoice choice, Texts texts, String name, List<Option> options) {
        var all = new ArrayList<Option>();
        all.add(new Option("", texts.text("strategy.any"), choice.value(name).isEmpty()));
        options.forEach(
                one -> all.add(new Option(one.value(), one.text(), one.value().equals(choice.value(name)))));
        return new Field(name, texts.text("strategy.choose." + name), all);
    }
}
