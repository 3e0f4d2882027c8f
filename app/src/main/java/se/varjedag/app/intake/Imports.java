package se.varjedag.app.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.varjedag.app.database.Sha256;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.identity.SeenPerson;
import se.varjedag.app.intake.ImportRun.State;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.AddedValues;
import se.varjedag.app.timeline.ClinicalValue.Sent;
import se.varjedag.app.timeline.DeliveredValues;
import se.varjedag.app.timeline.Delivery;
import se.varjedag.app.timeline.EventLog;
import se.varjedag.eventlog.EventFiles;
import se.varjedag.eventlog.PackedFile;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;

/// Files of events that were read in, and the way to read in another.
///
/// A file goes into the log whole or not at all, with its rejected rows, in one transaction. What a sudden death
/// interrupts has left nothing behind; the same file again completes it. The same file twice adds nothing.
@Component
public class Imports implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    /// What the runs of typed events are called, in the place of a file.
    private static final String TYPED = "skrivet";

    private static final int START = 1 << 12;
    private static final int PAGE = 100;
    private static final int HALFWAY = 50;
    private static final int WHOLE = 100;

    /// Who sends the file, and whether it holds all that its source has for its span of dates.
    ///
    /// @param source what the sending system is called; empty where the file says so itself, or CSV is read
    public record Options(String by, boolean complete, String source) {
        public Options(String by, boolean complete) {
            this(by, complete, "");
        }
    }

    private final ImportRuns runs;
    private final EventLog log;
    private final Definitions definitions;
    private final TransactionTemplate transactions;
    private final Incoming incoming;
    private final List<FileKind> kinds;
    private final Identities identities;
    private final DeliveredValues values;
    private final Clock clock = Clock.systemUTC();
    private final Map<Long, Integer> percent = new ConcurrentHashMap<>();
    private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import").daemon(true).factory());

    Imports(
            ImportRuns runs,
            EventLog log,
            Definitions definitions,
            TransactionTemplate transactions,
            Incoming incoming,
            List<FileKind> kinds,
            Identities identities,
            DeliveredValues values) {
        this.runs = runs;
        this.log = log;
        this.definitions = definitions;
        this.transactions = transactions;
        this.incoming = incoming;
        this.kinds = List.copyOf(kinds);
        this.identities = identities;
        this.values = values;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        incoming.clear();
        settle();
    }

    /// Says of runs whose program has died that they were interrupted.
    private void settle() {
        var interrupted = runs.markInterrupted(clock.instant());
        if (interrupted > 0) {
            LOG.warn(
                    "{} imports had been interrupted; nothing of those files was kept, import them again", interrupted);
        }
    }

    @Override
    public void destroy() {
        oneAtATime.shutdownNow();
    }

    /// The latest runs, newest first.
    public List<ImportRun> runs(int atMost) {
        return runs.latest(atMost);
    }

    public Optional<ImportRun> run(long id) {
        return runs.byId(id);
    }

    /// How far a run that is going on has come; empty for those that have ended.
    public OptionalInt percent(long run) {
        var known = percent.get(run);
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /// The rejected rows of a run, a hundred a page, in the order of their lines.
    public PageOf<RejectedRow> rejects(long run, int page) {
        var wanted = Math.max(1, page);
        return PageOf.of(runs.rejects(run, (wanted - 1L) * PAGE, PAGE), wanted, PAGE, runs.rejects(run));
    }

    /// Takes the file and reads it in behind; the run that is returned can be followed by its id.
    public ImportRun start(InputStream content, String name, Options options) {
        var received = receive(content, name);
        var run = begin(received, name, options);
        oneAtATime.execute(() -> readIn(run, received.file(), options));
        return run;
    }

    /// Takes the file, reads it in, and gives what became of it.
    public ImportRun readNow(InputStream content, String name, Options options) {
        var received = receive(content, name);
        var run = begin(received, name, options);
        try {
            return oneAtATime
                    .submit(() -> readIn(run, received.file(), options))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading in " + name + " was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Reading in " + name + " failed", e);
        }
    }

    /// Takes events that are at hand already (a simulation) as if they had come in a file.
    public ImportRun take(EventColumns events, String name, String by) {
        var options = new Options(by, false);
        var run = runs.byId(runs.begin(name, "", options, clock.instant())).orElseThrow();
        percent.put(run.id(), 0);
        try {
            return keep(
                    run,
                    new Read(events, List.of(), events.size(), 0, Optional.empty(), Outcome.of(Sentences::done)),
                    options);
        } finally {
            percent.remove(run.id());
        }
    }

    /// Takes one event that somebody has typed of a person who is known by her pseudonym: into the log as any other, in
    /// a
    /// run of its own that tells who and when.
    public ImportRun type(CareEvent event, UUID person, String by) {
        var options = new Options(by, false);
        var run = runs.byId(runs.begin(TYPED, "", options, clock.instant())).orElseThrow();
        var events = EventColumns.of(List.of(event));
        var ended = transactions.execute(_ -> {
            var counts = Counts.of(1, 1, 0, log.add(events, new Delivery(run.id(), false), person));
            return end(run, State.DONE, counts, Sentences.done(counts, false));
        });
        if (ended == null) {
            throw new IllegalStateException("The transaction of run " + run.id() + " gave nothing");
        }
        return ended;
    }

    private record Received(Path file, String checksum) {}

    private Received receive(InputStream content, String name) {
        try {
            var digest = Sha256.sum();
            // The reader looks at the ending to know how the file is packed.
            var file = Files.createTempFile(incoming.folder(), "file", name.endsWith(".gz") ? ".csv.gz" : ".csv");
            try (var read = new DigestInputStream(content, digest)) {
                Files.copy(read, file, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                delete(file);
                throw e;
            }
            return new Received(file, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be received", e);
        }
    }

    private ImportRun begin(Received received, String name, Options options) {
        settle();
        var run = runs.byId(runs.begin(name, received.checksum(), options, clock.instant()))
                .orElseThrow();
        percent.put(run.id(), 0);
        return run;
    }

    private ImportRun readIn(ImportRun run, Path file, Options options) {
        try (var spool = new RejectSpool(run.id(), incoming.folder().resolve("rejects-" + run.id()))) {
            var kind = kind(file);
            return kind.isPresent()
                    ? readIn(run, file, kind.get(), options, spool)
                    : readCsv(run, file, options, spool);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // What went wrong may carry a patient's data in its message, so only its kind is logged.
            LOG.error("Import run {} failed: {}", run.id(), kinds(e));
            return end(run, State.FAILED, Counts.NONE, Sentences.FAILED);
        } finally {
            percent.remove(run.id());
            delete(file);
        }
    }

    /// What kind of file it is beside CSV; empty for CSV, and for what cannot even be unpacked.
    private Optional<FileKind> kind(Path file) throws IOException {
        try (var in = PackedFile.open(file)) {
            var start = new String(in.readNBytes(START), StandardCharsets.UTF_8);
            return kinds.stream().filter(kind -> kind.begins(start)).findFirst();
        } catch (EOFException | ZipException _) {
            return Optional.empty();
        }
    }

    private ImportRun readCsv(ImportRun run, Path file, Options options, RejectSpool spool) throws IOException {
        var reading = EventFiles.using(definitions, LocalDate.now(clock.withZone(Sweden.TIME)))
                .tellingOf((_, bytes, of) -> percent.put(run.id(), (int) (of == 0 ? 0 : bytes * HALFWAY / of)))
                .read(List.of(file), spool);
        var trouble = reading.files().getFirst().trouble();
        if (trouble.isPresent()) {
            return end(run, State.FAILED, Counts.of(reading), trouble.get());
        }
        var warnings = reading.files().getFirst().warnings();
        var read = new Read(
                reading.events(),
                List.of(),
                reading.rows(),
                reading.rejected(),
                Optional.of(spool.finished()),
                Outcome.of((counts, notComplete) -> Sentences.with(Sentences.done(counts, notComplete), warnings)));
        return keep(run, read, options);
    }

    private ImportRun readIn(ImportRun run, Path file, FileKind kind, Options options, RejectSpool spool)
            throws IOException {
        try (var contents =
                kind.read(file, options.source(), spool, done -> percent.put(run.id(), done * HALFWAY / WHOLE))) {
            if (contents.trouble().isPresent()) {
                return end(
                        run,
                        State.FAILED,
                        Counts.of(contents),
                        contents.trouble().get());
            }
            var read = new Read(
                    contents.events(),
                    contents.values(),
                    contents.read(),
                    contents.rejected(),
                    Optional.of(spool.finished()),
                    (counts, added, notComplete) -> Sentences.done(contents.said(), counts, added, notComplete));
            var delivery = new Delivery(run.id(), false, true, contents.takenBack());
            return keep(run, read, delivery, contents.persons(), options);
        }
    }

    /// What a file held: its events and clinical values, and its rejected rows in a file of their own.
    private record Read(
            EventColumns events,
            Iterable<Sent> values,
            long rows,
            long rejected,
            Optional<Path> spooled,
            Outcome outcome) {}

    /// What the sender is told when it is done.
    private interface Outcome {
        Sentence say(Counts counts, AddedValues values, boolean notComplete);

        /// Of a file that holds no clinical values.
        static Outcome of(BiFunction<Counts, Boolean, Sentence> said) {
            return (counts, _, notComplete) -> said.apply(counts, notComplete);
        }
    }

    private ImportRun keep(ImportRun run, Read read, Options options) {
        var rejected = read.rejected();
        if (read.events().size() == 0) {
            read.spooled().ifPresent(rows -> transactions.executeWithoutResult(_ -> runs.keepRejects(rows)));
            return end(run, State.FAILED, new Counts(read.rows(), 0, 0, rejected, 0), Sentences.nothingUsed(rejected));
        }
        return keep(run, read, new Delivery(run.id(), false), List.of(), options);
    }

    private ImportRun keep(
            ImportRun run, Read read, Delivery delivery, Collection<SeenPerson> persons, Options options) {
        var events = read.events();
        var complete = options.complete() && read.rejected() == 0;
        var whole = new Delivery(run.id(), complete, delivery.newestWins(), delivery.takenBack());
        var ended = transactions.execute(_ -> {
            var added = log.add(
                    events,
                    whole,
                    done -> percent.put(run.id(), HALFWAY + (int) ((long) done * (WHOLE - HALFWAY) / events.size())));
            identities.remember(persons);
            var addedValues = values.add(read.values(), run.id());
            read.spooled().ifPresent(runs::keepRejects);
            var counts = Counts.of(read.rows(), events.size(), read.rejected(), added);
            boolean nothing = events.size() == 0 && added.versions() == 0 && addedValues.equals(AddedValues.NONE);
            var state = nothing && read.rejected() > 0 ? State.FAILED : State.DONE;
            return end(run, state, counts, read.outcome().say(counts, addedValues, options.complete() && !complete));
        });
        if (ended == null) {
            throw new IllegalStateException("The transaction of run " + run.id() + " gave nothing");
        }
        return ended;
    }

    private ImportRun end(ImportRun run, State state, Counts counts, Sentence what) {
        var ended = new ImportRun(
                run.id(),
                run.file(),
                run.by(),
                run.started(),
                Optional.of(clock.instant()),
                state,
                run.complete(),
                counts.read(),
                counts.accepted(),
                counts.duplicates(),
                counts.rejected(),
                counts.withdrawn(),
                what.swedish(),
                what.english());
        runs.end(ended);
        return ended;
    }

    private static String kinds(Throwable problem) {
        var kinds = new StringBuilder(problem.getClass().getName());
        for (var cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            kinds.append(" <- ").append(cause.getClass().getName());
        }
        return kinds.append(" at ")
                .append(problem.getStackTrace().length > 0 ? problem.getStackTrace()[0] : "?")
                .toString();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
