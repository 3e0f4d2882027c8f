package se.varjedag.app.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.Facts;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// The facts as of other days and as known at other moments than now. Each costs one retrace, and is kept for the next
/// who asks.
///
/// Whoever asks for a moment that is being retraced waits for that retrace; whoever asks for one that is kept, or for
/// now, waits for nobody. Retraces run one at a time, for each takes the memory of a generation; of those kept there
/// are together no more pathways than now, or a few million. When too many wait, the next is told so at once.
final class Moments {
    private static final Logger LOG = LoggerFactory.getLogger(Moments.class);
    private static final int KEPT = 8;
    private static final long KEPT_PATHWAYS = 1_000_000;

    /// Those behind the last of these would wait for minutes.
    private static final int MOST_WAITING = 8;

    /// When less than this part of the persons differ, the others are taken over from now.
    private static final int PART = 4;

    private final StoredEvents stored;
    private final Tracer tracer;
    private final Turns retracing = new Turns(MOST_WAITING);
    private final Map<Moment, CompletableFuture<Facts>> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

    private record Moment(
            long change,
            Instant changedAt,
            String definitions,
            @Nullable LocalDate asOf,
            @Nullable Instant knownAt) {}

    Moments(StoredEvents stored, Tracer tracer) {
        this.stored = stored;
        this.tracer = tracer;
    }

    /// The facts as of a day, as known at a moment; where neither is given those of now.
    ///
    /// @throws Crowded when too many wait for other moments already
    Facts at(Snapshot now, Optional<LocalDate> asOf, Optional<Instant> knownAt) {
        if (asOf.isEmpty() && knownAt.isEmpty()) {
            return now.facts();
        }
        var moment = new Moment(
                now.change(),
                now.knownAt(),
                now.pathways().definitions().hash(),
                asOf.orElse(null),
                knownAt.orElse(null));
        return at(now, moment, () -> retrace(now, asOf, knownAt));
    }

    /// The facts as the log was after one of its changes, as known at a moment.
    ///
    /// @throws Crowded when too many wait for other moments already
    Facts after(Snapshot now, long change, Instant knownAt) {
        if (change >= now.change()) {
            return at(now, Optional.empty(), Optional.of(knownAt));
        }
        var moment =
                new Moment(change, now.knownAt(), now.pathways().definitions().hash(), null, knownAt);
        return at(now, moment, () -> afterChange(now, change, knownAt));
    }

    private Facts at(Snapshot now, Moment moment, Supplier<Facts> retrace) {
        var mine = new CompletableFuture<Facts>();
        CompletableFuture<Facts> known;
        synchronized (kept) {
            known = kept.putIfAbsent(moment, mine);
        }
        if (known != null) {
            return joined(known);
        }
        try {
            mine.complete(retracing.take(() -> {
                makeRoom(now, moment);
                return retrace.get();
            }));
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            synchronized (kept) {
                kept.remove(moment, mine);
            }
        }
        return joined(mine);
    }

    /// Forgets the moments asked for longest ago, so that what is kept beside now stays small.
    private void makeRoom(Snapshot now, Moment except) {
        long most = Math.max(KEPT_PATHWAYS, now.pathways().size());
        synchronized (kept) {
            kept.keySet().removeIf(moment -> !moment.changedAt().equals(now.knownAt()) && !moment.equals(except));
            var finished = new ArrayList<Moment>();
            long pathways = now.pathways().size();
            for (var one : kept.entrySet()) {
                if (one.getValue().isDone()) {
                    finished.add(one.getKey());
                    pathways += size(one.getValue());
                }
            }
            for (var moment : finished) {
                if (pathways > most || kept.size() > KEPT) {
                    pathways -= size(kept.remove(moment));
                }
            }
        }
    }

    private static long size(@Nullable CompletableFuture<Facts> facts) {
        return facts == null || facts.isCompletedExceptionally()
                ? 0
                : facts.join().traced().size();
    }

    private Facts retrace(Snapshot now, Optional<LocalDate> asOf, Optional<Instant> knownAt) {
        long began = System.nanoTime();
        var then = knownAt.map(moment -> knownAt(now, moment)).orElse(now.facts());
        var facts = asOf.map(
                        day -> Facts.of(tracer.trace(then.traced().timelines().asOf(day))))
                .orElse(then);
        LOG.info(
                "As of {}, as known at {}: {} pathways in {} ms",
                asOf.map(LocalDate::toString).orElse("the latest event"),
                knownAt.map(Instant::toString).orElse("now"),
                facts.traced().size(),
                (System.nanoTime() - began) / 1_000_000);
        return facts;
    }

    /// Only those are read and traced of whom something was learnt later; all others were known as they are now.
    private Facts knownAt(Snapshot now, Instant moment) {
        int most = now.pathways().timelines().persons() / PART;
        var whom = stored.learntLater(now.change(), moment, most + 1);
        if (whom.isEmpty()) {
            return now.facts();
        }
        return whom.size() > most
                ? Facts.of(trace(stored.knownAt(now.change(), moment)))
                : now.facts().with(trace(stored.knownAt(now.change(), moment, whom)), whom);
    }

    /// Whom the changes since touched may have been otherwise then, and so may those of whom something was learnt after
    /// the moment; all others were as they are now.
    private Facts afterChange(Snapshot now, long change, Instant knownAt) {
        int most = now.pathways().timelines().persons() / PART;
        var whom = new TreeSet<>(stored.learntLater(now.change(), knownAt, most + 1));
        whom.addAll(stored.touched(change, now.change()));
        return whom.size() > most
                ? Facts.of(trace(stored.knownAt(change, knownAt)))
                : now.facts().with(trace(stored.knownAt(change, knownAt, List.copyOf(whom))), whom);
    }

    private TracedPathways trace(EventColumns events) {
        return tracer.trace(Timelines.of(events, null, null));
    }

    private static Facts joined(CompletableFuture<Facts> facts) {
        try {
            return facts.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw e;
        }
    }
}
