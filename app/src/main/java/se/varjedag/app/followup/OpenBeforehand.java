package se.varjedag.app.followup;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.varjedag.app.web.Askers;
import se.varjedag.pathway.trace.TracedPathways;

/// Works out the open figures after each change, in the background and year by year, so that the first who asks for
/// them need not wait. Whoever asks for a page meanwhile is let pass before the next year, and what has changed
/// again is not finished.
@Component
class OpenBeforehand implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OpenBeforehand.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final FollowUp followUp;
    private final Askers askers;
    private final boolean needed;
    private @Nullable TracedPathways done;
    private volatile boolean running;

    OpenBeforehand(FollowUp followUp, Askers askers, Environment environment) {
        this.followUp = followUp;
        this.askers = askers;
        this.needed = !environment.containsProperty("varjedag.command")
                && environment.getProperty("varjedag.first-look", Boolean.class, true);
    }

    @Override
    public boolean isAutoStartup() {
        return needed;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("open-figures").start(() -> {
            while (running) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
                work(() -> running);
            }
        });
    }

    /// Works out what is published now, unless that has been done or the figures are not there yet.
    void work(BooleanSupplier goesOn) {
        var current = followUp.current();
        var pathways = current.pathways();
        if (pathways == done || current.isEmpty() || followUp.loading().goingOn()) {
            return;
        }
        try {
            askers.letPass(() -> !goesOn.getAsBoolean());
            var began = System.nanoTime();
            followUp.open(current).prepare(() -> {
                askers.letPass(() -> !goesOn.getAsBoolean());
                return goesOn.getAsBoolean() && followUp.current().pathways() == pathways;
            });
            LOG.info("The open figures worked out beforehand in {} ms", (System.nanoTime() - began) / 1_000_000);
        } catch (RuntimeException e) {
            if (goesOn.getAsBoolean()) {
                LOG.warn("The open figures could not be worked out beforehand; the first to ask waits for them", e);
            }
        }
        done = pathways;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
