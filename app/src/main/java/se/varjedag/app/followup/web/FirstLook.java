package se.varjedag.app.followup.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Askers;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Templates;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.pathway.definition.Language;

/// Makes every page after a start before somebody asks for one, so that the first reader of each waits no longer than
/// those after: once before the figures are announced, if that does not take long, and then with a narrow selection
/// and again. Whoever asks meanwhile is let pass.
///
/// Nothing of it is kept or shown; what it leaves behind is a program that has run.
@Component
class FirstLook {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLook.class);
    private static final Duration ASK_EVERY = Duration.ofMillis(50);

    /// The figures are announced after this, also when some page has not been made yet.
    private static final Duration LONGEST_UNANNOUNCED = Duration.ofSeconds(4);

    private static final Map<String, String> STEP = Map.of("steg", "specimen-taken..pathology-reported");

    private final List<Sight<?>> sights = new ArrayList<>();
    private final FollowUp followUp;
    private final Charts charts;
    private final Frame frame;
    private final Units units;
    private final Askers askers;
    private volatile boolean stopped;

    /// A page that is looked at, and what is chosen on it the first time.
    private record Sight<P>(
            String path, String template, String name, List<String> own, Function<Reading, P> make, boolean narrow) {}

    FirstLook(
            ObjectProvider<FollowUpPage<?>> pages,
            ObjectProvider<MenuItem> menu,
            FollowUp followUp,
            Charts charts,
            Frame frame,
            Units units,
            Askers askers) {
        this.followUp = followUp;
        this.charts = charts;
        this.frame = frame;
        this.units = units;
        this.askers = askers;
        sights.add(new Sight<>("/laget", "followup/laget", "laget", List.of(), LagetPage::of, false));
        sights.add(new Sight<>("/vardforlopp", "followup/pathways", "index", List.of(), PathwayIndexPage::of, false));
        sights.add(new Sight<>(
                "/vardforlopp",
                "followup/pathway",
                "pathway",
                List.of(),
                reading -> PathwayPage.of(
                        reading, reading.basis().definitions().all().getFirst().id()),
                false));
        pages.stream()
                .sorted(Comparator.comparingInt(page -> place(menu, page.path())))
                .forEach(page -> sights.add(
                        new Sight<>(page.path(), page.template(), page.name(), page.own(), page.make(), page.asks())));
    }

    /// Where in the menu a page is found.
    private static int place(ObjectProvider<MenuItem> menu, String path) {
        return menu.stream()
                .filter(item -> path.startsWith(item.path()) && item.under().equals(FollowUpMenu.FOLDER))
                .mapToInt(MenuItem::order)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /// Looks at all pages, until it is done or told to stop.
    void look() {
        try {
            while (!stopped && !followUp.ready()) {
                LockSupport.parkNanos(ASK_EVERY.toNanos());
            }
            var now = followUp.current();
            if (!now.isEmpty()) {
                var began = System.nanoTime();
                look(TracedBasis.of(now.facts(), now.expected(), frame.today(), now.knownAt()), began);
                LOG.info("Every page made beforehand in {} ms", (System.nanoTime() - began) / 1_000_000);
            }
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.warn("The pages could not be made beforehand; the first reader of each waits a little", e);
            }
        } finally {
            followUp.announce();
        }
    }

    /// Makes every page of the whole country, and then of one pathway in one region, twice.
    ///
    /// @param began when the figures were there, as [System#nanoTime()] tells it
    void look(Basis basis, long began) {
        Runnable letPass = () -> askers.letPass(() -> {
            if (System.nanoTime() - began > LONGEST_UNANNOUNCED.toNanos()) {
                followUp.announce();
            }
            return stopped;
        });
        var patient = new SteppingAside(basis, letPass);
        var narrow = narrow(basis);
        for (var chosen : List.of(STEP, narrow, STEP, narrow)) {
            for (var sight : sights) {
                if (stopped) {
                    return;
                }
                var texts = Texts.in(Language.SV);
                var selection = Selection.read(sight.narrow() ? narrow : chosen, patient, sight.own());
                look(
                        sight,
                        new Reading(patient, selection, texts, charts, sight.path(), Own.EVERYWHERE, units::name),
                        letPass);
            }
            followUp.announce();
        }
        for (var one : Language.values()) {
            Handbook.open().chapters(one);
        }
    }

    private <P> void look(Sight<P> sight, Reading reading, Runnable letPass) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", frame.page(reading.texts(), ""));
        model.put(sight.name(), sight.make().apply(reading));
        letPass.run();
        Templates.html(sight.template(), model);
    }

    /// One pathway in one region.
    private static Map<String, String> narrow(Basis basis) {
        var narrow = new HashMap<>(STEP);
        narrow.put("svf", basis.definitions().all().getFirst().id());
        narrow.put("region", "01");
        return narrow;
    }

    void stop() {
        stopped = true;
    }
}
