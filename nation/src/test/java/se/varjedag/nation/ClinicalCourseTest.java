package se.varjedag.nation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.event.CareEvent;

class ClinicalCourseTest {
    private static final LocalDate UNTIL = LocalDate.of(2024, 12, 31);
    private static final List<CareEvent> TREATED = List.of(
            CareEvent.of("p", "VJ110", LocalDate.of(2022, 3, 1)),
            CareEvent.of("p", "VJ152", LocalDate.of(2022, 4, 20)));

    @Test
    void the_same_patient_has_the_same_course_each_time_and_another_seed_another() {
        assertThat(ClinicalCourse.of(TREATED, UNTIL, 7)).isEqualTo(ClinicalCourse.of(TREATED, UNTIL, 7));
        assertThat(ClinicalCourse.of(TREATED, UNTIL, 8)).isNotEqualTo(ClinicalCourse.of(TREATED, UNTIL, 7));
    }

    @Test
    void nothing_is_known_after_the_last_day_and_every_value_has_a_name_of_its_own() {
        var values = ClinicalCourse.of(TREATED, UNTIL, 7);
        assertThat(values).hasSizeBetween(60, 400);
        assertThat(values).allSatisfy(value -> assertThat(value.day()).isBeforeOrEqualTo(UNTIL));
        assertThat(values).extracting(CourseValue::id).doesNotHaveDuplicates();
        assertThat(values).extracting(CourseValue::item).contains("psa", "ecog", "gnrh");
    }

    @Test
    void every_pathway_and_every_first_treatment_has_a_course_whatever_chance_says() {
        for (var definition : Nation.definitions().all()) {
            for (var kind : List.of("50", "52", "54", "58", "59")) {
                for (int seed = 0; seed < 40; seed++) {
                    var prefix = definition.prefix().orElseThrow();
                    var events = List.of(
                            CareEvent.of("p", prefix + "10", LocalDate.of(2021, 3, 1)),
                            CareEvent.of("p", prefix + kind, LocalDate.of(2021, 4, 20)));
                    assertThat(ClinicalCourse.of(events, UNTIL, seed))
                            .as("%s %s %s", definition.id(), kind, seed)
                            .isNotEmpty()
                            .allSatisfy(value -> assertThat(value.day()).isBeforeOrEqualTo(UNTIL));
                }
            }
        }
    }

    @Test
    void whose_pathway_ended_without_treatment_has_no_course() {
        assertThat(ClinicalCourse.of(
                        List.of(
                                CareEvent.of("q", "VJ110", LocalDate.of(2022, 3, 1)),
                                CareEvent.of("q", "VJ178", LocalDate.of(2022, 4, 1))),
                        UNTIL,
                        7))
                .isEmpty();
    }

    @Test
    void who_waits_has_what_fits_how_far_she_has_come_and_nothing_before_it_would_exist() {
        var start = CareEvent.of("w", "VJ110", LocalDate.of(2024, 11, 1));
        var visit = CareEvent.of("w", "VJ125", LocalDate.of(2024, 11, 10));
        var image = CareEvent.of("w", "imaging-reported", LocalDate.of(2024, 11, 18));
        var taken = CareEvent.of("w", "specimen-taken", LocalDate.of(2024, 11, 20));
        var answered = CareEvent.of("w", "pathology-reported", LocalDate.of(2024, 12, 1));

        assertThat(kinds(start)).containsOnly("laboratory");
        assertThat(kinds(start, visit)).contains("performance").doesNotContain("imaging", "pathology", "status");
        assertThat(ClinicalCourse.of(List.of(start, visit, image, taken), UNTIL, 7))
                .filteredOn(value -> value.kind().equals("pathology"))
                .singleElement()
                .satisfies(value -> assertThat(value.done()).isFalse());
        assertThat(ClinicalCourse.of(List.of(start, visit, image, taken, answered), UNTIL, 7))
                .allSatisfy(value -> assertThat(value.day()).isBetween(start.day(), UNTIL))
                .filteredOn(value -> value.kind().equals("pathology") && value.done())
                .singleElement()
                .satisfies(value -> assertThat(value.day()).isEqualTo(answered.day()));
    }

    private static List<String> kinds(CareEvent... events) {
        return ClinicalCourse.of(List.of(events), UNTIL, 7).stream()
                .map(CourseValue::kind)
                .distinct()
                .toList();
    }
}
