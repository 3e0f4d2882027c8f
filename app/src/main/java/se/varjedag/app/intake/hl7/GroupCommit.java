package se.varjedag.app.intake.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.varjedag.app.intake.Messages;

/// Keeps messages many at a time: whatever has come while the last were kept is kept together next. Nobody is told
/// that a message was kept before the database has said so.
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST = 1000;

    /// What waits: a message, or one that was refused and is to be kept as that.
    private record Waiting(
            Messages.@Nullable Message message, Messages.@Nullable Refused refused, CompletableFuture<Boolean> kept) {}

    private final Messages messages;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(MOST);
    private final Thread thread;

    GroupCommit(Messages messages) {
        this.messages = messages;
        this.thread = Thread.ofPlatform().name("mllp-commit").daemon(true).start(this::run);
    }

    /// Waits until the message is part of the log; whether it was new.
    boolean keep(Messages.Message message) throws InterruptedException, ExecutionException {
        return await(new Waiting(message, null, new CompletableFuture<>()));
    }

    /// Waits until the refusal is kept.
    void keep(Messages.Refused refused) throws InterruptedException, ExecutionException {
        await(new Waiting(null, refused, new CompletableFuture<>()));
    }

    private boolean await(Waiting one) throws InterruptedException, ExecutionException {
        queue.put(one);
        return one.kept().get();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var group = new ArrayList<Waiting>();
                group.add(queue.take());
                queue.drainTo(group, MOST - 1);
                keep(group);
            }
        } catch (InterruptedException _) {
            // The server stops: what was not kept is not answered, and its sender sends it again.
        }
    }

    private void keep(List<Waiting> group) {
        try {
            keepTogether(group);
        } catch (RuntimeException e) {
            LOG.error(
                    "{} messages could not be kept: {}",
                    group.size(),
                    e.getClass().getName());
            if (group.size() == 1) {
                group.getFirst().kept().completeExceptionally(e);
            } else {
                // One of them may be at fault: each gets its own try.
                group.forEach(one -> keep(List.of(one)));
            }
        }
    }

    private void keepTogether(List<Waiting> group) {
        var taken = new ArrayList<Messages.Message>();
        var refused = new ArrayList<Messages.Refused>();
        for (var one : group) {
            if (one.message() != null) {
                taken.add(one.message());
            }
            if (one.refused() != null) {
                refused.add(one.refused());
            }
        }
        var fresh = messages.keep(taken, refused).iterator();
        for (var one : group) {
            one.kept().complete(one.message() == null || fresh.next());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
