package se.varjedag.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.event.CareEvent;

/// Those outside the pathways: told beside them, and made to wait by them.
class OutsideTest {
    private static final NationOptions OPTIONS = Simulated.SMALL.withOutside();
    private static final List<CareEvent> EVENTS = Simulated.events(OPTIONS);
    private static final Set<String> INSIDE =
            Simulated.small().stream().map(CareEvent::person).collect(Collectors.toSet());
    private static final List<CareEvent> OUTSIDE =
            EVENTS.stream().filter(event -> !INSIDE.contains(event.person())).toList();

    @Test
    void the_pathways_are_the_same_with_and_without_those_outside() {
        assertThat(EVENTS.stream().filter(event -> INSIDE.contains(event.person())))
                .containsExactlyElementsOf(Simulated.small());
    }

    @Test
    void they_have_no_pathway_and_add_less_than_a_fifth_to_the_events() {
        assertThat(OUTSIDE).isNotEmpty().allMatch(event -> event.pathway().isEmpty());
        assertThat(OUTSIDE).allMatch(event -> event.code().contains("-"));
        assertThat(OUTSIDE.size() / (double) Simulated.small().size()).isBetween(0.1, 0.2);
    }

    @Test
    void each_referral_and_specimen_has_a_number_of_its_own_that_pairs_its_points() {
        var points = OUTSIDE.stream()
                .collect(Collectors.groupingBy(
                        CareEvent::ref, Collectors.mapping(CareEvent::code, Collectors.toCollection(HashSet::new))));

        assertThat(points).doesNotContainKey("");
        assertThat(points.values())
                .contains(
                        new HashSet<>(Set.of("imaging-referral", "imaging-performed", "imaging-reported")),
                        new HashSet<>(Set.of("specimen-taken", "specimen-received", "pathology-reported")))
                .allMatch(codes -> codes.stream().noneMatch(code -> code.startsWith("imaging"))
                        || codes.stream().allMatch(code -> code.startsWith("imaging")));
    }

    @Test
    void a_smaller_file_holds_some_of_the_same_persons_with_the_same_events() {
        var fewer = Simulated.events(new NationOptions(2023, 2023, 0.005, 7, true, true, Optional.empty()));

        assertThat(fewer).hasSizeLessThan(EVENTS.size() / 2);
        assertThat(new HashSet<>(EVENTS)).containsAll(fewer);
    }

    @Test
    void every_region_has_answers_enough_to_compare_in_a_tenth_of_sweden() {
        var tenth = OUTSIDE.stream()
                .filter(event -> event.code().endsWith("-reported"))
                .collect(Collectors.groupingBy(CareEvent::homeRegion, Collectors.counting()));

        // A fiftieth is simulated here: five times as many are in a tenth, of two kinds, and 30 of each are asked for.
        assertThat(tenth.keySet().stream().filter(region -> !region.isEmpty())).hasSize(21);
        assertThat(tenth.values().stream().filter(count -> 5 * count / 2 >= 30).count())
                .isGreaterThanOrEqualTo(20);
    }

    @Test
    void they_wait_longer_than_those_of_the_pathways() {
        assertThat(mean(OUTSIDE, "specimen-taken", "pathology-reported"))
                .isGreaterThan(1.2 * mean(Simulated.small(), "specimen-taken", "pathology-reported"));
        assertThat(mean(OUTSIDE, "imaging-referral", "imaging-reported"))
                .isGreaterThan(1.2 * mean(Simulated.small(), "imaging-referral", "imaging-reported"));
    }

    @Test
    void more_in_the_pathways_makes_those_outside_wait_longer_and_fewer_makes_them_wait_less() {
        double usual = outsideWaits(10);

        assertThat(outsideWaits(13)).isGreaterThan(1.1 * usual);
        assertThat(outsideWaits(8)).isLessThan(usual);
    }

    @Test
    void patients_outside_cannot_be_told_without_the_subprocesses() {
        assertThatThrownBy(() -> new NationOptions(2023, 2023, 0.1, 7, false, true, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("subprocesses");
    }

    /// Mean days outside in the half year after so many, instead of ten, come each weekday through the pathways.
    private static double outsideWaits(int come) {
        var station = new Station(Service.LABORATORY, 0, 4, 0);
        var queue = new OutsideQueue(station, 8);
        queue.expect(20 * 5 / 7.0);
        var since = new HashMap<OutsidePatient, Integer>();
        var waits = new ArrayList<Integer>();
        for (int day = 4; day < 4 + 364 + 182; day++) {
            int weekday = Math.floorMod(day - 4, 7);
            if (weekday == 0) {
                station.plan(1, 1, 1, false);
                queue.plan();
            }
            if (weekday > 4) {
                continue;
            }
            boolean later = day >= 4 + 364;
            for (int at = 0; at < (later ? come : 10); at++) {
                station.join(StationTest.patient(day, 0), day);
            }
            for (int at = 0; at < 20; at++) {
                var person = new Person(day * 100L + at, 0, true, 1950);
                var patient = new OutsidePatient(person, false, 0, new Chance(person.number), 0.3);
                since.put(patient, day);
                queue.join(patient, day);
            }
            station.serve();
            for (var patient : queue.serve()) {
                if (later) {
                    waits.add(day - since.getOrDefault(patient, day));
                }
            }
        }
        return waits.stream().mapToInt(Integer::intValue).average().orElse(0);
    }

    private static double mean(List<CareEvent> events, String from, String to) {
        var begun = new HashMap<String, LocalDate>();
        events.stream()
                .filter(event -> event.code().equals(from))
                .forEach(event -> begun.put(event.ref(), event.day()));
        return events.stream()
                .filter(event -> event.code().equals(to))
                .filter(event -> begun.containsKey(event.ref()))
                .mapToLong(event -> event.day().toEpochDay()
                        - begun.getOrDefault(event.ref(), event.day()).toEpochDay())
                .filter(days -> days >= 0)
                .average()
                .orElse(0);
    }
}
