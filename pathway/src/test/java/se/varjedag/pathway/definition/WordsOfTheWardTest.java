package se.varjedag.pathway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.nodes.MappingNode;

class WordsOfTheWardTest {

    @ParameterizedTest
    @CsvSource({
        "50, SURGERY",
        "52, DRUG",
        "54, RADIOTHERAPY",
        "56, OTHER",
        "58, PALLIATIVE",
        "59, OTHER",
        "60, EXPECTANCY",
        "65, OTHER",
        "72, CLOSED",
        "73, NONE_NEEDED",
        "78, CLOSED",
        "70,",
        "74,",
        "76,",
        "10,"
    })
    void an_end_stands_for_a_kind_of_treatment(int suffix, TreatmentKind kind) {
        assertThat(TreatmentKind.ofEndSuffix(suffix)).isEqualTo(kind);
    }

    @Test
    void treatments_have_the_words_of_files_and_pages() {
        assertThat(Arrays.stream(TreatmentKind.values()).map(TreatmentKind::key))
                .containsExactly(
                        "surgery",
                        "radiotherapy",
                        "drug",
                        "palliative",
                        "other",
                        "expectancy",
                        "none-needed",
                        "closed");
        assertThat(TreatmentKind.ofKey("none-needed")).hasValue(TreatmentKind.NONE_NEEDED);
        assertThat(TreatmentKind.ofKey("NONE_NEEDED")).isEmpty();
        assertThat(TreatmentKind.NONE_NEEDED.word(Language.SV)).isEqualTo("ingen ytterligare åtgärd");
        assertThat(TreatmentKind.NONE_NEEDED.word(Language.EN)).isEqualTo("none needed");
    }

    @Test
    void points_have_the_words_of_files_and_pages() {
        assertThat(Arrays.stream(MeasuringPoint.values()).map(MeasuringPoint::key))
                .containsExactly(
                        "suspected",
                        "suspicion",
                        "diagnostic-surgery",
                        "first-visit",
                        "mdt",
                        "informed",
                        "decision",
                        "treatment",
                        "referral-received",
                        "imaging-referral",
                        "imaging-performed",
                        "imaging-reported",
                        "specimen-taken",
                        "specimen-received",
                        "pathology-reported");
        assertThat(MeasuringPoint.ofKey("mdt")).hasValue(MeasuringPoint.MDT);
        assertThat(MeasuringPoint.ofKey("MDT")).isEmpty();
        assertThat(MeasuringPoint.MDT.word(Language.SV)).isEqualTo("första MDK");
        assertThat(MeasuringPoint.MDT.word(Language.EN)).isEqualTo("first multidisciplinary conference");
    }

    @Test
    void points_of_the_sub_processes_are_told_apart() {
        assertThat(Arrays.stream(MeasuringPoint.values()).filter(MeasuringPoint::laboratory))
                .containsExactly(
                        MeasuringPoint.SPECIMEN_TAKEN,
                        MeasuringPoint.SPECIMEN_RECEIVED,
                        MeasuringPoint.PATHOLOGY_REPORTED);
        assertThat(Arrays.stream(MeasuringPoint.values()).filter(MeasuringPoint::imaging))
                .containsExactly(
                        MeasuringPoint.IMAGING_REFERRAL,
                        MeasuringPoint.IMAGING_PERFORMED,
                        MeasuringPoint.IMAGING_REPORTED);
        assertThat(Arrays.stream(MeasuringPoint.values()).filter(MeasuringPoint::subProcess))
                .hasSize(7)
                .contains(MeasuringPoint.REFERRAL_RECEIVED)
                .doesNotContain(MeasuringPoint.TREATMENT);
    }

    @Test
    void a_suffix_marks_a_point() {
        assertThat(IntStream.of(5, 10, 22, 25, 35, 40, 44).mapToObj(MeasuringPoint::ofSuffix))
                .containsExactly(
                        MeasuringPoint.SUSPECTED,
                        MeasuringPoint.SUSPICION,
                        MeasuringPoint.DIAGNOSTIC_SURGERY,
                        MeasuringPoint.FIRST_VISIT,
                        MeasuringPoint.MDT,
                        MeasuringPoint.INFORMED,
                        MeasuringPoint.DECISION);
        assertThat(MeasuringPoint.ofSuffix(50)).isNull();
    }

