package se.varjedag.pathway.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every mistake is told with its place, what is wrong and what to write instead.
class DefinitionMistakesTest {
    private static final String HEAD = """
            id: trial
            name: {sv: Prov, en: Trial}
            source: a page
            codes: {prefix: VX9}
            """;

    private static List<String> mistakes(Map<String, String> texts) {
        var thrown = catchThrowableOfType(InvalidDefinitions.class, () -> Definitions.of(texts));
        assertThat(thrown).as("the text has a mistake").isNotNull();
        assertThat(thrown.getMessage())
                .isEqualTo(String.join(
                        "\n", thrown.mistakes().stream().map(Mistake::toString).toList()));
        bothLanguages(thrown.mistakes());
        return thrown.mistakes().stream().map(Mistake::toString).toList();
    }

    /// Nothing is said in one language only.
    static void bothLanguages(List<Mistake> mistakes) {
        for (var mistake : mistakes) {
            assertThat(mistake.in(Language.EN)).isEqualTo(mistake.toString());
            assertThat(mistake.text().sv())
                    .isNotBlank()
                    .isNotEqualTo(mistake.text().en());
        }
    }

    private static List<String> mistakes(String text) {
        return mistakes(Map.of("trial.yaml", text));
    }

    private static String only(String text) {
        assertThat(mistakes(text)).hasSize(1);
        return mistakes(text).getFirst();
    }

    @Test
    void the_smallest_definition_has_no_mistake() {
        var read = Definitions.of(Map.of("trial.yaml", HEAD));
        assertThat(read.all()).singleElement().satisfies(definition -> {
            assertThat(definition.id()).isEqualTo("trial");
            assertThat(definition.prefix()).hasValue("VX9");
            assertThat(definition.confidence()).isEqualTo(Confidence.VERIFIED);
            assertThat(definition.introduced()).isEmpty();
            assertThat(definition.icd10()).isEmpty();
            assertThat(definition.tracks()).isEqualTo(Tracks.NONE);
            assertThat(definition.limits()).isEmpty();
            assertThat(definition.version()).isEqualTo(new Words("", ""));
            assertThat(definition).hasToString("PathwayDefinition[trial]");
        });
    }

    @Test
    void a_mistake_is_told_in_swedish_too() {
        var thrown = catchThrowableOfType(
                InvalidDefinitions.class,
                () -> Definitions.of(Map.of("trial.yaml", HEAD + "limit: []\nintroduced: often\n")));
        assertThat(thrown.mistakes().stream().map(mistake -> mistake.in(Language.SV)))
                .containsExactly(
                        "trial.yaml:5:1: Okänd nyckel 'limit'. Menade du 'limits'? Orden är: id, extends, name, "
                                + "introduced, version, table-status, confidence, source, icd10, codes, tracks, ends, "
                                + "minimum-age, limits, steps, notes",
                        "trial.yaml:6:13: 'introduced' är inget heltal från 0 till 2999: 'often'. "
                                + "Skriv ett år, till exempel 2016");
    }

    @Test
    void an_empty_file() {
        assertThat(only("")).isEqualTo("trial.yaml:1:1: The file is empty. Write a definition, or take the file away");
        assertThat(only("# nothing\n")).contains("The file is empty");
    }

    @Test
    void a_text_that_is_not_yaml() {
        assertThat(only("id: [a, b\nname: c\n")).startsWith("trial.yaml:2:5: This is not YAML: ");
        assertThat(only("name: a: b\n"))
                .startsWith("trial.yaml:1:8: This is not YAML: ")
                .contains("': ' that needs quotes");
        assertThat(only("id: a\u0000b"))
                .isEqualTo("trial.yaml:1:1: This is not YAML but something else. Write a text file in UTF-8");
    }

