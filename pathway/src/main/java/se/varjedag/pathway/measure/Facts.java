package se.varjedag.pathway.measure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import se.varjedag.pathway.trace.TracedPathways;

/// Traced pathways laid out for questions: the waits of each measure in sorted columns, beside the pathways
/// themselves. Immutable; after a change of a few persons the next facts share nearly all of their columns.
///
/// The time from suspicion to treatment is laid out at once. Another measure is laid out when it is first
/// asked for, which costs one reading of all pathways, and is kept up from then on.
public final class Facts {
    /// So many measures beside the whole lead time are kept.
    private static final int KEPT = 6;

    private final TracedPathways traced;
    private final MeasureTables whole;
    private final Map<Measure, CompletableFuture<MeasureTables>> others = new LinkedHashMap<>(16, 0.75f, true) {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Measure, CompletableFuture<MeasureTables>> eldest) {
            return size() > KEPT;
        }
    };

    private Facts(TracedPathways traced, MeasureTables whole) {
        this.traced = traced;
        this.whole = whole;
    }

    /// The facts of these pathways.
    public static Facts of(TracedPathways traced) {
        return new Facts(traced, MeasureTables.of(traced, Measure.WHOLE));
    }

    /// These facts with those of some persons as they are now, as [TracedPathways#with] does it for pathways.
    ///
    /// @param touched what the same tracer, listing its findings, made of all events of none but these persons
    /// @param whom the persons touched, those too who have no events any more
    public Facts with(TracedPathways touched, Collection<String> whom) {
        var after = traced.with(touched, whom);
        var facts = new Facts(after, whole.with(traced, after, whom));
        synchronized (others) {
            others.forEach((measure, tables) -> {
                if (tables.isDone() && !tables.isCompletedExceptionally()) {
                    facts.others.put(
                            measure,
                            CompletableFuture.completedFuture(tables.join().with(traced, after, whom)));
                }
            });
        }
        return facts;
    }

    /// The pathways that these are the facts of.
    public TracedPathways traced() {
        return traced;
    }

    /// How many bytes the columns take, beside the pathways.
    public long bytes() {
        long bytes = whole.bytes();
        synchronized (others) {
            for (var tables : others.values()) {
                bytes += tables.isDone() && !tables.isCompletedExceptionally()
                        ? tables.join().bytes()
                        : 0;
            }
        }
        return bytes;
    }

    /// The waits of a measure. Several who ask for a new one at the same time wait for one reading.
    MeasureTables of(Measure measure) {
        if (measure.whole()) {
            return whole;
        }
        var mine = new CompletableFuture<MeasureTables>();
        CompletableFuture<MeasureTables> known;
        synchronized (others) {
            known = others.putIfAbsent(measure, mine);
        }
        if (known != null) {
            return joined(known);
        }
        try {
            mine.complete(MeasureTables.of(traced, measure));
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            synchronized (others) {
                others.remove(measure, mine);
            }
        }
        return joined(mine);
    }

    private static MeasureTables joined(CompletableFuture<MeasureTables> tables) {
        try {
            return tables.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw e;
        }
    }
}