    @Test
    void why_a_limit_is_unknown_is_said_in_both_languages() {
        assertThat(Limit.Why.SUPERSEDED.explain(Language.SV)).startsWith("den lästa gränsen är ersatt");
        assertThat(Limit.Why.SUPERSEDED.explain(Language.EN)).startsWith("the limit that was read is superseded");
        assertThat(Arrays.stream(Limit.Why.values()).map(why -> why.explain(Language.SV)))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void the_national_ends_reach_and_the_others_leave() {
        var day = LocalDate.of(2020, 1, 1);
        assertThat(List.of(50, 52, 54, 56, 58, 59, 60, 65)).allMatch(end -> EndRules.NATIONAL.reaches(end, day));
        assertThat(List.of(70, 72, 73, 74, 76, 78)).noneMatch(end -> EndRules.NATIONAL.reaches(end, day));
        assertThat(EndRules.NATIONAL.forbids(50)).isFalse();
        assertThat(Arrays.stream(TreatmentKind.values()).filter(EndRules.NATIONAL::admits))
                .containsExactly(
                        TreatmentKind.SURGERY,
                        TreatmentKind.RADIOTHERAPY,
                        TreatmentKind.DRUG,
                        TreatmentKind.PALLIATIVE,
                        TreatmentKind.OTHER,
                        TreatmentKind.EXPECTANCY);
        var other = new EndRules(Set.of(50, 52, 54, 58, 59, 60), Map.of(72, day, 73, day), 0);
        assertThat(Arrays.stream(TreatmentKind.values()).filter(other::admits))
                .containsExactly(TreatmentKind.NONE_NEEDED, TreatmentKind.CLOSED);
        assertThat(new EndRules(Set.of(), Map.of(78, day), 0).admits(TreatmentKind.CLOSED))
                .isTrue();
        assertThat(other.reaches(72, day)).isTrue();
        assertThat(other.reaches(72, day.minusDays(1))).isFalse();
        assertThat(other.reaches(50, day)).isFalse();
    }

    @Test
    void a_step_or_a_row_holds_on_its_first_and_last_day() {
        var breast = Definitions.shipped().byId("brostcancer").orElseThrow();
        var row = breast.limits().getFirst();
        assertThat(row.validOn(LocalDate.of(2015, 12, 21))).isTrue();
        assertThat(row.validOn(LocalDate.of(2015, 12, 20))).isFalse();
        assertThat(row.validOn(LocalDate.of(2024, 1, 23))).isTrue();
        assertThat(row.validOn(LocalDate.of(2024, 1, 24))).isFalse();
        assertThat(breast.limits().getLast().validOn(LocalDate.of(2124, 1, 24))).isTrue();
        var step = breast.allowances().getFirst();
        assertThat(step.validOn(LocalDate.of(2015, 12, 21))).isTrue();
        assertThat(step.validOn(LocalDate.of(2024, 1, 24))).isFalse();
    }

    @Test
    void a_track_without_an_english_name_keeps_its_own() {
        assertThat(Tracks.NONE.name("spår", Language.EN)).isEqualTo("spår");
    }

    @Test
    void the_word_that_was_meant_is_the_nearest_one() {
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
        assertThat(Spelling.distance("abc", "")).isEqualTo(3);
        assertThat(Spelling.distance("abc", "abc")).isZero();
        assertThat(Spelling.distance("ab", "ba")).isEqualTo(2);
        assertThat(Spelling.nearest("Surgry", List.of("drug", "surgery"))).hasValue("surgery");
        assertThat(Spelling.nearest("xyz", List.of("drug", "surgery"))).isEmpty();
        assertThat(Spelling.nearest("d", List.of("a", "b"))).hasValue("a");
        assertThat(Spelling.nearest("abcdef", List.of("abcxyz", "abcdxy"))).hasValue("abcdxy");
        assertThat(Spelling.nearest("abcdef", List.of("abxxxf"))).isEmpty();
        assertThat(Spelling.hint("drog", List.of("drug", "surgery")))
                .isEqualTo(new Words(
                        "Menade du 'drug'? Orden är: drug, surgery",
                        "Did you mean 'drug'? The words are: drug, surgery"));
        assertThat(Spelling.hint("qqqq", List.of("drug")))
                .isEqualTo(new Words("Orden är: drug", "The words are: drug"));
    }

    @Test
    void content_is_written_and_read_again() {
        var mistakes = new Mistakes();
        var tree = YamlText.compose("a.yaml", "a: [1, {b: 'c: [}', d: ''}]\ne: lång text med många ord\n", mistakes);
        assertThat(tree).isNotNull();
        var written = Content.write(tree);
        assertThat(written).isEqualTo("{1:a[1:1{1:b5:c: [}1:d0:}]1:e23:lång text med många ord}");
        var read = new Content(written);
        assertThat(read.atEnd()).isFalse();
        assertThat(Content.write(read.node())).isEqualTo(written);
        assertThat(read.atEnd()).isTrue();
        mistakes.throwIfAny();
        Map<String, MappingNode> trees = Map.of("a.yaml", tree);
        assertThat(PackedDefinitions.pack(trees)).isEqualTo("6:a.yaml" + written + "\n");
        assertThat(PackedDefinitions.unpack(PackedDefinitions.pack(trees)))
                .containsOnlyKeys("a.yaml")
                .allSatisfy((_, node) -> assertThat(Content.write(node)).isEqualTo(written));
    }

    @Test
    void ages_follow_the_last_rule_that_has_begun() {
        var day = LocalDate.of(2020, 1, 1);
        var rule = new AgeRule(List.of(new AgeRule.Since(day, 0), new AgeRule.Since(day.plusYears(1), 16)));
        assertThat(rule.minimumAge(day.minusDays(1))).isEqualTo(18);
        assertThat(rule.minimumAge(day)).isZero();
        assertThat(rule.minimumAge(day.plusYears(1).minusDays(1))).isZero();
        assertThat(rule.minimumAge(day.plusYears(1))).isEqualTo(16);
        assertThat(AgeRule.ADULTS.minimumAge(day)).isEqualTo(18);
    }
}
