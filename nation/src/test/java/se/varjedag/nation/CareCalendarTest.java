package se.varjedag.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The Swedish year.
class CareCalendarTest {
    private final CareCalendar calendar = new CareCalendar(LocalDate.of(2022, 6, 1), LocalDate.of(2025, 3, 1));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-01-01",
                "2023-01-06",
                "2023-04-07",
                "2023-04-10",
                "2023-05-18",
                "2023-06-23",
                "2023-12-25",
                "2024-03-29",
                "2024-04-01",
                "2024-05-09",
                "2024-06-21",
                "2023-10-07"
            })
    void holidays_and_weekends_are_no_working_days(String day) {
        assertThat(calendar.working(epoch(day))).isFalse();
    }

    @Test
    void the_next_working_day_after_good_friday_is_the_tuesday() {
        assertThat(calendar.workingFrom(epoch("2023-04-07"))).isEqualTo(epoch("2023-04-11"));
        assertThat(calendar.afterWorkingDays(epoch("2023-04-06"), 2)).isEqualTo(epoch("2023-04-12"));
    }

    @Test
    void the_shares_of_a_years_patients_add_up_to_one() {
        double sum = 0;
        for (int day = epoch("2023-01-01"); day <= epoch("2023-12-31"); day++) {
            sum += calendar.arrivals(day);
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void fewer_come_in_july_and_fewer_still_are_at_work() {
        double july = calendar.arrivals(epoch("2023-07-18")) / calendar.arrivals(epoch("2023-10-17"));
        double hands = calendar.hands(epoch("2023-07-18")) / calendar.hands(epoch("2023-10-17"));
        assertThat(july).isBetween(0.5, 0.8);
        assertThat(hands).isLessThan(july);
    }

    private static int epoch(String day) {
        return (int) LocalDate.parse(day).toEpochDay();
    }
}
