package se.varjedag.app.forms;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.timeline.Loading;
import se.varjedag.app.timeline.Timeline;

/// Lets the rules ask once a day: from six in the morning, or when a server starts later than that. Each server does;
/// what one has asked the next finds done.
@Component
class RulesEachDay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RulesEachDay.class);
    private static final LocalTime FIRST = LocalTime.of(6, 0);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final ByRule byRule;
    private final Timeline timeline;
    private final boolean server;
    private final Clock clock = Clock.system(Sweden.TIME);
    private @Nullable LocalDate done;
    private volatile boolean running;

    RulesEachDay(ByRule byRule, Timeline timeline, Environment environment) {
        this.byRule = byRule;
        this.timeline = timeline;
        this.server = !environment.containsProperty("varjedag.command");
    }

    @Override
    public boolean isAutoStartup() {
        return server;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("form-rules").start(() -> {
            while (running) {
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
                look();
            }
        });
    }

    private void look() {
        var today = LocalDate.now(clock);
        boolean ready = running && timeline.read() && timeline.loading().equals(Loading.NOTHING);
        if (!ready || today.equals(done) || LocalTime.now(clock).isBefore(FIRST)) {
            return;
        }
        try {
            var did = byRule.run(today);
            LOG.info("By the rules of units {} forms were asked and {} reminders made", did.asked(), did.reminded());
            done = today;
        } catch (RuntimeException e) {
            if (running) {
                LOG.error(
                        "The rules of units could not ask, and will try again: {}",
                        e.getClass().getName());
            }
        }
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
