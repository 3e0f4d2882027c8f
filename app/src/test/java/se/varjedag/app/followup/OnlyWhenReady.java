package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

/// Waits for what the installation works out in the background.
final class OnlyWhenReady {
    private static final Duration LONG = Duration.ofSeconds(60);

    private OnlyWhenReady() {}

    /// Asks for the page of the prognosis until its figures are there.
    static void prognosis(SameEvents events) throws Exception {
        var end = Instant.now().plus(LONG);
        while (ShownFigure.in(events.page("/metod/prognos")).isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }
}
