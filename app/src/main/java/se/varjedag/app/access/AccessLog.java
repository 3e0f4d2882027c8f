package se.varjedag.app.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.Home;

/// The access log: whoever is to see a patient waits until the line about it is in the database.
///
/// One thread adds the lines of this server, as many at a time as wait, in one transaction; several servers take turns
/// by an advisory lock, so the chain is one.
@Component
public class AccessLog implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final int AT_ONCE = 500;
    private static final int WAITING_AT_MOST = 20_000;

    private final LogRows rows;
    private final LogHead head;
    private final LogSeal seal;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(WAITING_AT_MOST);
    private volatile boolean stopped;
    private final Thread writer =
            Thread.ofPlatform().name("access-log").daemon(true).unstarted(this::write);

    private record Waiting(LogEntry entry, CompletableFuture<Long> number) {}

    AccessLog(LogRows rows, Home home) {
        this.rows = rows;
        this.head = new LogHead(home);
        this.seal = new LogSeal(home.pseudonymKey());
    }

    @Override
    public void afterPropertiesSet() {
        writer.start();
    }

    /// Adds a line and comes back when it is kept.
    ///
    /// @return its number
    /// @throws NotLogged when it cannot be kept: then nothing may be shown
    public long keep(LogEntry entry) {
        return kept(add(entry));
    }

    /// Adds several lines and comes back when all are kept.
    ///
    /// @throws NotLogged when one cannot be kept: then nothing may be shown
    public void keep(List<LogEntry> entries) {
        entries.stream().map(this::add).toList().forEach(AccessLog::kept);
    }

    /// Adds a line without waiting: of figures over many, and of what was refused.
    ///
    /// @throws NotLogged when more lines wait than the log takes: then nothing may be shown
    public void note(LogEntry entry) {
        add(entry);
    }

    private Waiting add(LogEntry entry) {
        var line = new Waiting(entry, new CompletableFuture<>());
        if (stopped || !waiting.offer(line)) {
            throw new NotLogged(new IllegalStateException("The log takes no more lines now"));
        }
        return line;
    }

    private static long kept(Waiting line) {
        try {
            return line.number().join();
        } catch (CompletionException e) {
            throw new NotLogged(e);
        }
    }

    private void write() {
        while (!stopped || !waiting.isEmpty()) {
            var batch = new ArrayList<Waiting>();
            try {
                batch.add(waiting.take());
                waiting.drainTo(batch, AT_ONCE - 1);
                var added = rows.add(batch.stream().map(Waiting::entry).toList(), seal);
                head.remember(
                        added.first(),
                        added.last(),
                        added.seal(),
                        known -> rows.sealOf(known.number())
                                .filter(known.seal()::equals)
                                .isPresent());
                for (int at = 0; at < batch.size(); at++) {
                    batch.get(at).number().complete(added.first() + at);
                }
            } catch (InterruptedException _) {
                // Stopping: what waits is written first.
                stopped = true;
            } catch (RuntimeException e) {
                LOG.error(
                        "{} lines of the access log could not be kept: {}",
                        batch.size(),
                        e.getClass().getName());
                batch.forEach(line -> line.number().completeExceptionally(e));
            }
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopped = true;
        writer.interrupt();
        writer.join(Duration.ofSeconds(10));
    }

    /// A line could not be kept, so what it is about may not be shown.
    public static final class NotLogged extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        NotLogged(Throwable cause) {
            super("The access log could not be written", cause);
        }
    }
}
