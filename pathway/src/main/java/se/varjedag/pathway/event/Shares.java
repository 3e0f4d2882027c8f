package se.varjedag.pathway.event;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Work cut into shares that are done at the same time, the first one by the caller.
public final class Shares {
    private Shares() {}

    /// How many shares pay off for this many rows.
    public static int worthWhile(long rows) {
        return rows < 50_000 ? 1 : Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    }

    /// Does all shares and comes back when the last is done; the first failure is thrown on.
    public static void each(int shares, IntConsumer work) {
        var failure = new AtomicReference<@Nullable Throwable>();
        var threads = new Thread[shares - 1];
        for (int i = 1; i < shares; i++) {
            int share = i;
            threads[i - 1] = Thread.ofPlatform().name("share-" + i).start(() -> work(work, share, failure));
        }
        work(work, 0, failure);
        for (var thread : threads) {
            join(thread);
        }
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    private static void work(IntConsumer work, int share, AtomicReference<@Nullable Throwable> failure) {
        try {
            work.accept(share);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
