package se.varjedag.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a queue does to days.
class StationTest {
    private static final int MONDAY = 4;
    private static final int YEAR = 364;
    private final ArrayList<Integer> waits = new ArrayList<>();
    private final ArrayList<Patient> order = new ArrayList<>();

    @Test
    void the_wait_settles_near_the_backlog_the_service_lives_with() {
        var station = new Station(Service.LABORATORY, 0, 6, 0);
        days(station, 0, YEAR, 1);

        var late = waits.subList(waits.size() - 500, waits.size());
        assertThat(mean(late)).isBetween(4.0, 9.0);
    }

    @Test
    void fewer_hands_leave_a_backlog_that_outlasts_the_shortage() {
        var station = new Station(Service.LABORATORY, 0, 4, 0);
        days(station, 0, YEAR, 1);
        int before = station.waiting();
        days(station, YEAR, YEAR + 70, 0.65);
        int after = station.waiting();
        days(station, YEAR + 70, YEAR + 91, 1);

        assertThat(after).isGreaterThan(before + 100);
        assertThat(station.waiting()).isBetween(before + 20, after);
    }

    @Test
    void first_come_is_first_served_among_equals() {
        var station = new Station(Service.LABORATORY, 0, 6, 0);
        var came = new ArrayDeque<Patient>();
        for (int day = MONDAY; day < MONDAY + 200; day++) {
            if ((day - MONDAY) % 7 == 0) {
                station.plan(1, 1, 1, false);
            }
            var patient = patient(day, 0);
            came.add(patient);
            station.join(patient, day);
            for (var served : station.serve()) {
                assertThat(served).isSameAs(came.poll());
            }
        }
    }

    @Test
    void the_urgent_pass_those_who_can_wait() {
        var station = new Station(Service.THEATRE, 0, 20, 0);
        days(station, 0, 182, 1);
        var calm = patient(186, 0.6);
        var urgent = patient(186, -0.7);
        station.join(calm, 186);
        station.join(urgent, 186);
        days(station, 182, 280, 1);

        assertThat(order.indexOf(urgent)).isNotNegative().isLessThan(order.indexOf(calm));
    }

    @Test
    void turns_come_out_in_order_however_they_went_in() {
        var turns = new Turns();
        var chance = new Chance(5);
        var went = new ArrayList<Integer>();
        for (int at = 0; at < 500; at++) {
            int turn = chance.between(0, 10_000) * 1000 + at;
            went.add(turn);
            turns.add(turn, patient(turn, 0));
        }
        var came = new ArrayList<Integer>();
        while (!turns.isEmpty()) {
            came.add(turns.removeFirst().start);
        }
        assertThat(came).isSorted().containsExactlyInAnyOrderElementsOf(went);
    }

    /// Ten come each weekday.
    private void days(Station station, int from, int to, double hands) {
        for (int day = from + MONDAY; day < to + MONDAY; day++) {
            int weekday = Math.floorMod(day - MONDAY, 7);
            if (weekday == 0) {
                station.plan(1, hands, 1, false);
            }
            if (weekday < 5) {
                for (int come = 0; come < 10; come++) {
                    station.join(patient(day, 0), day);
                }
                for (var served : station.serve()) {
                    waits.add(day - served.start);
                    order.add(served);
                }
            }
        }
    }

    static Patient patient(int day, double priority) {
        var patient = new Patient(
                new Person(day, 0, true, 1950), 0, day, new Chance(day), false, Outcomes.DISMISSED, new Step[] {Step.END
                });
        patient.priority = priority;
        return patient;
    }

    private static double mean(List<Integer> days) {
        return days.stream().mapToInt(Integer::intValue).average().orElse(0);
    }
}
