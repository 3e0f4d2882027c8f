package se.varjedag.app.timeline;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.Facts;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// The traced pathways in memory, kept in step with the log by the number of its latest change.
///
/// Definitions are read at start: a program that starts with other definitions traces everybody by them, so an
/// event that no definition claimed yesterday is traced today.
@Component
public class Timeline {
    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);

    private final JdbcClient database;
    private final StoredEvents stored;
    private final Definitions definitions;
    private final Tracer tracer;
    private final Moments moments;
    private final Clock clock = Clock.systemUTC();
    private final Object refreshing = new Object();

    private String ofDatabase = "";
    private volatile Snapshot snapshot;
    private volatile Loading loading = Loading.NOTHING;
    private volatile boolean read;

    Timeline(JdbcClient database, StoredEvents stored, Definitions definitions) {
        this.database = database;
        this.stored = stored;
        this.definitions = definitions;
        this.tracer = new Tracer(definitions).listingFindings();
        this.moments = new Moments(stored, tracer);
        this.snapshot =
                new Snapshot(0, Facts.of(trace(EventColumns.of(List.of()))), clock.instant(), new DelayCells(), 0);
    }

    /// What is known now. Empty of pathways until the first loading is over.
    public Snapshot snapshot() {
        return snapshot;
    }

    /// Whether the log has been read once since the start: before that, nothing found does not mean that nothing is
    /// there.
    public boolean read() {
        return read;
    }

    /// Whether there is an answer to anything: the log has been read, and a simulation has its first pathways.
    public boolean ready() {
        return read && !(snapshot().pathways().size() == 0 && loading.goingOn());
    }

    public Definitions definitions() {
        return definitions;
    }

    public Loading loading() {
        return read || loading.goingOn() ? loading : reading(0, 0);
    }

    /// Tells what else keeps the pages waiting (a simulation that is being loaded).
    public void loading(Loading other) {
        loading = other;
    }

    /// The pathways as of a day, as known at a moment; by default as of the latest event, as known now.
    public TracedPathways pathways(Optional<LocalDate> asOf, Optional<Instant> knownAt) {
        return facts(asOf, knownAt).traced();
    }

    /// The same laid out for questions. What is neither as of the latest event nor as known now costs one retrace,
    /// and is kept for the next who asks.
    public Facts facts(Optional<LocalDate> asOf, Optional<Instant> knownAt) {
        return moments.at(snapshot, asOf, knownAt);
    }

    /// The pathways as the log was after one of its changes, of what was learnt by a moment: the same again whatever
    /// has been read in since, also what a source had registered by then and sent later (rule 5). What was disposed
    /// of since is gone here too.
    public TracedPathways pathways(long change, Instant knownAt) {
        return facts(change, knownAt).traced();
    }

    /// The same laid out for questions.
    public Facts facts(long change, Instant knownAt) {
        return moments.after(snapshot, change, knownAt);
    }

    /// Brings memory in step with the log, if it is not; gives what is known afterwards.
    public Snapshot refresh() {
        synchronized (refreshing) {
            var change = database.sql("select coalesce(max(number), 0) from change")
                    .query(Long.class)
                    .single();
            // A restored backup is another database under the same name, and its numbers may be the same. What was
            // disposed of left no version behind that would tell whom to read again, so everybody is.
            var which = database.sql("""
                            select oid || ' ' || coalesce((select made::text from installation), '')
                                || ' ' || (select count(*) from disposal_protocol)
                            from pg_database where datname = current_database()""").query(String.class).single();
            if (change == snapshot.change() && which.equals(ofDatabase)) {
                return snapshot;
            }
            var rows = database.sql("select coalesce(max(version), 0) from care_event")
                    .query(Long.class)
                    .single();
            var before = loading;
            var began = System.nanoTime();
            LongConsumer progress = done -> {
                if (!before.goingOn()) {
                    loading = reading(done, rows);
                }
            };
            var retraced = snapshot.change() > 0 && which.equals(ofDatabase)
                    ? touchedOnly(change, progress)
                    : everybody(change, progress);
            ofDatabase = which;
            snapshot = retraced;
            read = true;
            if (!before.goingOn()) {
                loading = Loading.NOTHING;
            }
            LOG.info(
                    "Change {}: {} persons traced again, {} pathways in all, in {} ms",
                    change,
                    snapshot.tracedAgain(),
                    snapshot.pathways().size(),
                    (System.nanoTime() - began) / 1_000_000);
            return snapshot;
        }
    }

    private static Loading reading(long done, long of) {
        return new Loading("Händelserna läses in i minnet", "Events are read into memory", done, of);
    }

    /// When a change of the log was made; now where there is no such change.
    private Instant momentOf(long change) {
        return database.sql("select at from change where number = ?")
                .param(change)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElseGet(clock::instant);
    }

    private Snapshot everybody(long change, LongConsumer progress) {
        var delays = new DelayCells();
        var traced = trace(stored.current(change, progress, delays));
        return new Snapshot(
                change,
                Facts.of(traced),
                momentOf(change),
                delays,
                traced.timelines().persons());
    }

    /// Reads and traces only the persons whom the changes since the snapshot touched, and leaves all others as they
    /// are.
    private Snapshot touchedOnly(long change, LongConsumer progress) {
        var whom = stored.touched(snapshot.change(), change);
        var touched = trace(stored.touched(snapshot.change(), change, progress));
        var delays = snapshot.delays().copy();
        stored.delays(snapshot.change(), change, delays);
        return new Snapshot(change, snapshot.facts().with(touched, whom), momentOf(change), delays, whom.size());
    }

    private TracedPathways trace(EventColumns current) {
        return tracer.trace(Timelines.of(current, null, null));
    }
}
