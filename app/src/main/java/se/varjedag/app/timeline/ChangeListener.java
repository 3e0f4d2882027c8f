package se.varjedag.app.timeline;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Keeps memory in step: asks for the latest change every few seconds, and at once when PostgreSQL tells of one.
@Component
class ChangeListener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeListener.class);
    private static final int ASK_EVERY_MS = 3000;
    private static final int LONGEST_STOP_MS = 4000;
    private static final int PAUSE_AFTER_TROUBLE_MS = 1000;

    private final DataSource pool;
    private final Timeline timeline;
    private final boolean needed;
    private final int askEvery;
    private volatile boolean running;
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    ChangeListener(DataSource pool, @Lazy Timeline timeline, Environment environment) {
        this.pool = pool;
        this.timeline = timeline;
        this.needed = !environment.containsProperty("varjedag.command");
        this.askEvery = environment.getProperty("varjedag.ask-every-ms", Integer.class, ASK_EVERY_MS);
    }

    /// A command that only reads in a file and ends needs nothing traced.
    @Override
    public boolean isAutoStartup() {
        return needed;
    }

    @Override
    public void start() {
        running = true;
        stopped = new CountDownLatch(1);
        Thread.ofPlatform().name("timeline").daemon(true).start(() -> {
            while (running) {
                listen();
            }
            stopped.countDown();
        });
    }

    private void listen() {
        try (var connection = pool.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + EventLog.CHANNEL);
            }
            try {
                var postgres = connection.unwrap(PGConnection.class);
                while (running) {
                    timeline.refresh();
                    postgres.getNotifications(askEvery);
                }
            } finally {
                // It may be broken, and goes on listening otherwise: nobody else should be given it.
                pool.unwrap(HikariDataSource.class).evictConnection(connection);
            }
        } catch (SQLException | RuntimeException e) {
            if (running) {
                LOG.warn(
                        "Following the log was interrupted ({}); trying again",
                        e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_TROUBLE_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Wakes the one who listens, so that stopping waits for no question; other servers only ask once more.
    @Override
    public void stop() {
        running = false;
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("notify " + EventLog.CHANNEL);
        } catch (SQLException e) {
            LOG.debug("Nobody could be woken; the next question ends it", e);
        }
        try {
            if (!stopped.await(LONGEST_STOP_MS, TimeUnit.MILLISECONDS)) {
                LOG.warn("Following the log did not end in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