    @Test
    void a_text_that_is_too_long_or_too_deep() {
        assertThat(only("#".repeat(200_000))).contains("The file is empty");
        var tooMuch =
                "trial.yaml:1:1: This is too long or too deep for a definition. Write one definition in each file";
        assertThat(only("#" + "long ".repeat(40_000))).isEqualTo(tooMuch);
        assertThat(only("id: " + "[".repeat(90_000) + "]".repeat(90_000) + "\n"))
                .isEqualTo(tooMuch);
        assertThat(only("id: " + "[".repeat(13) + "]".repeat(13) + "\n"))
                .isEqualTo("trial.yaml:1:17: No value lies this deep. Look for brackets that were never closed");
        assertThat(mistakes("id: " + "[".repeat(12) + "]".repeat(12) + "\n"))
                .contains("trial.yaml:1:5: 'id' is one text, for example 'lungcancer'");
    }

    @Test
    void a_file_that_is_a_list() {
        assertThat(only("- id: trial\n"))
                .isEqualTo("trial.yaml:1:1: A definition is lines of 'key: value', beginning with 'id: …'");
    }

    @Test
    void references_that_could_grow_without_end() {
        assertThat(only(HEAD + "icd10: &a [C50]\nnotes: *a\n"))
                .isEqualTo("trial.yaml:5:8: References (&a) are not used here. Write the value out");
    }

    @Test
    void an_unknown_key() {
        assertThat(only(HEAD + "limit: []\n"))
                .isEqualTo(
                        "trial.yaml:5:1: Unknown key 'limit'. Did you mean 'limits'? The words are: id, extends, name, "
                                + "introduced, version, table-status, confidence, source, icd10, codes, tracks, ends, minimum-age, "
                                + "limits, steps, notes");
        assertThat(only(HEAD + "colour: red\n")).contains("Unknown key 'colour'. The words are: id,");
    }

    @Test
    void a_key_given_twice() {
        assertThat(only(HEAD + "id: other\n")).isEqualTo("trial.yaml:5:1: 'id' is given twice. Keep one of them");
    }

    @Test
    void a_key_that_is_no_word() {
        assertThat(only(HEAD + "[a]: b\n")).isEqualTo("trial.yaml:5:1: A key is a word");
    }

    @Test
    void everything_that_is_missing_is_told_at_once() {
        assertThat(mistakes("icd10: C50\n"))
                .containsExactly(
                        "trial.yaml:1:1: 'codes' is missing. Write for example 'codes: {prefix: VC0}'",
                        "trial.yaml:1:1: 'id' is missing. Write for example 'id: lungcancer'",
                        "trial.yaml:1:1: 'name' is missing. Write for example 'name: {sv: Lungcancer, en: …}'",
                        "trial.yaml:1:1: 'source' is missing. Write for example 'source: "
                                + "https://example.org/the-page-that-was-read'");
        assertThat(only(HEAD.replace("VX9", "unknown").replace("prefix", "note")))
                .isEqualTo("trial.yaml:4:8: 'prefix' is missing. Write for example 'prefix: VC0' or 'prefix: unknown'");
    }

    @Test
    void mistakes_of_several_files_come_in_the_order_of_the_files() {
        assertThat(mistakes(Map.of("b.yaml", "", "a.yaml", HEAD + "x: 1\ny: 2\n")))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("a.yaml:5:1:", "a.yaml:6:1:", "b.yaml:1:1:");
    }

    @Test
    void a_list_where_one_text_is_meant() {
        assertThat(only(HEAD.replace("id: trial", "id: [trial]")))
                .isEqualTo("trial.yaml:1:5: 'id' is one text, for example 'lungcancer'");
        assertThat(only(HEAD.replace("{sv: Prov, en: Trial}", "{sv: Prov, en: ''}")))
                .isEqualTo("trial.yaml:2:22: 'en' is one text, for example 'English words'");
        assertThat(only(HEAD + "notes:\n  - [a]\n"))
                .isEqualTo("trial.yaml:6:5: 'notes' is one text, for example '{sv: …, en: …}'");
        assertThat(only(HEAD + "icd10:\n  - {a: b}\n"))
                .isEqualTo("trial.yaml:6:5: Each of 'icd10' is one text, for example 'one text'");
    }

