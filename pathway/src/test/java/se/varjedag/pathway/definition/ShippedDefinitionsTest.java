package se.varjedag.pathway.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

class ShippedDefinitionsTest {
    private static final Definitions SHIPPED = Definitions.shipped();

    @ParameterizedTest
    @CsvFileSource(resources = "limits.csv", useHeadersInDisplayName = true)
    void the_limits_are_those_that_were_read(ArgumentsAccessor row) {
        var definition = definition(row.getString(0));
        var start = LocalDate.parse(row.getString(1));
        var extended = row.getBoolean(2);
        int day = (int) start.toEpochDay();
        for (var kind : TreatmentKind.values()) {
            var expected = days(row.getString(3 + kind.ordinal()));
            assertThat(definition.limitDays(day, kind, extended, false))
                    .as(kind.key())
                    .isEqualTo(expected);
            assertThat(days(definition.limit(start, kind, extended, false))).isEqualTo(expected);
            assertThat(definition.assumedLimit(day, kind, extended)).isFalse();
        }
        var longest = days(row.getString(11));
        assertThat(definition.longestLimitDays(day, extended, false)).isEqualTo(longest);
        assertThat(days(definition.longestLimit(start, extended, false))).isEqualTo(longest);
        assertThat(definition.assumedLongestLimit(day, extended)).isFalse();
        var shortest = days(row.getString(12));
        assertThat(definition.shortestLimitDays(day, extended, false)).isEqualTo(shortest);
        assertThat(days(definition.shortestLimit(start, extended, false))).isEqualTo(shortest);
    }

    private static int days(String text) {
        return text.equals("unknown") ? -1 : Integer.parseInt(text);
    }

    private static int days(Limit limit) {
        return switch (limit) {
            case Limit.Days(int days, boolean assumed) -> {
                assertThat(assumed).isFalse();
                yield days;
            }
            case Limit.Unknown _ -> -1;
        };
    }

    @ParameterizedTest
    @CsvFileSource(resources = "pathways.csv", useHeadersInDisplayName = true)
    void every_pathway_is_there_with_its_prefix_name_and_confidence(ArgumentsAccessor row) {
        var definition = definition(row.getString(0));
        assertThat(definition.prefix().orElse("unknown")).isEqualTo(row.getString(1));
        assertThat(definition.introduced()).isEqualTo(OptionalInt.of(row.getInteger(2)));
        assertThat(definition.confidence().key()).isEqualTo(row.getString(3));
        assertThat(definition.icd10()).hasSize(row.getInteger(4));
        assertThat(definition.limits().stream().map(LimitRow::treatment).distinct())
                .hasSizeLessThanOrEqualTo(row.getInteger(5));
        assertThat(definition.limits()).hasSizeGreaterThanOrEqualTo(row.getInteger(5));
        assertThat(definition.allowances()).hasSize(row.getInteger(6));
        assertThat(definition.notes()).hasSize(row.getInteger(7));
        assertThat(definition.name(Language.SV)).isEqualTo(row.getString(8));
        assertThat(definition.name(Language.EN)).isEqualTo(row.getString(9));
        assertThat(definition.source()).isNotEmpty();
        assertThat(definition.codes().assumed()).isFalse();
    }

    @Test
    void there_are_thirty_pathways_and_fourteen_prefixes_are_unknown() {
        assertThat(SHIPPED.all()).hasSize(30);
        assertThat(SHIPPED.all().stream()
                        .filter(definition -> definition.prefix().isEmpty()))
                .hasSize(14);
        assertThat(SHIPPED.all().stream().map(PathwayDefinition::id)).doesNotHaveDuplicates();
    }

    @Test
    void no_number_is_invented() {
        for (var definition : SHIPPED.all()) {
            assertThat(definition.limits()).noneMatch(LimitRow::assumed);
            assertThat(definition.allowances()).noneMatch(StepAllowance::assumed);
            assertThat(definition.tracks().standardAssumed()).isFalse();
        }
    }

    @Test
    void every_number_says_where_it_was_read() {
        for (var definition : SHIPPED.all()) {
            assertThat(definition.limits()).noneMatch(row -> row.source().isBlank());
            assertThat(definition.allowances()).noneMatch(step -> step.source().isBlank());
            assertThat(definition.limits())
                    .filteredOn(row -> row.days().isEmpty())
                    .allMatch(row -> row.confidence() == Confidence.MISSING);
        }
    }

    @Test
    void the_pages_words_are_swedish_in_swedish() {
        for (var definition : SHIPPED.all()) {
            assertThat(swedish(definition))
                    .allSatisfy(text -> assertThat(text)
                            .doesNotContainPattern("(?i)valgrundad|stral|atgard|forsta|utokad|lakemedel|"
                                    + "vardprogram|tumor|kor?tel\\b|behandlingsstart kod|misstankt|raknas|uppfolj"));
            assertThat(definition.tableStatus().sv()).isNotBlank();
            assertThat(definition.tableStatus().en()).isNotBlank();
            assertThat(definition.version().en()).isNotBlank();
        }
    }

