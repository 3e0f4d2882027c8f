package se.varjedag.app.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/// The sign by which other programs on the same database see that this one lives: an advisory lock on a number of its
/// own. PostgreSQL lets go of it when the program is gone, however it went.
@Component
class Alive implements DisposableBean {
    /// The first half of the lock's name: what the numbers are for.
    static final int PURPOSE = 0x696D7074;

    private static final int PATIENCE_S = 5;

    private final DataSource pool;
    private final int number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private @Nullable Connection holding;

    Alive(DataSource pool) {
        this.pool = pool;
    }

    /// The number of this program; from now on the lock on it is held.
    synchronized int number() {
        try {
            if (holding != null && !holding.isValid(PATIENCE_S)) {
                abandon(holding);
                holding = null;
            }
            if (holding == null) {
                holding = hold();
            }
            return number;
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("The lock of this program cannot be held", e);
        }
    }

    /// The database was away, and its locks with it.
    private static void abandon(Connection dead) {
        try {
            dead.close();
        } catch (SQLException _) {
            // It is closed already, and the pool makes another.
        }
    }

    private Connection hold() throws SQLException {
        var connection = pool.getConnection();
        try (var lock = connection.prepareStatement("select pg_advisory_lock(?, ?)")) {
            lock.setInt(1, PURPOSE);
            lock.setInt(2, number);
            lock.execute();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void letGo() throws SQLException {
        if (holding != null) {
            var connection = holding;
            holding = null;
            try (connection;
                    var unlock = connection.createStatement()) {
                // Back in the pool a connection lives on, and would hold what it held.
                unlock.execute("select pg_advisory_unlock_all()");
            }
        }
    }

    @Override
    public synchronized void destroy() throws SQLException {
        letGo();
    }
}