    @Test
    void a_name_in_one_language_only() {
        assertThat(only(HEAD.replace("{sv: Prov, en: Trial}", "{sv: Prov}")))
                .isEqualTo("trial.yaml:2:7: 'en' is missing. Write for example 'en: English words'");
        assertThat(only(HEAD.replace("{sv: Prov, en: Trial}", "{sv: Prov, en: Trial, se: Prov}")))
                .contains("Unknown key 'se'. Did you mean 'sv'? The words are: sv, en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lung cancer", "lung_cancer", "-lung", "lung-", "lång"})
    void an_id_with_other_letters(String id) {
        assertThat(only(HEAD.replace("trial", id)))
                .isEqualTo("trial.yaml:1:5: '" + id
                        + "' is no id. Use small letters a–z, digits and '-', for example lungcancer");
    }

    @Test
    void two_files_with_one_id() {
        assertThat(mistakes(Map.of("a.yaml", HEAD, "b.yaml", HEAD.replace("VX9", "VX8"))))
                .containsExactly(
                        "b.yaml:1:5: 'trial' is already defined in a.yaml. Give this one another id, or take one file "
                                + "away");
    }

    @Test
    void two_definitions_that_claim_one_prefix() {
        assertThat(mistakes(Map.of("a.yaml", HEAD, "b.yaml", HEAD.replace("trial", "other"))))
                .containsExactly(
                        "b.yaml:4:8: The prefix 'VX9' belongs to 'trial' (a.yaml:4) too. Each code belongs to one "
                                + "definition: change one of them");
    }

    @Test
    void two_definitions_that_claim_one_code() {
        var own = HEAD.replace("{prefix: VX9}", "{prefix: A, own: {REF: 10, TRT: 50}}");
        var other = HEAD.replace("trial", "other").replace("{prefix: VX9}", "{prefix: B, own: {REF: 10, VX950: 50}}");
        assertThat(mistakes(Map.of("a.yaml", own, "b.yaml", other)))
                .containsExactly(
                        "b.yaml:4:8: The code 'REF' belongs to 'trial' (a.yaml:4) too. Each code belongs to one "
                                + "definition: change one of them");
        assertThat(mistakes(Map.of("a.yaml", HEAD, "b.yaml", other)))
                .containsExactly(
                        "b.yaml:4:8: The code 'VX950' belongs to 'trial' (a.yaml:4) too. Each code belongs to one "
                                + "definition: change one of them");
    }

