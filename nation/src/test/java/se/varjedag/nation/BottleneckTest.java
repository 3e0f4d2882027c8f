package se.varjedag.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.varjedag.pathway.event.CareEvent;

/// The shortages that were put in can be found in the days, and only there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BottleneckTest {
    private final List<CareEvent> events = new ArrayList<>();

    @BeforeAll
    void simulate() {
        Nation.simulate(NationOptions.years(2024, 2024, 0.15, 7).withSubprocesses(), events::add);
    }

    @Test
    void pathology_answers_in_ostergotland_take_longer_in_the_summer_of_2024() {
        double short05 = answers("specimen-received", "pathology-reported", "05", "2024-07-01", "2024-09-15");
        double spring05 = answers("specimen-received", "pathology-reported", "05", "2024-02-01", "2024-05-15");
        double summer12 = answers("specimen-received", "pathology-reported", "12", "2024-07-01", "2024-09-15");
        double spring12 = answers("specimen-received", "pathology-reported", "12", "2024-02-01", "2024-05-15");

        assertThat(short05).isGreaterThan(1.5 * spring05);
        assertThat(short05 / spring05).isGreaterThan(1.2 * summer12 / spring12);
    }

    @Test
    void mr_in_vasternorrland_has_a_queue_in_the_spring_of_2024_that_is_gone_in_the_autumn() {
        double spring = answers("imaging-referral", "imaging-performed", "22", "2024-01-15", "2024-04-28");
        double autumn = answers("imaging-referral", "imaging-performed", "22", "2024-10-01", "2024-12-10");
        assertThat(spring).isGreaterThan(1.2 * autumn);
    }

    /// Mean days between the two points of a referral or specimen whose answer came in the period and region.
    private double answers(String from, String to, String region, String first, String last) {
        Predicate<CareEvent> counted = event -> event.region().equals(region)
                && !event.day().isBefore(LocalDate.parse(first))
                && !event.day().isAfter(LocalDate.parse(last));
        var begun = new HashMap<String, LocalDate>();
        events.stream()
                .filter(event -> event.code().equals(from))
                .forEach(event -> begun.put(event.ref(), event.day()));
        return events.stream()
                .filter(event -> event.code().equals(to) && begun.containsKey(event.ref()))
                .filter(counted)
                .mapToLong(event -> event.day().toEpochDay()
                        - java.util.Objects.requireNonNull(begun.get(event.ref()))
                                .toEpochDay())
                .filter(days -> days >= 0)
                .average()
                .orElse(0);
    }
}
