package se.varjedag.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.app.TestClock;

class WrongTriesTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-11-22T08:00:00Z"));
    private final WrongTries tries = new WrongTries(5, clock);

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            tries.wrong("anna");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 0", "5, 30", "6, 60", "7, 120", "9, 480", "10, 900", "11, 900", "400, 900"})
    void the_pause_doubles_with_each_wrong_try_up_to_a_quarter_of_an_hour(int wrong, int seconds) {
        wrong(wrong);

        assertThat(tries.pause("anna")).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void who_has_waited_may_try_once_more_and_waits_longer_when_it_was_wrong() {
        wrong(5);
        clock.forward(Duration.ofSeconds(30));
        assertThat(tries.pause("anna")).isZero();

        wrong(1);

        assertThat(tries.pause("anna")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void the_right_one_forgets_the_wrong_ones() {
        wrong(7);

        tries.right("anna");

        assertThat(tries.pause("anna")).isZero();
    }

    @Test
    void a_day_without_a_wrong_one_is_forgiven() {
        wrong(12);

        clock.forward(Duration.ofHours(24).plusSeconds(1));
        wrong(4);

        assertThat(tries.pause("anna")).isZero();
    }

    @Test
    void nobody_waits_for_what_another_did() {
        wrong(9);

        assertThat(tries.pause("bo")).isZero();
    }

    @Test
    void many_at_once_are_no_way_round_it() {
        wrong(3);
        tries.begin("anna");
        assertThat(tries.pause("anna")).isZero();
        tries.begin("anna");
        assertThat(tries.pause("anna")).isPositive();

        tries.ends("anna");

        assertThat(tries.pause("anna")).isZero();
    }

    @Test
    void a_program_may_ask_several_things_at_a_time() {
        for (int i = 0; i < 39; i++) {
            tries.begin("anna");
        }
        assertThat(tries.pause("anna")).isZero();

        tries.begin("anna");

        assertThat(tries.pause("anna")).isPositive();
    }
}
