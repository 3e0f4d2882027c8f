package se.varjedag.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;

class StoredEventsTest {
    private static final String HEADER = "person,code,time,region,source,id";

    @Test
    void a_correction_that_comes_while_events_are_read_takes_none_away() {
        try (var installation = Installation.started()) {
            installation.read("a.csv", HEADER, "p1,VC010,2023-03-01,01,s,1", "p1,VC050,2023-04-10,01,s,2");
            installation.read("b.csv", HEADER, "p1,VC050,2023-04-20,01,s,2");
            var stored = installation.bean(StoredEvents.class);

            var first = stored.current(1, _ -> {}, new DelayCells());
            var both = stored.current(2, _ -> {}, new DelayCells());

            assertThat(first.size()).isEqualTo(2);
            assertThat(first.event(1).day()).isEqualTo(LocalDate.of(2023, 4, 10));
            assertThat(both.size()).isEqualTo(2);
            assertThat(both.event(1).day()).isEqualTo(LocalDate.of(2023, 4, 20));
            assertThat(stored.touched(0, 1)).hasSize(1);
            assertThat(stored.touched(0, 1, _ -> {}).event(1).day()).isEqualTo(LocalDate.of(2023, 4, 10));
            assertThat(stored.touched(1, 2, _ -> {}).size()).isEqualTo(2);
        }
    }
}
