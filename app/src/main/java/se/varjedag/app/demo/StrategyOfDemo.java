package se.varjedag.app.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.strategy.ActionPlans;
import se.varjedag.app.strategy.Activities;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Activity.Content;
import se.varjedag.app.strategy.Entry.What;
import se.varjedag.app.strategy.ShippedExample;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.strategy.Status;

/// The plans of the demo: the shipped example, and a plan of this year that goes on from it. Made up.
@Component
@ConditionalOnProperty("varjedag.demo")
class StrategyOfDemo implements SmartLifecycle {
    private static final int MOST = 18;
    private static final int MONTHS = 12;
    private static final List<String> OWNERS = List.of(
            "Processledare lunga",
            "Programkontoret",
            "Processledare kolorektal",
            "Patologiverksamheten",
            "Röntgenverksamheten",
            "");
    private static final List<Step> STEPS = List.of(
            new Step(Status.UNDER_WAY, 12, "Första mätningen är gjord i Jönköping och Kalmar."),
            new Step(Status.UNDER_WAY, 130, "Laboratorierna har lämnat sina tider."),
            new Step(Status.PLANNED, 40, "Vi väntar på den nya remissen."),
            new Step(Status.DONE, 25, "Tre möten hållna, protokoll skrivna."),
            new Step(Status.PAUSED, 60, "Vilar tills den nationella gruppen har svarat."),
            new Step(Status.DROPPED, 75, "Görs i stället nationellt."));

    private final ShippedExample example;
    private final ActionPlans plans;
    private final Activities activities;
    private final Clock clock = Clock.system(Sweden.TIME);
    private volatile boolean running;

    private record Step(Status status, int daysAgo, String words) {}

    StrategyOfDemo(ShippedExample example, ActionPlans plans, Activities activities) {
        this.example = example;
        this.plans = plans;
        this.activities = activities;
    }

    @Override
    public void start() {
        running = true;
        if (!example.mayBeLoaded()) {
            return;
        }
        var now = clock.instant();
        var year = LocalDate.now(clock).getYear();
        var first = LocalDate.of(year, 1, 1);
        long before = example.load(signed(now.minus(400, ChronoUnit.DAYS)));
        long plan = plans.add(
                "sydöst",
                "Handlingsplan " + year,
                first,
                first.withMonth(MONTHS).withDayOfMonth(31),
                "",
                signed(now));
        var some = activities.of(before).stream().limit(MOST).toList();
        activities.carry(some, plan, signed(now.minus(200, ChronoUnit.DAYS)));
        int at = 0;
        for (var one : activities.of(plan)) {
            live(one, at, first, now);
            at++;
        }
    }

    private void live(Activity one, int at, LocalDate first, Instant now) {
        var written = one.content();
        var from = first.plusMonths(at % 8);
        var dates = at % 5 != 4;
        activities.write(
                one.id(),
                new Content(
                        written.area(),
                        written.title(),
                        "",
                        written.promise(),
                        written.development(),
                        OWNERS.get(at % OWNERS.size()),
                        written.regions(),
                        dates ? Optional.of(from) : Optional.empty(),
                        dates ? Optional.of(from.plusMonths(2 + at % 4).minusDays(1)) : Optional.empty(),
                        written.indicator(),
                        written.svf(),
                        written.step()),
                signed(now.minus(180, ChronoUnit.DAYS)));
        if (at % 7 == 6) {
            return;
        }
        var step = STEPS.get(at % STEPS.size());
        activities.say(one.id(), step.status(), step.words(), signed(now.minus(step.daysAgo(), ChronoUnit.DAYS)));
        if (at % 3 == 0) {
            var day = LocalDate.now(clock).minusDays(step.daysAgo());
            activities.note(
                    one.id(),
                    What.DECISION,
                    day,
                    "RPO Cancer beslutade att fortsätta året ut.",
                    signed(now.minus(step.daysAgo(), ChronoUnit.DAYS)));
        }
    }

    private static Signed signed(Instant at) {
        return new Signed(at, "processledare", "Petra Processledare");
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
