package se.varjedag.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.ExpectedCancer;
import se.varjedag.app.intake.ImportRun;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.Loading;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.nation.Nation;
import se.varjedag.nation.NationOptions;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.measure.ExpectedCases;

/// Fills an empty installation with a synthetic Sweden, the newest year first so that there is something to look at.
///
/// The nation is simulated once, so that all years are of one world. Each person goes in whole, with the year of the
/// person's last event; what a sudden stop left out goes in at the next start.
@Component
@ConditionalOnProperty("varjedag.demo")
class DemoData implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final int NEWEST = 2024;
    private static final int OLDEST = 2020;
    private static final double SCALE = 0.1;
    private static final long SEED = 7;
    private static final int LATEST_RUNS = 1000;
    private static final String BY = "demo";

    private final Imports imports;
    private final Timeline timeline;
    private final Units units;
    private final ExpectedCancer expected;
    private final int newest;
    private final int oldest;
    private final double scale;
    private volatile boolean running;

    DemoData(Imports imports, Timeline timeline, Units units, ExpectedCancer expected, Environment environment) {
        this.imports = imports;
        this.timeline = timeline;
        this.units = units;
        this.expected = expected;
        this.newest = environment.getProperty("varjedag.demo.newest", Integer.class, NEWEST);
        this.oldest = environment.getProperty("varjedag.demo.oldest", Integer.class, OLDEST);
        this.scale = environment.getProperty("varjedag.demo.scale", Double.class, SCALE);
    }

    @Override
    public void start() {
        running = true;
        var options = NationOptions.years(oldest, newest, scale, SEED).withSubprocesses();
        expected.use(ExpectedCases.of(Nation.expectedCases(options)));
        var done = imports.runs(LATEST_RUNS).stream()
                .filter(run -> run.by().equals(BY) && run.state() == ImportRun.State.DONE)
                .map(ImportRun::file)
                .collect(Collectors.toSet());
        var missing = new ArrayList<Integer>();
        for (int year = newest; year >= oldest; year--) {
            if (!done.contains(name(year))) {
                missing.add(year);
            }
        }
        if (!missing.isEmpty()) {
            Thread.ofPlatform().name("demo").daemon(true).start(() -> load(options, missing));
        }
    }

    private void load(NationOptions options, List<Integer> years) {
        try {
            timeline.loading(
                    new Loading("Ett påhittat Sverige simuleras", "A made-up Sweden is being simulated", 0, 0));
            units.add(Nation.units().stream()
                    .map(u -> new Unit(u.id(), u.name(), u.kind().word(), u.caregiver(), u.region()))
                    .toList());
            var parts = simulate(options);
            long all = parts.values().stream().mapToLong(List::size).sum();
            long done = 0;
            for (var year : years) {
                var part = parts.getOrDefault(year, List.of());
                timeline.loading(new Loading(
                        "Simulerade händelser läses in: " + year, "Simulated events are read in: " + year, done, all));
                if (!part.isEmpty() && running) {
                    imports.take(EventColumns.of(part), name(year), BY);
                    timeline.refresh();
                }
                done += part.size();
            }
        } catch (RuntimeException e) {
            if (running) {
                LOG.error("The synthetic data could not be loaded", e);
            }
        } finally {
            timeline.loading(Loading.NOTHING);
        }
    }

    /// The events by the year they go in with: that of their person's last event, the first and the last year at most.
    private Map<Integer, List<CareEvent>> simulate(NationOptions options) {
        var events = new ArrayList<CareEvent>();
        Map<String, LocalDate> last = new HashMap<>();
        Nation.simulate(options, event -> {
            events.add(event);
            last.merge(event.person(), event.day(), (one, other) -> one.isAfter(other) ? one : other);
        });
        Map<Integer, List<CareEvent>> parts = new TreeMap<>(Comparator.reverseOrder());
        Consumer<CareEvent> sort = event -> {
            var day = last.getOrDefault(event.person(), event.day());
            parts.computeIfAbsent(Math.clamp(day.getYear(), oldest, newest), _ -> new ArrayList<>())
                    .add(event);
        };
        events.forEach(sort);
        return parts;
    }

    private static String name(int year) {
        return "simulering-" + year + ".csv";
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
