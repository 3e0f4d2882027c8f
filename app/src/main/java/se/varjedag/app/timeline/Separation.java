package se.varjedag.app.timeline;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Made-up patients and real ones never share a database: a server that would mix them does not start.
@Component
class Separation implements InitializingBean {
    private final EventLog log;
    private final boolean demo;

    Separation(EventLog log, Environment environment) {
        this.log = log;
        this.demo = environment.getProperty("varjedag.demo", Boolean.class, false);
    }

    @Override
    public void afterPropertiesSet() {
        log.claim(demo);
    }
}
