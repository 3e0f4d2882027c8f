package se.varjedag.app.timeline;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Long work one at a time, with a queue that is no longer than what its last can wait for.
final class Turns {
    private final Object work = new Object();
    private final Semaphore places;

    /// @param most how many may wait or work at once
    Turns(int most) {
        places = new Semaphore(most);
    }

    /// Does the work when it is its turn.
    ///
    /// @throws Crowded at once, when too many wait already
    <T> T take(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new Crowded();
        }
        try {
            synchronized (this.work) {
                return work.get();
            }
        } finally {
            places.release();
        }
    }

    /// How many more would be let in now.
    int free() {
        return places.availablePermits();
    }
}