    private static List<String> swedish(PathwayDefinition definition) {
        var texts = new java.util.ArrayList<String>();
        texts.add(definition.name(Language.SV));
        texts.add(definition.version().sv());
        texts.add(definition.tableStatus().sv());
        definition.notes().forEach(note -> texts.add(note.sv()));
        definition.limits().forEach(row -> {
            texts.addAll(List.of(row.treatment().sv(), row.from().sv(), row.to().sv()));
            row.note().ifPresent(note -> texts.add(note.sv()));
        });
        definition.allowances().forEach(step -> {
            texts.addAll(List.of(step.fromWords().sv(), step.toWords().sv()));
            step.note().ifPresent(note -> texts.add(note.sv()));
        });
        texts.addAll(definition.codes().seen().values());
        return texts;
    }

    @Test
    void a_known_but_unread_later_version_shows_as_doubt() {
        assertThat(definition("prostatacancer").tableStatus().sv()).contains("ersatt");
        assertThat(definition("hudmelanom").version().sv()).contains("ledtider ej lästa");
        assertThat(definition("vulvacancer").tableStatus().en()).contains("no change");
        assertThat(SHIPPED.all().stream()
                        .filter(definition -> definition.tableStatus().sv().contains("senare version"))
                        .count())
                .isGreaterThan(15);
    }

