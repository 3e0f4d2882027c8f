package se.varjedag.app.followup.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.varjedag.app.followup.FollowUp;

/// Has every page made in the background as a server starts. A command that shows no page makes none.
@Component
class FirstLookAtStart implements SmartLifecycle {

    private final ObjectProvider<FirstLook> look;
    private final FollowUp followUp;
    private final boolean needed;
    private volatile boolean running;

    FirstLookAtStart(ObjectProvider<FirstLook> look, FollowUp followUp, Environment environment) {
        this.look = look;
        this.followUp = followUp;
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
        followUp.holdBack();
        Thread.ofPlatform().daemon().name("first-look").start(look.getObject()::look);
    }

    @Override
    public void stop() {
        running = false;
        look.getObject().stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
