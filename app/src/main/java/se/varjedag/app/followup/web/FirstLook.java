package se.varjedag.app.followup.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Templates;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.nation.Nation;
import se.varjedag.nation.NationOptions;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.ExpectedCases;
import se.varjedag.pathway.trace.Tracer;

/// Makes every page after a start before somebody asks for one, so that the first reader of each waits no longer than
/// those after: first over a handful of made-up patients while the log is being read, then over what was read.
///
/// Nothing of it is kept or shown; what it leaves behind is a program that has run.
@Component
class FirstLook {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);
    private static final Duration ASK_EVERY = Duration.ofMillis(100);
    private static final int ROUNDS = 2;
    private static final NationOptions HANDFUL =
            NationOptions.years(2023, 2024, 0.005, 1).withSubprocesses();

    private final List<Sight<?>> sights = new ArrayList<>();
    private final FollowUp followUp;
    private final Charts charts;
    private final Frame frame;
    private final Units units;
    private volatile boolean stopped;

    /// A page that is looked at.
    private record Sight<P>(String path, String template, String name, List<String> own, Function<Reading, P> make) {}

    FirstLook(ObjectProvider<FollowUpPage<?>> pages, FollowUp followUp, Charts charts, Frame frame, Units units) {
        this.followUp = followUp;
        this.charts = charts;
        this.frame = frame;
        this.units = units;
        sights.add(new Sight<>("/laget", "followup/laget", "laget", List.of(), LagetPage::of));
        sights.add(new Sight<>("/vardforlopp", "followup/pathways", "index", List.of(), PathwayIndexPage::of));
        sights.add(new Sight<>(
                "/vardforlopp",
                "followup/pathway",
                "pathway",
                List.of(),
                reading -> PathwayPage.of(
                        reading, reading.basis().definitions().all().getFirst().id())));
        pages.forEach(
                page -> sights.add(new Sight<>(page.path(), page.template(), page.name(), page.own(), page.make())));
    }

    /// Looks at all pages, until it is done or told to stop.
    void look() {
        try {
            look(handful(), 1);
            while (!stopped && !followUp.ready()) {
                LockSupport.parkNanos(ASK_EVERY.toNanos());
            }
            var now = followUp.current();
            if (!now.isEmpty()) {
                look(TracedBasis.of(now.facts(), now.expected(), frame.today(), now.knownAt()), ROUNDS);
            }
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.warn("The pages could not be made beforehand; the first reader of each waits a little", e);
            }
        }
    }

    /// Makes every page so many times.
    void look(Basis basis, int rounds) {
        var began = System.nanoTime();
        var texts = Texts.in(Language.SV);
        for (var one : Language.values()) {
            Handbook.open().chapters(one);
        }
        for (int round = 0; round < rounds; round++) {
            for (var sight : sights) {
                for (var chosen : selections(basis)) {
                    if (stopped) {
                        return;
                    }
                    look(
                            sight,
                            new Reading(
                                    basis,
                                    Selection.read(chosen, basis, sight.own()),
                                    texts,
                                    charts,
                                    sight.path(),
                                    Own.EVERYWHERE,
                                    units::name));
                }
            }
        }
        LOG.info(
                "Every page of {} pathways made beforehand in {} ms",
                basis.traced().size(),
                (System.nanoTime() - began) / 1_000_000);
    }

    private <P> void look(Sight<P> sight, Reading reading) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", frame.page(reading.texts(), ""));
        model.put(sight.name(), sight.make().apply(reading));
        Templates.html(sight.template(), model);
    }

    /// The whole country, and one pathway in one region.
    private static List<Map<String, String>> selections(Basis basis) {
        var step = Map.of("steg", "specimen-taken..pathology-reported");
        var narrow = new HashMap<>(step);
        narrow.put("svf", basis.definitions().all().getFirst().id());
        narrow.put("region", "01");
        return List.of(step, narrow);
    }

    private static Basis handful() {
        var events = EventColumns.builder();
        Nation.simulate(HANDFUL, events::add);
        var traced = new Tracer(Nation.definitions()).listingFindings().trace(Timelines.of(events.build(), null, null));
        return TracedBasis.of(
                traced, Optional.of(ExpectedCases.of(Nation.expectedCases(HANDFUL))), HANDFUL.lastDay(), Instant.EPOCH);
    }

    void stop() {
        stopped = true;
    }
}
