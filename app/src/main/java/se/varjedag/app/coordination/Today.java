package se.varjedag.app.coordination;

import java.time.LocalDate;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.Frame;

/// The day that clocks are read on: today in Sweden, whatever day the sources have come to. In the demo time stands
/// still on its last day, for its patients have no later one.
@Component
public class Today {
    private final Timeline timeline;
    private final Frame frame;
    private final boolean demo;

    Today(Timeline timeline, Frame frame, Environment environment) {
        this.timeline = timeline;
        this.frame = frame;
        this.demo = environment.getProperty("varjedag.demo", Boolean.class, false);
    }

    /// The day.
    public LocalDate day() {
        return demo && timeline.snapshot().pathways().size() > 0 ? sources() : frame.today();
    }

    /// Whether the log has been read since the start: before that nothing is known to be open.
    public boolean known() {
        return timeline.ready();
    }

    /// The day of the latest event: what came later is not known yet.
    public LocalDate sources() {
        return LocalDate.ofEpochDay(timeline.snapshot().pathways().asOf());
    }
}
