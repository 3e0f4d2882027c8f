package se.varjedag.app.identity;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Goes on, as a server starts, with what a sudden stop left of a rotation of keys.
@Component
class UnfinishedRotation implements SmartLifecycle {
    private final KeyRotation rotation;
    private final boolean server;
    private volatile boolean running;

    UnfinishedRotation(KeyRotation rotation, Environment environment) {
        this.rotation = rotation;
        this.server = !environment.containsProperty("varjedag.command");
    }

    @Override
    public boolean isAutoStartup() {
        return server;
    }

    @Override
    public void start() {
        running = true;
        if (rotation.unfinished()) {
            Thread.ofPlatform().daemon().name("key-rotation").start(rotation::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        rotation.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
