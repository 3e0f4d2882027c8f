package se.varjedag.app.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.ExpectedCancer;
import se.varjedag.app.intake.ImportRun;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.Loading;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.nation.Nation;
import se.varjedag.nation.NationOptions;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.measure.ExpectedCases;

/// Fills an empty installation with a synthetic Sweden up to the day of the first start, the newest twelve months
/// first so that there is something to look at.
///
/// The nation is simulated once, so that all years are of one world. Each person goes in whole, with the twelve months
/// of the person's last event; what a sudden stop left out goes in at the next start. A demo does not grow afterwards:
/// its last day is the one it was made on.
@Component
@ConditionalOnProperty("varjedag.demo")
class DemoData implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);
    private static final int YEARS = 4;
    private static final double SCALE = 0.1;
    private static final long SEED = 7;
    private static final int LATEST_RUNS = 1000;
    private static final String BY = "demo";
    private static final String FIRST_WORD = "simulering-";
    private static final String LAST_WORD = ".csv";

    private final Imports imports;
    private final Timeline timeline;
    private final Units units;
    private final ExpectedCancer expected;
    private final ValuesOfDemo values;
    private final WorkOfDemo work;
    private final int years;
    private final LocalDate lastDay;
    private final double scale;
    private volatile boolean running;

    DemoData(
            Imports imports,
            Timeline timeline,
            Units units,
            ExpectedCancer expected,
            ValuesOfDemo values,
            WorkOfDemo work,
            Environment environment) {
        this.values = values;
        this.work = work;
        this.imports = imports;
        this.timeline = timeline;
        this.units = units;
        this.expected = expected;
        this.years = environment.getProperty("varjedag.demo.years", Integer.class, YEARS);
        this.lastDay = Optional.ofNullable(environment.getProperty("varjedag.demo.until"))
                .map(LocalDate::parse)
                .orElseGet(() -> LocalDate.now(Sweden.TIME));
        this.scale = environment.getProperty("varjedag.demo.scale", Double.class, SCALE);
    }

    @Override
    public void start() {
        running = true;
        var done = imports.runs(LATEST_RUNS).stream()
                .filter(run -> run.by().equals(BY) && run.state() == ImportRun.State.DONE)
                .map(ImportRun::file)
                .collect(Collectors.toSet());
        var until = done.stream()
                .flatMap(file -> endIn(file).stream())
                .max(Comparator.naturalOrder())
                .orElse(lastDay);
        var options = NationOptions.years(until.getYear() - years + 1, until.getYear(), scale, SEED)
                .withOutside()
                .until(until);
        expected.use(ExpectedCases.of(Nation.expectedCases(options)));
        var missing = IntStream.range(0, years)
                .mapToObj(until::minusYears)
                .filter(end -> !done.contains(name(end)))
                .toList();
        if (!missing.isEmpty()) {
            Thread.ofPlatform().name("demo").daemon(true).start(() -> load(options, until, missing));
        }
    }

    private void load(NationOptions options, LocalDate until, List<LocalDate> ends) {
        try {
            timeline.loading(
                    new Loading("Ett påhittat Sverige simuleras", "A made-up Sweden is being simulated", 0, 0));
            units.add(Nation.units().stream()
                    .map(u -> new Unit(u.id(), u.name(), u.kind().word(), u.caregiver(), u.region()))
                    .toList());
            var parts = simulate(options, until);
            long all = parts.values().stream().mapToLong(List::size).sum();
            long done = 0;
            for (var end : ends) {
                var part = parts.getOrDefault(end, List.of());
                timeline.loading(new Loading(
                        "Simulerade händelser läses in: tolv månader till " + end,
                        "Simulated events are read in: twelve months to " + end,
                        done,
                        all));
                if (!part.isEmpty() && running) {
                    imports.take(EventColumns.of(part), name(end), BY);
                    values.add(part, until);
                    timeline.refresh();
                }
                done += part.size();
            }
            if (running) {
                work.add();
            }
        } catch (RuntimeException e) {
            if (running) {
                LOG.error("The synthetic data could not be loaded", e);
            }
        } finally {
            timeline.loading(Loading.NOTHING);
        }
    }

    /// The events by the last day of the twelve months they go in with: those of their person's last event.
    private Map<LocalDate, List<CareEvent>> simulate(NationOptions options, LocalDate until) {
        var events = new ArrayList<CareEvent>();
        Map<String, LocalDate> last = new HashMap<>();
        Nation.simulate(options, event -> {
            events.add(event);
            last.merge(event.person(), event.day(), (one, other) -> one.isAfter(other) ? one : other);
        });
        Map<LocalDate, List<CareEvent>> parts = new HashMap<>();
        for (var event : events) {
            var day = last.getOrDefault(event.person(), event.day());
            long whole = Math.clamp(ChronoUnit.YEARS.between(day, until), 0, years - 1);
            parts.computeIfAbsent(until.minusYears(whole), _ -> new ArrayList<>())
                    .add(event);
        }
        return parts;
    }

    private static String name(LocalDate end) {
        return FIRST_WORD + end + LAST_WORD;
    }

    private static Optional<LocalDate> endIn(String file) {
        return file.startsWith(FIRST_WORD) && file.endsWith(LAST_WORD)
                ? Optional.of(LocalDate.parse(file.substring(FIRST_WORD.length(), file.length() - LAST_WORD.length())))
                : Optional.empty();
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
