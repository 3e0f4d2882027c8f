package se.varjedag.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.CareEvent.Status;

/// What the file of a synthetic Sweden promises.
class NationTest {
    private static final NationOptions TINY = until(NationOptions.years(2024, 2024, 0.005, 3));

    private static NationOptions until(NationOptions options) {
        return options.until(LocalDate.of(2024, 4, 30));
    }

    @Test
    void the_same_options_give_the_same_events_in_any_language_and_time_zone() {
        var events = Simulated.events(TINY);
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(Simulated.events(TINY)).isEqualTo(events);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void another_seed_is_another_sweden() {
        var other = Simulated.events(until(NationOptions.years(2024, 2024, 0.005, 4)));
        assertThat(persons(other)).isNotEmpty().doesNotContainAnyElementsOf(persons(Simulated.events(TINY)));
    }

    @Test
    void a_smaller_file_holds_some_of_the_same_patients_with_the_same_events() {
        var all = new HashSet<>(Simulated.events(until(NationOptions.years(2024, 2024, 0.02, 3))));
        assertThat(Simulated.events(TINY)).isNotEmpty().allMatch(all::contains);
    }

    @Test
    void the_days_are_the_same_with_and_without_subprocesses() {
        var without = starts(Simulated.events(TINY));
        var with = starts(Simulated.events(TINY.withSubprocesses()));
        assertThat(with).isEqualTo(without);
    }

    @Test
    void a_person_is_a_pseudonym_that_cannot_be_an_identity_number() {
        assertThat(persons(Simulated.small())).allMatch(person -> person.matches("S-[2-9A-HJ-NP-Z]{8}"));
    }

    @Test
    void nothing_is_dated_or_known_after_the_last_day_of_knowledge() {
        var last = LocalDate.of(2024, 3, 20);
        var events = Simulated.events(TINY.until(last));
        assertThat(events)
                .isNotEmpty()
                .allMatch(event -> !event.day().isAfter(last))
                .allMatch(event -> known(event).isBefore(last.plusDays(1)));
        assertThat(events.stream().map(CareEvent::day).max(LocalDate::compareTo))
                .isEqualTo(Optional.of(last));
    }

    @Test
    void nothing_happens_after_the_last_year() {
        assertThat(Simulated.small()).allMatch(event -> !event.day().isAfter(LocalDate.of(2023, 12, 31)));
    }

    @Test
    void events_come_in_the_order_they_get_known() {
        var days = Simulated.small().stream()
                .map(event -> known(event).isBefore(LocalDate.of(2023, 1, 1)) ? LocalDate.of(2023, 1, 1) : known(event))
                .toList();
        assertThat(days).isSorted();
    }

    @Test
    void no_event_gets_known_before_it_happens() {
        assertThat(Simulated.small()).allMatch(event -> !known(event).isBefore(event.day()));
    }

    @Test
    void a_source_and_its_id_name_one_event_of_one_person() {
        var owner = Simulated.small().stream()
                .collect(Collectors.groupingBy(
                        event -> event.source() + " " + event.id(),
                        Collectors.mapping(CareEvent::person, Collectors.toSet())));
        assertThat(owner).allSatisfy((id, persons) -> assertThat(persons).hasSize(1));
    }

    @Test
    void every_unit_that_events_name_is_listed_and_is_none_of_care() {
        var ids = Nation.units().stream().map(CareUnit::id).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(Nation.units()).allMatch(id -> id.startsWith("SIM-"));
        assertThat(Simulated.small()).allMatch(event -> ids.contains(event.unit()));
    }

    @Test
    void all_thirty_pathways_all_regions_and_all_points_occur() {
        var events = Simulated.events(NationOptions.years(2023, 2023, 0.15, 7).withSubprocesses());
        var codes = events.stream().map(CareEvent::code).collect(Collectors.toSet());
        assertThat(events.stream().map(CareEvent::homeRegion).filter(code -> !code.isEmpty()))
                .hasSizeGreaterThan(21);
        for (var definition : Nation.definitions().all()) {
            assertThat(codes).contains(definition.prefix().orElseThrow() + "10");
        }
        for (var suffix : new String[] {
            "05", "10", "22", "25", "35", "40", "44", "50", "52", "54", "58", "59", "60", "70", "72", "73", "74", "76",
            "78", "90", "91"
        }) {
            assertThat(codes).anyMatch(code -> code.startsWith("V") && code.endsWith(suffix));
        }
        assertThat(codes)
                .contains(
                        "referral-received",
                        "imaging-referral",
                        "imaging-performed",
                        "imaging-reported",
                        "specimen-taken",
                        "specimen-received",
                        "pathology-reported",
                        "died");
    }

    @Test
    void faults_of_registration_occur_and_are_rare() {
        var events = Simulated.small();
        double rows = events.size();
        var versions = events.stream()
                .collect(Collectors.groupingBy(event -> event.source() + " " + event.id(), Collectors.counting()));
        assertThat(events.stream()
                                .filter(event -> event.status() == Status.WITHDRAWN)
                                .count()
                        / rows)
                .isBetween(0.0002, 0.01);
        assertThat(versions.values().stream().filter(count -> count > 1).count() / rows)
                .isBetween(0.002, 0.02);
        assertThat(events.stream().filter(event -> event.region().isEmpty()).count() / rows)
                .isBetween(0.001, 0.01);
        assertThat(events.stream()
                                .filter(event ->
                                        known(event).isAfter(event.day().plusDays(14)))
                                .count()
                        / rows)
                .isBetween(0.01, 0.06);
    }

    @Test
    void few_pathways_start_on_weekends() {
        var starts = Simulated.small().stream()
                .filter(event -> event.code().startsWith("V") && event.code().endsWith("10"))
                .toList();
        long weekend = starts.stream()
                .filter(event -> event.day().getDayOfWeek() == DayOfWeek.SATURDAY
                        || event.day().getDayOfWeek() == DayOfWeek.SUNDAY)
                .count();
        assertThat(weekend / (double) starts.size()).isLessThan(0.02);
    }

    @Test
    void expected_cases_follow_the_scale() {
        var whole = Nation.expectedCases(NationOptions.years(2023, 2023, 1, 7));
        double cases = whole.stream().mapToDouble(row -> row.cases()).sum();
        assertThat(whole).hasSize(29 * 21);
        assertThat(cases).isBetween(50_000.0, 57_000.0);
    }

    @Test
    void years_before_the_pathways_were_in_use_are_refused() {
        assertThatThrownBy(() -> NationOptions.years(2017, 2018, 1, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2018");
        assertThatThrownBy(() -> NationOptions.years(2023, 2023, 0, 7)).hasMessageContaining("Scale");
    }

    private static Set<String> persons(List<CareEvent> events) {
        return events.stream().map(CareEvent::person).collect(Collectors.toSet());
    }

    private static Set<String> starts(List<CareEvent> events) {
        return events.stream()
                .filter(event -> event.code().endsWith("10"))
                .map(event -> event.person() + " " + event.code())
                .collect(Collectors.toSet());
    }

    private static LocalDate known(CareEvent event) {
        return LocalDate.ofInstant(Objects.requireNonNull(event.registered()), ZoneOffset.UTC);
    }
}