    @Test
    void an_added_definition_may_not_claim_the_code_of_another() {
        var shipped = Definitions.shipped();
        var added = Definitions.of(Map.of("a.yaml", HEAD.replace("VX9", "VC0")));
        assertThatThrownBy(() -> shipped.with(added))
                .isInstanceOf(InvalidDefinitions.class)
                .hasMessage(
                        "a.yaml:4:8: The prefix 'VC0' belongs to 'lungcancer' (svf/lungcancer.yaml:1) too. Each code "
                                + "belongs to one definition: change one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"VC", "VC01", "vc0", "WC0", "V10", "VCA"})
    void a_prefix_of_another_form(String prefix) {
        assertThat(only(HEAD.replace("VX9", prefix)))
                .isEqualTo(
                        "trial.yaml:4:17: '" + prefix + "' is no prefix of national codes, which is V, a letter and a "
                                + "digit as in VC0. For codes of your own, list them under 'own'");
    }

    @Test
    void own_codes_that_cannot_work() {
        assertThat(mistakes(HEAD.replace("{prefix: VX9}", "{prefix: 'A B', own: {'R F': 10, died: 50}}")))
                .containsExactly(
                        "trial.yaml:4:17: 'A B' is no short name. Use letters, digits, '-', '_' and '.'",
                        "trial.yaml:4:37: 'R F' cannot be a code. Use letters, digits, '-', '_' and '.', and neither "
                                + "'died' nor the name of a measuring point",
                        "trial.yaml:4:47: 'died' cannot be a code. Use letters, digits, '-', '_' and '.', and neither "
                                + "'died' nor the name of a measuring point");
        assertThat(mistakes(HEAD.replace("{prefix: VX9}", "{prefix: A, own: {mdt: 10, TRT: 50}}")))
                .singleElement()
                .asString()
                .contains("'mdt' cannot be a code");
        assertThat(only(HEAD.replace("{prefix: VX9}", "{prefix: A, own: {REF: 10, TRT: 50, X: 42}}")))
                .isEqualTo(
                        "trial.yaml:4:47: '42' is no national suffix. Write one of 05, 10, 22, 25, 35, 40, 44, 50, 52, 54, "
                                + "58, 59, 60, 70, 72, 73, 74, 76, 78, 90, 91, or extended");
        assertThat(only(HEAD.replace("{prefix: VX9}", "{prefix: A, own: {TRT: 50}}")))
                .isEqualTo("trial.yaml:4:25: No code starts the clock. Let one stand for 10, for example 'REF: 10'");
        assertThat(only(HEAD.replace("{prefix: VX9}", "{prefix: A, own: {REF: 10}}")))
                .isEqualTo("trial.yaml:4:25: No code ends the clock. Let one stand for an end, for example 'TRT: 50'");
    }

    @Test
    void a_code_that_was_seen_but_is_not_the_prefixs() {
        assertThat(mistakes(HEAD.replace("{prefix: VX9}", "{prefix: VX9, seen: {VX910: start, VX810: other, VX9: x}}")))
                .containsExactly(
                        "trial.yaml:4:50: 'VX810' is not the prefix and two digits. Write for example VC010",
                        "trial.yaml:4:62: 'VX9' is not the prefix and two digits. Write for example VC010");
    }

    @Test
    void codes_that_are_no_block() {
        assertThat(mistakes(HEAD.replace("{prefix: VX9}", "VX9")))
                .contains(
                        "trial.yaml:4:8: 'codes' holds lines of 'key: value'. The words are: prefix, assumed, own, seen, "
                                + "source, note");
        assertThat(mistakes(HEAD.replace("{prefix: VX9}", "{prefix: VX9, own: REF}")))
                .containsExactly("trial.yaml:4:27: 'own' holds lines of 'key: value'");
    }

    @Test
    void a_year_and_an_age_that_are_no_numbers() {
        assertThat(only(HEAD + "introduced: ''\n"))
                .isEqualTo("trial.yaml:5:13: 'introduced' is one text, for example '1'");
        assertThat(only(HEAD + "introduced: soon\n"))
                .isEqualTo(
                        "trial.yaml:5:13: 'introduced' is not a whole number from 0 to 2999: 'soon'. Write a year, for "
                                + "example 2016");
        assertThat(only(HEAD + "minimum-age: 16.5\n"))
                .isEqualTo(
                        "trial.yaml:5:14: 'minimum-age' is not a whole number from 0 to 150: '16.5'. Write years, for "
                                + "example 18");
        assertThat(only(HEAD + "minimum-age:\n  - {from: 2024-11-05}\n"))
                .isEqualTo("trial.yaml:6:5: 'years' is missing. Write for example 'years: 18'");
        assertThat(only(HEAD + "minimum-age:\n  - {years: 0}\n  - {from: 2024-11-05, years: 18}\n"
                        + "  - {from: 2024-11-05, years: 17}\n"))
                .isEqualTo("trial.yaml:6:3: The ages are listed by date, the oldest first");
    }

    @Test
    void an_unknown_confidence() {
        assertThat(only(HEAD + "confidence: verfied\n"))
                .isEqualTo(
                        "trial.yaml:5:13: Unknown confidence 'verfied'. Did you mean 'verified'? The words are: verified, "
                                + "partial, missing");
    }

    @Test
    void a_flag_that_is_neither() {
        assertThat(only(HEAD.replace("{prefix: VX9}", "{prefix: VX9, assumed: yes}")))
                .isEqualTo("trial.yaml:4:31: 'assumed' is true or false, not 'yes'");
    }
}
