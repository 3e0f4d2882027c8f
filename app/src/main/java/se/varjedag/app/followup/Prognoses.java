package se.varjedag.app.followup;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.prognosis.Chance;
import se.varjedag.pathway.prognosis.HeldBack;
import se.varjedag.pathway.prognosis.Outlook;
import se.varjedag.pathway.prognosis.Prognosis;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// The prognosis for those waiting, and how it held on earlier months, worked out in the background when somebody asks
/// and kept until the data change.
@Component
public class Prognoses {
    private static final Logger LOG = LoggerFactory.getLogger(Prognoses.class);

    /// So many months are held back and judged.
    private static final int MONTHS = 6;

    /// So long before the latest day the last of them ends: by then nearly every limit has passed.
    private static final int DECIDED_AFTER_DAYS = 90;

    /// From the first events on, so much must be known before a prognosis is worth judging.
    private static final int LEAST_DAYS_TO_LEARN = 180;

    private final Timeline timeline;
    private final AtomicReference<@Nullable TracedPathways> working = new AtomicReference<>();
    private volatile @Nullable Known known;

    /// What has been worked out for one state of the data.
    ///
    /// @param days the days on which chances were given to be judged, the oldest first
    /// @param bySvf what is expected, by the id of the pathway's definition
    /// @param byRegion the same by the region that has the patient
    public record Known(
            Prognosis prognosis,
            List<LocalDate> days,
            HeldBack heldBack,
            Outlook all,
            Map<String, Outlook> bySvf,
            Map<String, Outlook> byRegion) {
        public Known {
            days = List.copyOf(days);
        }
    }

    Prognoses(Timeline timeline) {
        this.timeline = timeline;
    }

    /// What was worked out last, whatever has come in since; empty until the first is.
    public Optional<Known> latest() {
        return Optional.ofNullable(known);
    }

    /// What is known for this state of the data; empty while it is being worked out, which this sets going.
    public Optional<Known> of(Generation current) {
        var pathways = current.pathways();
        var latest = known;
        if (latest != null && latest.prognosis.traced() == pathways) {
            return Optional.of(latest);
        }
        if (pathways.size() > 0 && working.compareAndSet(null, pathways)) {
            Thread.ofPlatform().daemon().name("prognosis").start(() -> work(pathways));
        }
        return Optional.empty();
    }

    private void work(TracedPathways pathways) {
        var began = System.nanoTime();
        try {
            known = workedOut(pathways);
            LOG.info(
                    "The prognosis of {} pathways and its months held back took {} ms",
                    pathways.size(),
                    (System.nanoTime() - began) / 1_000_000);
        } finally {
            working.set(null);
        }
    }

    private Known workedOut(TracedPathways pathways) {
        var days = heldBackDays(pathways);
        var heldBack = new HeldBack(List.of(), 0);
        var tracer = new Tracer(timeline.definitions()).threads(1);
        for (var day : days) {
            var then = tracer.trace(pathways.timelines().asOf(day));
            heldBack = heldBack.plus(HeldBack.judge(Prognosis.learn(then), pathways));
        }
        var prognosis = Prognosis.learn(pathways);
        var bySvf = new TreeMap<String, Outlook>();
        var byRegion = new TreeMap<String, Outlook>();
        var all = Outlook.NONE;
        for (int i = 0; i < pathways.size(); i++) {
            var chance = prognosis.chance(i);
            if (chance.isPresent()) {
                all = all.with(chance.get());
                add(
                        bySvf,
                        pathways.definitions().all().get(pathways.definition(i)).id(),
                        chance.get());
                add(byRegion, pathways.timelines().regionText(pathways.waitingRegion(i)), chance.get());
            }
        }
        return new Known(prognosis, days, heldBack, all, bySvf, byRegion);
    }

    private static void add(Map<String, Outlook> outlooks, String key, Chance chance) {
        outlooks.merge(key, Outlook.NONE.with(chance), Outlook::plus);
    }

    /// The last days of months, so long ago that what came of them is known.
    private static List<LocalDate> heldBackDays(TracedPathways pathways) {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < pathways.size(); i++) {
            first = Math.min(first, pathways.start(i));
        }
        var earliest = LocalDate.ofEpochDay(first).plusDays(LEAST_DAYS_TO_LEARN);
        var last = YearMonth.from(LocalDate.ofEpochDay(pathways.asOf()).minusDays(DECIDED_AFTER_DAYS));
        var days = new ArrayList<LocalDate>();
        for (int back = MONTHS; back >= 1; back--) {
            var day = last.minusMonths(back).atEndOfMonth();
            if (!day.isBefore(earliest)) {
                days.add(day);
            }
        }
        return days;
    }
}
