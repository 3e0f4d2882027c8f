package se.varjedag.pathway.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Mistakes in limits, steps, tracks and ends.
class RuleMistakesTest {
    private static final String HEAD = """
            id: trial
            name: {sv: Prov, en: Trial}
            source: a page
            codes: {prefix: VX9}
            """;

    private static List<String> mistakes(String text) {
        var thrown =
                catchThrowableOfType(InvalidDefinitions.class, () -> Definitions.of(Map.of("trial.yaml", HEAD + text)));
        assertThat(thrown).as("the text has a mistake").isNotNull();
        DefinitionMistakesTest.bothLanguages(thrown.mistakes());
        return thrown.mistakes().stream().map(Mistake::toString).toList();
    }

    private static String only(String text) {
        assertThat(mistakes(text)).hasSize(1);
        return mistakes(text).getFirst();
    }

    private static String limit(String text) {
        return "limits:\n  - {" + text + "}\n";
    }

    @Test
    void a_limit_without_treatment_days_or_date() {
        assertThat(mistakes(limit("note: a")))
                .containsExactly(
                        "trial.yaml:6:5: 'days' is missing. Write for example 'days: 28' or 'days: unknown'",
                        "trial.yaml:6:5: 'treatment' is missing. Write for example 'treatment: surgery'",
                        "trial.yaml:6:5: 'valid-from' is missing. Write for example 'valid-from: 2024-01-24'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"28.5", "-1", "3651", "four", "99999999999"})
    void days_that_are_no_whole_number(String days) {
        assertThat(only(limit("treatment: all, days: " + days + ", valid-from: 2024-01-24")))
                .isEqualTo("trial.yaml:6:28: 'days' is not a whole number from 0 to 3650: '" + days
                        + "'. Write days, for example 28, or the word unknown");
    }

    @Test
    void a_wrong_treatment() {
        assertThat(only(limit("treatment: surgry, days: 28, valid-from: 2024-01-24")))
                .isEqualTo(
                        "trial.yaml:6:17: Unknown treatment 'surgry'. Did you mean 'surgery'? The words are: surgery, "
                                + "radiotherapy, drug, palliative, other, expectancy, none-needed, closed");
        assertThat(only(limit("treatment: [drug, drug], days: 28, valid-from: 2024-01-24")))
                .isEqualTo("trial.yaml:6:24: 'drug' is named twice in one row. Keep one of them");
        assertThat(only(limit("treatment: [], days: 28, valid-from: 2024-01-24")))
                .isEqualTo("trial.yaml:6:17: A limit holds for some treatment. Name one, or 'all'");
    }

    @Test
    void a_limit_for_an_end_that_never_reaches() {
        assertThat(only(limit("treatment: closed, days: 28, valid-from: 2024-01-24")))
                .isEqualTo(
                        "trial.yaml:6:17: A limit for 'closed' is never used: no end of that kind reaches the measure here. "
                                + "Change 'ends', or take the limit away");
        assertThat(only("ends: {forbidden: [58]}\n" + limit("treatment: palliative, days: 28, valid-from: 2024-01-24")))
                .contains("A limit for 'palliative' is never used");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-30", "24-01-24", "2024-1-24", "January"})
    void a_day_that_does_not_exist(String day) {
        assertThat(only(limit("treatment: all, days: 28, valid-from: " + day)))
                .isEqualTo("trial.yaml:6:44: 'valid-from' is not a day of the calendar: '" + day
                        + "'. Write it as 2024-01-24");
    }

    @Test
    void a_limit_that_ends_before_it_begins() {
        assertThat(only(limit("treatment: all, days: 28, valid-from: 2024-01-24, valid-to: 2024-01-23")))
                .isEqualTo(
                        "trial.yaml:6:66: 'valid-to' 2024-01-23 is before 'valid-from' 2024-01-24. Change one of them");
    }

    @Test
    void two_limits_at_once() {
        assertThat(only(
                        "limits:\n  - {treatment: [drug, surgery], days: 28, valid-from: 2020-01-01, valid-to: 2024-01-24}\n"
                                + "  - {treatment: all, days: 35, valid-from: 2024-01-24}\n"))
                .isEqualTo(
                        "trial.yaml:7:44: Two limits hold at once from 2024-01-24 for surgery, drug. End the earlier with "
                                + "'valid-to', or tell them apart by 'track' or 'treatment'");
        assertThat(only("limits:\n  - {treatment: drug, days: 35, valid-from: 2024-01-24}\n"
                        + "  - {treatment: all, days: 28, valid-from: 2020-01-01}\n"))
                .contains("Two limits hold at once from 2024-01-24 for drug.");
        assertThat(only("tracks: {names: {a: a, b: b}}\nlimits:\n"
                        + "  - {treatment: drug, days: 35, valid-from: 2024-01-24}\n"
                        + "  - {treatment: drug, track: a, days: 28, valid-from: 2020-01-01}\n"))
                .contains("Two limits hold at once");
    }

    @Test
    void limits_that_follow_each_other_or_differ_in_track_are_right() {
        var read = Definitions.of(Map.of("trial.yaml", HEAD + """
                tracks: {names: {a: a, b: b}}
                limits:
                  - {treatment: drug, track: a, days: 28, valid-from: 2020-01-01, valid-to: 2024-01-23}
                  - {treatment: drug, track: a, days: 35, valid-from: 2024-01-24}
                  - {treatment: drug, track: b, days: 40, valid-from: 2020-01-01}
                  - {treatment: drug, days: 40, valid-from: 2020-01-01, kind: target}
                  - {treatment: [], days: 40, valid-from: 2020-01-01, kind: superseded}
                """));
        assertThat(read.all().getFirst().limits()).hasSize(5);
    }

    @Test
    void an_assumed_limit_without_days() {
        assertThat(only(limit("treatment: all, days: unknown, valid-from: 2024-01-24, assumed: true")))
                .isEqualTo(
                        "trial.yaml:6:70: An assumed limit says how many days are assumed. Write for example 'days: 28'");
    }

    @Test
    void an_unknown_kind_of_number() {
        assertThat(only(limit("treatment: all, days: 28, valid-from: 2024-01-24, kind: goal")))
                .isEqualTo(
                        "trial.yaml:6:62: Unknown kind 'goal'. The words are: limit, target, other-start, superseded");
    }

    @Test
    void a_track_that_is_not_listed() {
        assertThat(only(limit("treatment: all, track: basic, days: 28, valid-from: 2024-01-24")))
                .isEqualTo("trial.yaml:6:29: Unknown track 'basic'. List the tracks under 'tracks: names:'");
        assertThat(only("tracks: {names: {basis: basic}}\n"
                        + limit("treatment: all, track: basic, days: 28, valid-from: 2024-01-24")))
                .isEqualTo("trial.yaml:7:29: Unknown track 'basic'. Did you mean 'basis'? The words are: basis");
        assertThat(only("tracks: {names: {basis: basic}, standard: basic}\n"))
                .isEqualTo("trial.yaml:5:43: Unknown track 'basic'. Did you mean 'basis'? The words are: basis");
        assertThat(mistakes("tracks: {standard: basis}\n"))
                .contains("trial.yaml:5:9: 'names' is missing. Write for example 'names: {basutredning: basic "
                        + "investigation}'");
    }

    @Test
    void a_marker_that_marks_nothing() {
        assertThat(only("tracks: {names: {a: a}, marker: VX944}\n"))
                .isEqualTo("trial.yaml:5:33: A marker needs the track that it marks. Write 'extended: …' beside it");
        assertThat(only("tracks: {names: {a: a}, extended: a, marker: VX844}\n"))
                .isEqualTo("trial.yaml:5:46: 'VX844' is no code of this definition that could mark the extended track");
    }

    @Test
    void an_own_marker_without_tracks_or_beside_another() {
        var own =
                "id: trial\nname: Trial\nsource: a page\ncodes: {prefix: A, own: {REF: 10, TRT: 50, EXT: extended}}\n";
        var alone = catchThrowableOfType(InvalidDefinitions.class, () -> Definitions.of(Map.of("a.yaml", own)));
        assertThat(alone)
                .hasMessage(
                        "a.yaml:4:8: 'EXT' marks an extended track, but there is none. Write 'tracks:' with 'extended: …'");
        var two = catchThrowableOfType(
                InvalidDefinitions.class,
                () -> Definitions.of(Map.of("a.yaml", own + "tracks: {names: {a: a}, extended: a, marker: TRT}\n")));
        assertThat(two).hasMessageContaining("'TRT' is no code of this definition that could mark the extended track");
    }

    @Test
    void ends_that_are_none() {
        assertThat(only("ends: 50\n"))
                .isEqualTo("trial.yaml:5:7: 'ends' holds lines of 'key: value'. The words are: forbidden, reaching, "
                        + "shorter-at-pathology");
        assertThat(only("ends: {forbidden: [50, 44]}\n"))
                .isEqualTo("trial.yaml:5:24: An end is one of 50, 52, 54, 56, 58, 59, 60, 65, 70, 72, 73, 74, 76, 78");
        assertThat(only("ends: {forbidden: [51]}\n")).contains("An end is one of 50");
        assertThat(only("ends: {forbidden: [[50]]}\n")).contains("An end is one of 50");
        assertThat(only("ends: {reaching: {74: always}}\n"))
                .isEqualTo(
                        "trial.yaml:5:23: Only 72, 73 and 78 can be made to reach the measure; the treatment starts always "
                                + "do");
        assertThat(only("ends: {forbidden: [73], reaching: {73: always}}\n"))
                .isEqualTo("trial.yaml:5:40: An end cannot be both forbidden and reaching. Keep one of them");
        assertThat(only("ends: {reaching: {73: soon}}\n"))
                .isEqualTo(
                        "trial.yaml:5:23: '73' (or the word always) is not a day of the calendar: 'soon'. Write it as "
                                + "2024-01-24");
        assertThat(only("ends: {shorter-at-pathology: much}\n"))
                .isEqualTo(
                        "trial.yaml:5:30: 'shorter-at-pathology' is not a whole number from 0 to 365: 'much'. Write days, for "
                                + "example 21");
    }

    @Test
    void a_step_between_unknown_points() {
        assertThat(only("steps:\n  - {from: suspicion, to: first-vist, days: 5, valid-from: 2020-01-01}\n"))
                .isEqualTo(
                        "trial.yaml:6:27: Unknown measuring point 'first-vist'. Did you mean 'first-visit'? The words are: "
                                + "suspected, suspicion, diagnostic-surgery, first-visit, mdt, informed, decision, treatment, "
                                + "referral-received, imaging-referral, imaging-performed, imaging-reported, specimen-taken, "
                                + "specimen-received, pathology-reported");
        assertThat(only("steps:\n  - {from: mdt, to: mdt, days: 5, valid-from: 2020-01-01}\n"))
                .isEqualTo("trial.yaml:6:21: A step goes from one point to another, not from 'mdt' to itself");
        assertThat(mistakes("steps:\n  - {days: 5, valid-from: 2020-01-01}\n"))
                .containsExactly(
                        "trial.yaml:6:5: A step says where it goes from. Write 'from: first-visit', or 'from-words: …' for what "
                                + "no event carries",
                        "trial.yaml:6:5: A step says where it goes to. Write 'to: first-visit', or 'to-words: …' for what no "
                                + "event carries");
        assertThat(only("steps:\n  - {from: mdt, to: decision, days: 5, valid-from: 2020-01-01, treatment: cure}\n"))
                .contains("Unknown treatment 'cure'");
        assertThat(only("steps:\n  - {from: mdt, to: decision, days: 5, valid-from: 2020-01-01, standing: wish}\n"))
                .contains(
                        "Unknown standing 'wish'. The words are: allowance, target, register-measure, regional, superseded, "
                                + "after-start");
    }

    @Test
    void rows_that_are_no_blocks() {
        assertThat(only("limits: [28]\n"))
                .isEqualTo(
                        "trial.yaml:5:10: 'limits' holds lines of 'key: value'. The words are: treatment, words, track, days, "
                                + "kind, valid-from, valid-to, from, to, note, source, confidence, assumed");
        assertThat(only("steps: 5\n"))
                .startsWith("trial.yaml:5:8: 'steps' holds lines of 'key: value'. The words are: from,");
        assertThat(only("minimum-age: [16]\n"))
                .isEqualTo("trial.yaml:5:15: 'minimum-age' holds lines of 'key: value'. The words are: from, years");
    }
}
