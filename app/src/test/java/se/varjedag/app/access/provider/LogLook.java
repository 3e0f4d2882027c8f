package se.varjedag.app.access.provider;

import java.time.Duration;
import se.varjedag.app.Installation;

/// Looks into the access log, which is written by a thread of its own.
final class LogLook {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private LogLook() {}

    /// How many lines are so, waited for until there is one or ten seconds have passed.
    static long awaited(Installation installation, String condition) throws InterruptedException {
        var sql = "select count(*) from access_log where " + condition;
        var end = System.nanoTime() + LONGEST.toNanos();
        while (installation.count(sql) == 0 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return installation.count(sql);
    }
}
