package se.varjedag.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// PostgreSQL as our own child process, over a folder that outlives it.
///
/// The settings are the durable ones. When this program dies, however it dies, the kernel asks PostgreSQL to stop
/// (the death signal of `setpriv`), so no orphan keeps the folder. PostgreSQL refuses to run as root; for root it
/// is started in a user namespace of its own (`unshare -U`), where it is nobody in particular.
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String USER = "varjedag";
    public static final String DATABASE = "varjedag";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LARGEST_LOG = 10_000_000;
    private static final String LOOPBACK = "127.0.0.1";

    private final Home.Taken taken;
    private final Process process;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Home.Taken taken, Process process, int port, String password) {
        this.taken = taken;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /// Starts PostgreSQL over the home's data, which is made if it is not there.
    public static EmbeddedPostgres start(Home home) {
        var taken = home.take();
        if (taken == null) {
            throw home.inUse();
        }
        try {
            var binaries = PostgresBinaries.under(home.binaries());
            var password = home.secret("postgres.password");
            if (!Files.exists(home.data().resolve("PG_VERSION"))) {
                initialise(home, binaries);
            }
            stopOrphan(home, binaries);
            var port = freePort();
            var process = launch(home, binaries, port);
            var postgres = new EmbeddedPostgres(taken, process, port, password);
            postgres.awaitReady(home);
            postgres.makeDatabase();
            return postgres;
        } catch (IOException | SQLException e) {
            taken.close();
            throw new CannotStart(
                    "The built-in PostgreSQL could not be started: %s. Its own words are in %s."
                            .formatted(e.getMessage(), log(home)),
                    e);
        } catch (InterruptedException e) {
            taken.close();
            Thread.currentThread().interrupt();
            throw new CannotStart("Starting PostgreSQL was interrupted.", e);
        } catch (RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    public String url() {
        return url(DATABASE);
    }

    private String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(LOOPBACK, port, database);
    }

    public String password() {
        return password;
    }

    /// The id of PostgreSQL's process.
    public long pid() {
        return process.pid();
    }

    /// Stops PostgreSQL cleanly ("fast": connections are cut, everything committed is on disk).
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                interrupt(process.pid());
                if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    LOG.warn(
                            "PostgreSQL did not stop within {} s and was killed; it recovers at the next start",
                            PATIENCE.toSeconds());
                    process.destroyForcibly().waitFor();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            taken.close();
        }
    }

    private static void initialise(Home home, PostgresBinaries binaries) throws IOException, InterruptedException {
        var half = home.folder().resolve("postgres-data.new");
        if (Files.exists(half)) {
            PostgresBinaries.delete(half);
        }
        var command = asNobody();
        command.addAll(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + half,
                "--username=" + USER,
                "--pwfile=" + home.folder().resolve("postgres.password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=icu",
                "--icu-locale=sv-SE",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        var initdb = builder(home, command).start();
        if (initdb.waitFor() != 0) {
            throw new IOException("its data folder could not be made");
        }
        Files.move(half, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /// The death signal follows the thread that started the process, so that thread lives as long as PostgreSQL does.
    private static Process launch(Home home, PostgresBinaries binaries, int port) throws IOException {
        var command = new ArrayList<String>();
        // Its own session: Ctrl-C in a terminal reaches this program alone, which then stops PostgreSQL in good order.
        if (available("setsid")) {
            command.add("setsid");
        }
        command.addAll(asNobody());
        if (available("setpriv")) {
            command.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        }
        command.addAll(List.of(
                binaries.program("postgres").toString(), "-D", home.data().toString(), "-p", String.valueOf(port)));
        for (var setting : List.of(
                "listen_addresses=" + LOOPBACK,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=40",
                "shared_buffers=128MB",
                "work_mem=32MB",
                "maintenance_work_mem=128MB",
                "max_wal_size=2GB",
                "timezone=UTC",
                "jit=off",
                "logging_collector=off",
                // A failing statement is not written to the log: it could carry a patient's data.
                "log_min_error_statement=panic",
                "log_error_verbosity=terse")) {
            command.addAll(List.of("-c", setting));
        }
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().name("postgres").daemon(true).start(() -> {
            try {
                var process = builder(home, command).start();
                started.complete(process);
                process.waitFor();
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return started.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IOException("its process could not be started", e);
        }
    }

    private void awaitReady(Home home) throws IOException, InterruptedException {
        var pidFile = home.data().resolve("postmaster.pid");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(pidFile)) {
            if (!process.isAlive()) {
                throw new IOException("it ended at once with status " + process.exitValue());
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new IOException("it was not ready within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(20);
        }
    }

    /// The eighth line of PostgreSQL's own file says when it takes connections.
    private boolean isReady(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return false;
        }
        var lines = Files.readAllLines(pidFile);
        return lines.size() > 7
                && lines.getFirst().strip().equals(String.valueOf(process.pid()))
                && lines.get(7).startsWith("ready");
    }

    private void makeDatabase() throws SQLException {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, password);
                var statement = connection.createStatement()) {
            boolean there;
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                there = found.next();
            }
            if (!there) {
                statement.execute("create database " + DATABASE);
            }
            // A restore that a sudden death ended may have left it closed to all.
            statement.execute("alter database " + DATABASE + " allow_connections true");
        }
    }

    /// After a death in which the signal did not reach it, an old PostgreSQL of ours may still hold the data: it is
    /// stopped. A left-over file that names somebody else's process is removed. The home is ours alone here, so no
    /// live server is hit.
    private static void stopOrphan(Home home, PostgresBinaries binaries) throws IOException, InterruptedException {
        var pidFile = home.data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        long pid;
        try {
            pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
        } catch (NumberFormatException _) {
            pid = 0;
        }
        var old = pid <= 0 ? null : ProcessHandle.of(pid).orElse(null);
        if (old != null && runsOurs(pid, binaries)) {
            interrupt(pid);
            try {
                old.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                throw new IOException("an older PostgreSQL (process " + pid + ") still runs on the same data", e);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean runsOurs(long pid, PostgresBinaries binaries) {
        try {
            return Path.of("/proc", String.valueOf(pid), "exe")
                    .toRealPath()
                    .startsWith(binaries.folder().toRealPath());
        } catch (IOException | SecurityException _) {
            // Where /proc cannot be read, the command line is the next best witness.
            return ProcessHandle.of(pid)
                    .flatMap(p -> p.info().command())
                    .map(c -> c.startsWith(binaries.folder().toString()))
                    .orElse(false);
        }
    }

    private static List<String> asNobody() {
        return isRoot() ? new ArrayList<>(List.of("unshare", "-U")) : new ArrayList<>();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean available(String program) {
        for (var folder : List.of("/usr/bin", "/bin", "/usr/local/bin")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static ProcessBuilder builder(Home home, List<String> command) {
        var builder = new ProcessBuilder(command).directory(home.folder().toFile());
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    private static Path log(Home home) {
        var log = home.folder().resolve("postgres.log");
        try {
            if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
                Files.move(log, home.folder().resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    private static @Nullable Process interrupt(long pid) {
        try {
            var kill = new ProcessBuilder("kill", "-INT", String.valueOf(pid)).start();
            kill.waitFor();
            return kill;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }
}
