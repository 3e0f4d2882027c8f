package se.varjedag.pathway.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// What one file says is what is read, key by key.
class WholeDefinitionTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 24);

    private static final String EVERYTHING = """
            id: trial-2
            name: {sv: Prov, en: Trial}
            introduced: 2016
            version: {sv: andra, en: second}
            table-status: {sv: oförändrad, en: unchanged}
            confidence: partial
            source: [one page, another page]
            icd10: [C50, D05]
            codes:
              prefix: VX9
              assumed: false
              seen: {VX910: beslut, VX944: behandlingsbeslut}
              source: a third page
              note: {sv: läst, en: read}
            tracks:
              names: {kort: short, lång: long}
              standard: kort
              extended: lång
              marker: VX944
              assumed: true
            ends:
              forbidden: [52, 78]
              reaching: {72: always, 73: 2024-01-24}
              shorter-at-pathology: 21
            minimum-age:
              - {years: 16}
              - {from: 2024-01-24, years: 20}
            limits:
              - {treatment: surgery, track: kort, days: 3650, valid-from: 2020-01-01, valid-to: 2024-01-24,
                 words: {sv: operation, en: operation}, from: {sv: a, en: b}, to: {sv: c, en: d},
                 note: {sv: e, en: f}, source: a fourth page, confidence: verified, assumed: false}
              - {treatment: [palliative, none-needed], days: unknown, valid-from: 2024-01-24}
            steps:
              - {from-words: {sv: prov, en: test}, to: decision, to-words: beslut, days: unknown,
                 valid-from: 2020-01-01, valid-to: 2024-01-24, treatment: surgery, standing: target,
                 note: {sv: g, en: h}, source: a fifth page, assumed: true}
            notes:
              - {sv: i, en: j}
              - k
            """;

    private static PathwayDefinition read(String text) {
        return Definitions.of(Map.of("trial.yaml", text)).all().getFirst();
    }

    @Test
    void where_it_comes_from_is_read() {
        var trial = read(EVERYTHING);

        assertThat(trial.id()).isEqualTo("trial-2");
        assertThat(trial.name(Language.SV)).isEqualTo("Prov");
        assertThat(trial.introduced()).hasValue(2016);
        assertThat(trial.version()).isEqualTo(new Words("andra", "second"));
        assertThat(trial.tableStatus()).isEqualTo(new Words("oförändrad", "unchanged"));
        assertThat(trial.confidence()).isEqualTo(Confidence.PARTIAL);
        assertThat(trial.source()).containsExactly("one page", "another page");
        assertThat(trial.icd10()).containsExactly("C50", "D05");
        assertThat(trial.notes()).containsExactly(new Words("i", "j"), new Words("k", "k"));
    }

    @Test
    void codes_and_tracks_are_read() {
        var trial = read(EVERYTHING);

        assertThat(trial.codes())
                .isEqualTo(new CodeScheme(
                        Optional.of("VX9"),
                        Map.of(),
                        false,
                        Map.of("VX910", "beslut", "VX944", "behandlingsbeslut"),
                        Optional.of("a third page"),
                        Optional.of(new Words("läst", "read"))));
        assertThat(trial.tracks())
                .isEqualTo(new Tracks(
                        Optional.of("kort"),
                        Optional.of("lång"),
                        Optional.of("VX944"),
                        true,
                        Map.of("kort", "short", "lång", "long")));
    }

    @Test
    void ends_and_ages_are_read() {
        var trial = read(EVERYTHING);

        assertThat(List.of(52, 78)).allMatch(trial::forbids);
        assertThat(trial.forbids(50)).isFalse();
        assertThat(trial.reaches(72, DAY.minusYears(50))).isTrue();
        assertThat(trial.reaches(73, DAY.minusDays(1))).isFalse();
        assertThat(trial.reaches(73, DAY)).isTrue();
        assertThat(trial.ends().shorterAtPathology()).isEqualTo(21);
        assertThat(trial.minimumAge(DAY.minusDays(1))).isEqualTo(16);
        assertThat(trial.minimumAge(DAY)).isEqualTo(20);
    }

    @Test
    void limits_are_read() {
        var limits = read(EVERYTHING).limits();

        assertThat(limits).hasSize(2);
        assertThat(limits.getFirst())
                .isEqualTo(new LimitRow(
                        limits.getFirst().kinds(),
                        Optional.of("kort"),
                        OptionalInt.of(3650),
                        LocalDate.of(2020, 1, 1),
                        Optional.of(DAY),
                        LimitRow.Kind.LIMIT,
                        new Words("operation", "operation"),
                        new Words("a", "b"),
                        new Words("c", "d"),
                        Optional.of(new Words("e", "f")),
                        "a fourth page",
                        Confidence.VERIFIED,
                        false));
        assertThat(limits.getFirst().kinds()).containsExactly(TreatmentKind.SURGERY);
        assertThat(limits.getLast().kinds()).containsExactly(TreatmentKind.PALLIATIVE, TreatmentKind.NONE_NEEDED);
        assertThat(limits.getLast().days()).isEmpty();
        assertThat(limits.getLast().source()).isEqualTo("one page");
        assertThat(limits.getLast().confidence()).isEqualTo(Confidence.PARTIAL);
    }

    @Test
    void steps_are_read() {
        assertThat(read(EVERYTHING).allowances()).singleElement().satisfies(step -> {
            assertThat(step)
                    .isEqualTo(new StepAllowance(
                            Optional.empty(),
                            Optional.of(MeasuringPoint.DECISION),
                            OptionalInt.empty(),
                            step.kinds(),
                            new Words("prov", "test"),
                            new Words("beslut", "beslut"),
                            StepAllowance.Standing.TARGET,
                            LocalDate.of(2020, 1, 1),
                            Optional.of(DAY),
                            Optional.of(new Words("g", "h")),
                            "a fifth page",
                            true));
            assertThat(step.kinds()).containsExactly(TreatmentKind.SURGERY);
        });
    }

    @Test
    void a_step_is_measured_only_between_two_points_with_days_as_an_allowance() {
        var head = "id: trial\nname: Trial\nsource: a\ncodes: {prefix: VX9}\nsteps:\n  - {valid-from: 2020-01-01, ";

        assertThat(read(head + "from: suspicion, to: mdt, days: 9}\n").allowances())
                .allMatch(StepAllowance::measured);
        for (var step : List.of(
                "from-words: a, to: mdt, days: 9",
                "from: suspicion, to-words: b, days: 9",
                "from: suspicion, to: mdt, days: unknown",
                "from: suspicion, to: mdt, days: 9, standing: regional")) {
            assertThat(read(head + step + "}\n").allowances()).hasSize(1).noneMatch(StepAllowance::measured);
        }
    }

    @Test
    void what_an_extending_file_does_not_give_stays() {
        var extending = read("extends: akut-leukemi\nsource: a region\n");

        assertThat(extending.name(Language.SV)).isEqualTo("Akut leukemi (AML och ALL)");
        assertThat(extending.minimumAge(LocalDate.of(2024, 11, 4))).isEqualTo(16);
        assertThat(extending.prefix())
                .isEqualTo(
                        Definitions.shipped().byId("akut-leukemi").orElseThrow().prefix());
    }

    @Test
    void an_unknown_limit_gives_way_on_its_own_track_only() {
        var before = "extends: hjarntumorer\nsource: a region\nlimits:\n  - {treatment: expectancy, track: ";
        var after = ", days: 60, valid-from: 2017-04-27}\n";

        assertThat(expectancy(read(before + "misstänkt lågmalign (grad I–II)" + after)))
                .containsExactly(OptionalInt.of(60));
        assertThat(expectancy(read(before + "misstänkt högmalign (grad III–IV)" + after)))
                .containsExactly(OptionalInt.empty(), OptionalInt.of(60));
    }

    private static List<OptionalInt> expectancy(PathwayDefinition definition) {
        return definition.limits().stream()
                .filter(row -> row.kinds().contains(TreatmentKind.EXPECTANCY))
                .map(LimitRow::days)
                .toList();
    }
}
