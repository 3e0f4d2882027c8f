package se.varjedag.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;

class RegistrationDelaysTest {
    private static final String HEADER = "person,code,time,region,unit,pathway,source,id,registered";
    private static final List<String> CODES = List.of("VC010", "VC025", "VC050", "VE010", "VE050", "XR010");
    private static final YearMonth FIRST = YearMonth.of(2023, 1);

    @Test
    void what_is_counted_change_by_change_is_what_the_log_says() {
        try (var installation = Installation.started()) {
            var random = new Random(3);
            for (int file = 0; file < 5; file++) {
                installation.read("f" + file + ".csv", file == 3, delivery(random));
                installation.timeline().refresh();
                compare(installation);
            }
        }
    }

    @Test
    void what_is_counted_as_the_whole_log_is_read_is_what_the_log_says() {
        try (var installation = Installation.started()) {
            var random = new Random(5);
            for (int file = 0; file < 5; file++) {
                installation.read("f" + file + ".csv", file == 2, delivery(random));
            }
            var stored = installation.bean(StoredEvents.class);
            var now = installation.timeline().refresh();
            for (var change : List.of(3L, now.change())) {
                var whole = new DelayCells();
                stored.current(change, _ -> {}, whole);
                var brought = new DelayCells();
                stored.delays(0, change, brought);

                assertThat(of(whole))
                        .as("change %d", change)
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(of(brought));
            }
            compare(installation);
        }
    }

    private static List<RegistrationDelays.Delay> of(DelayCells cells) {
        return cells.of(FIRST, FIRST.plusMonths(11), List.of());
    }

    @Test
    void another_log_is_counted_anew() {
        try (var installation = Installation.started()) {
            var random = new Random(4);
            installation.read("a.csv", delivery(random));
            installation.timeline().refresh();
            compare(installation);

            installation.empty();
            installation.read("b.csv", delivery(random));
            installation.timeline().refresh();

            compare(installation);
        }
    }

    private static void compare(Installation installation) {
        var delays = installation.bean(RegistrationDelays.class);
        var now = installation.timeline().snapshot().knownAt();
        for (var prefixes : List.of(List.<String>of(), List.of("VC0"), List.of("VE0", "VC0"))) {
            for (int months = 0; months < 8; months += 3) {
                var last = FIRST.plusMonths(months);
                assertThat(delays.of(FIRST, last, now, prefixes))
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(delays.earlier(FIRST, last, now, prefixes));
            }
        }
    }

    private static String[] delivery(Random random) {
        var lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 300; i++) {
            var day = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(200));
            lines.add("p%d,%s,%s,01,U%d,%s,s,%d,%s"
                    .formatted(
                            random.nextInt(40),
                            CODES.get(random.nextInt(CODES.size())),
                            day,
                            random.nextInt(4),
                            random.nextInt(3) == 0 ? "VC0" : "",
                            random.nextInt(150),
                            random.nextInt(3) == 0 ? "" : day.plusDays(random.nextInt(90) - 5)));
        }
        return lines.toArray(String[]::new);
    }
}
