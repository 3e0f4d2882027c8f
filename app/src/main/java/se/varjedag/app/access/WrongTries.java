package se.varjedag.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts wrong tries, and says how long one has to wait for the next: nothing at first, then half a minute, and twice
/// as long after each further wrong one, up to a quarter of an hour. A day without a wrong one is forgiven.
///
/// Tries that are not settled yet count as well, so that many at once are no way round it.
final class WrongTries {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration FORGIVEN = Duration.ofHours(24);
    private static final int REMEMBERED = 100_000;
    private static final int LONGEST_KEY = 100;

    /// How many may be tried at once where nothing has been wrong: programs ask several things at a time.
    private static final int AT_ONCE = 40;

    private final int free;
    private final Clock clock;

    private record Count(int wrong, int unsettled, Instant last) {}

    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        @java.io.Serial
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// @param free how many may be wrong before one has to wait
    WrongTries(int free, Clock clock) {
        this.free = free;
        this.clock = clock;
    }

    /// How long one has to wait; zero when one may try.
    synchronized Duration pause(String whom) {
        return pause(whom, AT_ONCE);
    }

    /// @param atOnce how many may be tried at once where nothing has been wrong
    private Duration pause(String whom, int atOnce) {
        var count = count(whom);
        var allowed = Math.min(atOnce, count.wrong() == 0 ? AT_ONCE : Math.max(1, free - count.wrong()));
        if (count.wrong() >= free) {
            var over = Duration.between(clock.instant(), count.last().plus(pauseAfter(count.wrong())));
            if (over.isPositive()) {
                return over;
            }
        }
        return count.unsettled() >= allowed ? FIRST_PAUSE : Duration.ZERO;
    }

    private Duration pauseAfter(int wrong) {
        int doublings = Math.min(wrong - free, 10);
        var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /// Begins a try, where one may; otherwise how long one has to wait. Both at once, so that nobody slips in between.
    synchronized Duration begin(String whom) {
        return begin(whom, AT_ONCE);
    }

    /// The same, where no other try may be going on.
    synchronized Duration beginAlone(String whom) {
        return begin(whom, 1);
    }

    private Duration begin(String whom, int atOnce) {
        var pause = pause(whom, atOnce);
        if (!pause.isPositive()) {
            var count = count(whom);
            counts.put(key(whom), new Count(count.wrong(), count.unsettled() + 1, count.last()));
        }
        return pause;
    }

    /// It is over, however it ended.
    synchronized void ends(String whom) {
        var count = count(whom);
        keep(whom, new Count(count.wrong(), Math.max(0, count.unsettled() - 1), count.last()));
    }

    /// A try was wrong.
    synchronized void wrong(String whom) {
        var count = count(whom);
        counts.put(key(whom), new Count(count.wrong() + 1, count.unsettled(), clock.instant()));
    }

    /// A try was right: what was wrong before is forgotten.
    synchronized void right(String whom) {
        keep(whom, new Count(0, count(whom).unsettled(), clock.instant()));
    }

    synchronized void forget() {
        counts.clear();
    }

    private void keep(String whom, Count count) {
        if (count.wrong() == 0 && count.unsettled() == 0) {
            counts.remove(key(whom));
        } else {
            counts.put(key(whom), count);
        }
    }

    private Count count(String whom) {
        var found = counts.get(key(whom));
        if (found == null) {
            return new Count(0, 0, clock.instant());
        }
        return found.last().plus(FORGIVEN).isBefore(clock.instant())
                ? new Count(0, found.unsettled(), clock.instant())
                : found;
    }

    /// A name that somebody made up may be of any length; what is remembered of it is not.
    private static String key(String whom) {
        return whom.substring(0, Math.min(whom.length(), LONGEST_KEY));
    }
}
