package se.varjedag.app.access.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How many lines of the access log somebody may fill who is nobody: tokens that nobody made, and answers of the
/// identity provider that it never gave, twenty from one address in a quarter of an hour. What comes beyond that is
/// only counted.
final class LinesOfStrangers {
    static final int MOST = 20;
    static final Duration WITHIN = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private record Count(int lines, Instant since) {}

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    LinesOfStrangers(Clock clock) {
        this.clock = clock;
    }

    /// Whether one more may be written from this address, which then has been.
    synchronized boolean another(String address) {
        var now = clock.instant();
        var count = counts.get(address);
        if (count == null || !now.isBefore(count.since().plus(WITHIN))) {
            count = new Count(0, now);
        }
        if (count.lines() >= MOST) {
            return false;
        }
        counts.put(address, new Count(count.lines() + 1, count.since()));
        return true;
    }
}