    @Test
    void numbers_that_are_no_limits_are_kept_apart() {
        assertThat(kinds("maligna-lymfom-och-kll")).containsExactly(LimitRow.Kind.SUPERSEDED);
        assertThat(kinds("prostatacancer")).containsExactly(LimitRow.Kind.SUPERSEDED);
        assertThat(kinds("urinblase-och-urinvagscancer")).containsExactly(LimitRow.Kind.SUPERSEDED);
        assertThat(kinds("njurcancer")).containsExactly(LimitRow.Kind.TARGET);
        assertThat(kinds("buksarkom")).containsExactly(LimitRow.Kind.TARGET);
        assertThat(kinds("skelett-och-mjukdelssarkom")).containsExactly(LimitRow.Kind.TARGET);
        assertThat(definition("neuroendokrina-buktumorer-och-binjurecancer").limits())
                .filteredOn(row -> row.kind() == LimitRow.Kind.OTHER_START)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.days()).hasValue(7);
                    assertThat(row.from().sv()).isEqualTo("säkerställd diagnos");
                });
        assertThat(SHIPPED.all().stream()
                        .flatMap(definition -> definition.limits().stream())
                        .filter(row -> !row.isLimit())
                        .count())
                .isEqualTo(4 + 4 + 4 + 2 + 1 + 1 + 1);
    }

    private static Set<LimitRow.Kind> kinds(String id) {
        return definition(id).limits().stream().map(LimitRow::kind).collect(Collectors.toSet());
    }

    @Test
    void why_a_limit_is_unknown_is_told() {
        var day = LocalDate.of(2024, 6, 1);
        Function<String, Limit> surgery = id -> definition(id).limit(day, TreatmentKind.SURGERY, false, false);
        assertThat(surgery.apply("lungcancer")).isEqualTo(new Limit.Unknown(Limit.Why.NOT_READ));
        assertThat(surgery.apply("prostatacancer")).isEqualTo(new Limit.Unknown(Limit.Why.SUPERSEDED));
        assertThat(surgery.apply("njurcancer")).isEqualTo(new Limit.Unknown(Limit.Why.OTHER_MEASURE));
        assertThat(surgery.apply("hjarntumorer")).isEqualTo(new Limit.Unknown(Limit.Why.NOT_STATED));
        assertThat(definition("hjarntumorer").limit(day, TreatmentKind.DRUG, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.TRACK_UNDECIDED));
        assertThat(definition("tjock-och-andtarmscancer").limit(day, TreatmentKind.NONE_NEEDED, true, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.NOT_STATED));
        assertThat(definition("brostcancer").limit(LocalDate.of(2015, 1, 1), TreatmentKind.DRUG, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.NOT_VALID_THEN));
        assertThat(definition("prostatacancer").longestLimit(day, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.SUPERSEDED));
        assertThat(definition("buksarkom").shortestLimit(day, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.OTHER_MEASURE));
        assertThat(definition("brostcancer").longestLimit(LocalDate.of(2015, 1, 1), false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.NOT_VALID_THEN));
        assertThat(definition("lungcancer").longestLimit(day, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.NOT_READ));
        assertThat(definition("lungcancer").shortestLimit(day, false, false))
                .isEqualTo(new Limit.Unknown(Limit.Why.NOT_READ));
    }

    @Test
    void serious_nonspecific_symptoms_end_at_the_closing_conversation() {
        var symptoms = definition("allvarliga-ospecifika-symtom");
        var day = LocalDate.of(2020, 1, 1);
        assertThat(List.of(50, 52, 54, 56, 58, 59, 60, 65, 73)).allMatch(symptoms::forbids);
        assertThat(List.of(70, 72, 74, 76, 78)).noneMatch(symptoms::forbids);
        assertThat(symptoms.reaches(72, day)).isTrue();
        assertThat(symptoms.reaches(78, day)).isTrue();
        assertThat(List.of(50, 58, 60, 65, 70, 73, 74, 76)).noneMatch(end -> symptoms.reaches(end, day));
    }

    @Test
    void no_further_action_reaches_where_a_limit_is_stated_for_it() {
        var day = LocalDate.of(2022, 4, 26);
        var reaching = SHIPPED.all().stream()
                .filter(definition -> definition.reaches(73, day))
                .map(PathwayDefinition::id)
                .toList();
        assertThat(reaching)
                .containsExactlyInAnyOrder(
                        "hjarntumorer",
                        "hudmelanom",
                        "neuroendokrina-buktumorer-och-binjurecancer",
                        "tjock-och-andtarmscancer",
                        "urinblase-och-urinvagscancer");
        assertThat(definition("neuroendokrina-buktumorer-och-binjurecancer").reaches(73, day.minusDays(1)))
                .isFalse();
    }

    @Test
    void other_cancer_reaches_in_unknown_primary_from_march_2021() {
        var unknownPrimary = definition("cancer-utan-kand-primartumor-cup");
        assertThat(unknownPrimary.reaches(72, LocalDate.of(2021, 2, 28))).isFalse();
        assertThat(unknownPrimary.reaches(72, LocalDate.of(2021, 3, 1))).isTrue();
        assertThat(unknownPrimary.reaches(78, LocalDate.of(2024, 3, 1))).isFalse();
        assertThat(definition("lungcancer").reaches(72, LocalDate.of(2024, 3, 1)))
                .isFalse();
    }

    @Test
    void melanoma_is_twenty_one_days_shorter_when_suspected_at_the_pathology_answer() {
        var melanoma = definition("hudmelanom");
        var start = LocalDate.of(2020, 1, 1);
        int day = (int) start.toEpochDay();
        assertThat(melanoma.limitDays(day, TreatmentKind.SURGERY, false, true)).isEqualTo(12);
        assertThat(melanoma.limit(start, TreatmentKind.NONE_NEEDED, false, true))
                .isEqualTo(new Limit.Days(5, false));
        assertThat(melanoma.longestLimitDays(day, false, true)).isEqualTo(36);
        assertThat(melanoma.longestLimit(start, false, true)).isEqualTo(new Limit.Days(36, false));
        assertThat(melanoma.shortestLimitDays(day, false, true)).isEqualTo(5);
        assertThat(melanoma.shortestLimit(start, false, true)).isEqualTo(new Limit.Days(5, false));
        assertThat(melanoma.limitDays(day, TreatmentKind.PALLIATIVE, false, true))
                .isEqualTo(-1);
        assertThat(definition("brostcancer").limitDays(day, TreatmentKind.SURGERY, false, true))
                .isEqualTo(28);
    }

    @Test
    void palliative_care_and_expectancy_are_measured_at_the_decision() {
        assertThat(definition("bukspottkortelcancer").limits())
                .filteredOn(row -> row.kinds().contains(TreatmentKind.PALLIATIVE)
                        || row.kinds().contains(TreatmentKind.EXPECTANCY))
                .hasSize(2)
                .allMatch(row -> row.to().sv().equals("behandlingsbeslut (räknas som start)"));
    }

    @Test
    void the_lowest_age_is_eighteen_but_for_leukaemia_and_early_thyroid() {
        var day = LocalDate.of(2024, 11, 4);
        assertThat(definition("akut-leukemi").minimumAge(day)).isEqualTo(16);
        assertThat(definition("skoldkortelcancer").minimumAge(day)).isZero();
        assertThat(definition("skoldkortelcancer").minimumAge(day.plusDays(1))).isEqualTo(18);
        assertThat(definition("brostcancer").minimumAge(day)).isEqualTo(18);
    }

    @Test
    void only_the_pancreas_has_a_marker_of_the_extended_track() {
        assertThat(SHIPPED.all().stream()
                        .filter(definition -> definition.extendedMarker().isPresent()))
                .extracting(PathwayDefinition::id)
                .containsExactly("bukspottkortelcancer");
        var pancreas = definition("bukspottkortelcancer");
        assertThat(pancreas.marksExtended("VB644")).isTrue();
        assertThat(pancreas.marksExtended("VB640")).isFalse();
        assertThat(pancreas.defaultTrack()).hasValue("basutredning");
        assertThat(pancreas.extendedTrack()).hasValue("utökad utredning (block C och/eller D)");
        assertThat(pancreas.tracks().name("basutredning", Language.EN)).isEqualTo("basic investigation");
        assertThat(pancreas.tracks().name("basutredning", Language.SV)).isEqualTo("basutredning");
        assertThat(definition("lungcancer").marksExtended("VB644")).isFalse();
    }

    @Test
    void steps_name_the_measuring_points_they_lie_between() {
        var steps = definition("peniscancer").allowances();
        assertThat(steps.stream().filter(StepAllowance::measured))
                .extracting(step -> step.from().orElseThrow().key() + " "
                        + step.to().orElseThrow().key() + " " + step.days().orElseThrow())
                .containsExactly(
                        "suspicion referral-received 1",
                        "referral-received first-visit 5",
                        "first-visit mdt 10",
                        "mdt decision 1",
                        "decision treatment 14",
                        "decision treatment 10");
        assertThat(steps.get(5).kinds()).contains(TreatmentKind.SURGERY).doesNotContain(TreatmentKind.DRUG);
        assertThat(steps.get(0).kinds()).isEmpty();
    }

    @Test
    void steps_that_are_no_allowances_are_not_measured() {
        assertThat(definition("lungcancer").allowances()).singleElement().satisfies(step -> {
            assertThat(step.standing()).isEqualTo(StepAllowance.Standing.REGISTER_MEASURE);
            assertThat(step.measured()).isFalse();
        });
        assertThat(definition("maligna-lymfom-och-kll").allowances()).noneMatch(StepAllowance::measured);
        assertThat(definition("brostcancer").allowances())
                .filteredOn(StepAllowance::measured)
                .hasSize(4)
                .allMatch(step -> step.validOn(LocalDate.of(2024, 1, 23)))
                .noneMatch(step -> step.validOn(LocalDate.of(2024, 1, 24)))
                .noneMatch(step -> step.validOn(LocalDate.of(2015, 12, 20)));
    }

    @Test
    void bladder_surgery_to_diagnosis_was_six_days_and_is_eleven() {
        var steps = definition("urinblase-och-urinvagscancer").allowances();
        assertThat(steps).extracting(StepAllowance::days).containsExactly(OptionalInt.of(6), OptionalInt.of(11));
        assertThat(steps.getFirst().validTo()).isEqualTo(Optional.of(LocalDate.of(2024, 5, 13)));
        assertThat(steps.getLast().validFrom()).isEqualTo(LocalDate.of(2024, 5, 14));
    }

    @Test
    void a_code_that_was_read_keeps_its_words() {
        assertThat(definition("bukspottkortelcancer").codes().seen())
                .hasSize(19)
                .containsEntry("VB644", "behandlingsbeslut efter utökad basutredning");
        assertThat(definition("testikelcancer").codes().note().orElseThrow().sv())
                .isEqualTo("avsnitt VJ (C60–C63); kategorisiffran är inte läst");
        assertThat(definition("brostcancer").codes().source())
                .hasValueSatisfying(s -> assertThat(s).contains("docplayer"));
    }

    @Test
    void the_packed_form_is_what_the_files_say() throws IOException {
        var packed = PackedDefinitions.pack(PackedDefinitions.trees());
        Files.writeString(Path.of("target", "svf.packed"), packed);
        try (var stream = ShippedDefinitionsTest.class.getResourceAsStream("svf.packed")) {
            assertThat(stream).isNotNull();
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .as("the definition files have changed: copy target/svf.packed over svf.packed in the resources")
                    .isEqualTo(packed);
        }
    }

    @Test
    void the_index_lists_every_file_of_the_folder() throws IOException {
        var folder = Path.of("src", "main", "resources", "se", "varjedag", "pathway", "definition", "svf");
        try (var files = Files.list(folder)) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(folder.resolve("index.txt"))).isEqualTo(names);
            assertThat(names).hasSize(30);
        }
    }

    @Test
    void the_files_read_as_a_folder_say_the_same() {
        var folder = Path.of("src", "main", "resources", "se", "varjedag", "pathway", "definition", "svf");
        assertThat(Definitions.read(folder).hash()).isEqualTo(SHIPPED.hash());
    }

    @Test
    void a_missing_resource_is_a_broken_promise() {
        assertThatThrownBy(() -> DefinitionFiles.amongResources(ShippedDefinitionsTest.class, "nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere/index.txt");
    }

    private static PathwayDefinition definition(String id) {
        return SHIPPED.byId(id).orElseThrow();
    }
}
