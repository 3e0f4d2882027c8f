package se.varjedag.pathway.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {
    private static final Definitions SHIPPED = Definitions.shipped();
    private static final Definitions NHS = Definitions.read(Path.of("..", "docs", "examples", "nhs"));

    @ParameterizedTest
    @CsvSource({
        "VC005, SUSPECTED, 5",
        "VC010, START, 10",
        "VC022, POINT, 22",
        "VC025, POINT, 25",
        "VC035, POINT, 35",
        "VC040, POINT, 40",
        "VC044, POINT, 44",
        "VC050, END, 50",
        "VC052, END, 52",
        "VC054, END, 54",
        "VC056, END, 56",
        "VC058, END, 58",
        "VC059, END, 59",
        "VC060, END, 60",
        "VC065, END, 65",
        "VC070, END, 70",
        "VC072, END, 72",
        "VC073, END, 73",
        "VC074, END, 74",
        "VC076, END, 76",
        "VC078, END, 78",
        "VC090, TRANSFER_OUT, 90",
        "VC091, TRANSFER_IN, 91",
        "VC042, LOCAL_UNKNOWN, 42",
        "VC099, LOCAL_UNKNOWN, 99",
        "VC000, LOCAL_UNKNOWN, 0",
    })
    void a_national_code_means_what_its_suffix_says(String code, Action action, int suffix) {
        int lung = SHIPPED.ofPrefix("VC0");
        assertThat(SHIPPED.all().get(lung).id()).isEqualTo("lungcancer");
        assertThat(SHIPPED.meaning(code)).isEqualTo(new CodeMeaning(lung, action, suffix));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VC110", "VN010", "VC01", "VC0100", "vc010", "VC0A0", "VC01A", "died", "mdt", ""})
    void a_code_that_nobody_claims_has_no_meaning(String code) {
        assertThat(SHIPPED.meaning(code)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "VC010, true",
        "VQ999, true",
        "died, true",
        "referral-received, true",
        "imaging-referral, true",
        "imaging-performed, true",
        "imaging-reported, true",
        "specimen-taken, true",
        "specimen-received, true",
        "pathology-reported, true",
        "mdt, false",
        "suspicion, false",
        "treatment, false",
        "WC010, false",
        "V1010, false",
        "V[010, false",
        "V@010, false",
        "VCX10, false",
        "VC0/0, false",
        "VC0:0, false",
        "VC01x, false",
        "VC01, false",
        "VC0101, false",
        "CRTP-START, false",
    })
    void a_code_may_stand_in_an_event_when_it_is_well_formed(String code, boolean wellFormed) {
        assertThat(SHIPPED.wellFormed(code)).isEqualTo(wellFormed);
    }

    @Test
    void a_prefix_leads_to_its_definition() {
        assertThat(SHIPPED.all().get(SHIPPED.ofPrefix("VP8")).id()).isEqualTo("allvarliga-ospecifika-symtom");
        assertThat(SHIPPED.ofPrefix("VX0")).isEqualTo(-1);
        assertThat(SHIPPED.byId("nowhere")).isEmpty();
    }

    @Test
    void the_clocks_of_another_country_claim_their_own_codes() {
        assertThat(NHS.all()).extracting(PathwayDefinition::id).containsExactly("nhs-31-day", "nhs-62-day");
        assertThat(NHS.meaning("CRTP-START")).isEqualTo(new CodeMeaning(1, Action.START, 10));
        assertThat(NHS.meaning("FIRST-SEEN")).isEqualTo(new CodeMeaning(1, Action.POINT, 25));
        assertThat(NHS.meaning("TRT-62-SURGERY")).isEqualTo(new CodeMeaning(1, Action.END, 50));
        assertThat(NHS.meaning("DTT-31")).isEqualTo(new CodeMeaning(0, Action.START, 10));
        assertThat(NHS.meaning("DTT-62")).isEqualTo(new CodeMeaning(1, Action.POINT, 44));
        assertThat(NHS.meaning("NHS6210")).isNull();
        assertThat(NHS.wellFormed("TRT-31-DRUG")).isTrue();
        assertThat(NHS.ofPrefix("NHS62")).isEqualTo(1);
        var day = LocalDate.of(2023, 10, 1);
        assertThat(NHS.all().get(0).limit(day, TreatmentKind.DRUG, false, false))
                .isEqualTo(new Limit.Days(31, false));
        assertThat(NHS.all().get(1).longestLimit(day.minusDays(1), false, false))
                .isEqualTo(new Limit.Days(62, false));
        assertThat(NHS.all().get(1).limits()).hasSize(2);
        assertThat(NHS.all().get(1).limits().getFirst().kinds())
                .containsExactly(
                        TreatmentKind.SURGERY,
                        TreatmentKind.RADIOTHERAPY,
                        TreatmentKind.DRUG,
                        TreatmentKind.PALLIATIVE,
                        TreatmentKind.OTHER,
                        TreatmentKind.EXPECTANCY);
        assertThat(NHS.all().get(1).minimumAge(day)).isZero();
    }

    @Test
    void added_definitions_come_after_the_shipped_ones() {
        var both = SHIPPED.with(NHS);
        assertThat(both.all()).hasSize(32);
        assertThat(both.all().get(30).id()).isEqualTo("nhs-31-day");
        assertThat(both.meaning("DTT-31")).isEqualTo(new CodeMeaning(30, Action.START, 10));
        assertThat(both.meaning("VC010")).isEqualTo(SHIPPED.meaning("VC010"));
    }

    @Test
    void an_added_definition_replaces_the_one_with_its_id_and_keeps_its_place() {
        var added = Definitions.of(Map.of("lung.yaml", """
                extends: lungcancer
                name: Lunga
                source: a region
                limits:
                  - {treatment: [surgery, drug], days: 40, valid-from: 2018-05-08}
                """));
        var both = SHIPPED.with(added);
        int place = SHIPPED.ofPrefix("VC0");
        assertThat(both.all()).hasSize(30);
        assertThat(both.ofPrefix("VC0")).isEqualTo(place);
        var lung = both.all().get(place);
        assertThat(both.byId("lungcancer")).hasValue(lung);
        assertThat(lung.name(Language.EN)).isEqualTo("Lunga");
        assertThat(lung.source()).hasSize(4).endsWith("a region");
        assertThat(lung.limits().getLast().source()).isEqualTo("a region");
        assertThat(lung.notes()).isEqualTo(SHIPPED.all().get(place).notes());
        assertThat(lung.icd10()).containsExactly("C34");
        assertThat(lung.version()).isEqualTo(SHIPPED.all().get(place).version());
        assertThat(lung.tableStatus()).isEqualTo(SHIPPED.all().get(place).tableStatus());
        assertThat(lung.introduced()).hasValue(2016);
        assertThat(lung.confidence()).isEqualTo(Confidence.PARTIAL);
        int day = (int) LocalDate.of(2024, 1, 1).toEpochDay();
        assertThat(lung.limitDays(day, TreatmentKind.SURGERY, false, false)).isEqualTo(40);
        assertThat(lung.limitDays(day, TreatmentKind.DRUG, false, false)).isEqualTo(40);
        assertThat(lung.limitDays(day, TreatmentKind.RADIOTHERAPY, false, false))
                .isEqualTo(-1);
        assertThat(lung.longestLimitDays(day, false, false)).isEqualTo(-1);
        assertThat(lung.shortestLimitDays(day, false, false)).isEqualTo(40);
        assertThat(both.hash()).isNotEqualTo(SHIPPED.hash());
    }

    @Test
    void what_an_extending_file_gives_replaces() {
        var added = Definitions.of(Map.of("lung.yaml", """
                extends: lungcancer
                source: a region
                codes: {prefix: VX0, assumed: true}
                tracks: {names: {kort: short}, standard: kort, assumed: true}
                ends: {reaching: {73: always}, shorter-at-pathology: 5}
                minimum-age: 20
                introduced: 2020
                version: our own
                table-status: {sv: egen, en: own}
                confidence: missing
                icd10: unknown
                limits:
                  - {treatment: none-needed, track: kort, days: 10, valid-from: 2020-01-01}
                steps:
                  - {from: suspicion, to: first-visit, days: 9, valid-from: 2020-01-01, treatment: [drug, surgery]}
                notes:
                  - {sv: En anmärkning, en: A note}
                """));
        var lung = added.all().getFirst();
        var day = LocalDate.of(2020, 6, 1);
        assertThat(lung.prefix()).hasValue("VX0");
        assertThat(lung.codes().assumed()).isTrue();
        assertThat(lung.minimumAge(day)).isEqualTo(20);
        assertThat(lung.introduced()).hasValue(2020);
        assertThat(lung.version()).isEqualTo(new Words("our own", "our own"));
        assertThat(lung.tableStatus().in(Language.SV)).isEqualTo("egen");
        assertThat(lung.tableStatus().in(Language.EN)).isEqualTo("own");
        assertThat(lung.confidence()).isEqualTo(Confidence.MISSING);
        assertThat(lung.icd10()).isEmpty();
        assertThat(lung.reaches(73, day)).isTrue();
        assertThat(lung.limit(day, TreatmentKind.NONE_NEEDED, false, true)).isEqualTo(new Limit.Days(5, true));
        assertThat(lung.assumedLimit((int) day.toEpochDay(), TreatmentKind.NONE_NEEDED, false))
                .isTrue();
        assertThat(lung.limits().getLast().treatment()).isEqualTo(new Words("ingen ytterligare åtgärd", "none needed"));
        assertThat(lung.limits().getLast().from().en()).isEqualTo("decision that the suspicion is well founded");
        assertThat(lung.limits().getLast().to().sv()).isEqualTo("start av första behandling");
        var step = lung.allowances().getLast();
        assertThat(lung.allowances()).hasSize(2);
        assertThat(step.measured()).isTrue();
        assertThat(step.fromWords())
                .isEqualTo(new Words("beslut välgrundad misstanke", "well-founded suspicion decided"));
        assertThat(step.toWords().sv()).isEqualTo("första besök i specialiserad vård");
        assertThat(step.kinds()).containsExactly(TreatmentKind.SURGERY, TreatmentKind.DRUG);
        assertThat(lung.notes()).hasSize(3).endsWith(new Words("En anmärkning", "A note"));
    }

    @Test
    void an_unknown_limit_gives_way_only_where_a_stated_one_covers_it() {
        var read = Definitions.of(Map.of("lung.yaml", """
                extends: lungcancer
                source: a region
                limits:
                  - {treatment: [surgery, drug], days: 40, valid-from: 2018-05-08}
                  - {treatment: radiotherapy, days: 44, valid-from: 2018-01-01, kind: target}
                """));
        assertThat(read.all().getFirst().limits().getFirst().kinds())
                .containsExactly(
                        TreatmentKind.RADIOTHERAPY,
                        TreatmentKind.PALLIATIVE,
                        TreatmentKind.OTHER,
                        TreatmentKind.EXPECTANCY);
        for (var dates : List.of("valid-from: 2018-05-09", "valid-from: 2018-05-08, valid-to: 2030-01-01")) {
            var text =
                    "extends: lungcancer\nsource: a region\nlimits:\n  - {treatment: drug, days: 40, " + dates + "}\n";
            assertThatThrownBy(() -> Definitions.of(Map.of("lung.yaml", text)))
                    .isInstanceOf(InvalidDefinitions.class)
                    .hasMessageContaining("Two limits hold at once");
        }
    }

    @Test
    void a_stated_limit_takes_the_place_of_an_unknown_one_wholly() {
        var read = Definitions.of(Map.of("lung.yaml", """
                extends: lungcancer
                source: a region
                limits:
                  - {treatment: all, days: 40, valid-from: 2018-05-08, assumed: true}
                """));
        assertThat(read.all().getFirst().limits()).singleElement().satisfies(row -> {
            assertThat(row.assumed()).isTrue();
            assertThat(row.confidence()).isEqualTo(Confidence.MISSING);
        });
        var day = LocalDate.of(2024, 1, 1);
        assertThat(read.all().getFirst().longestLimit(day, false, false)).isEqualTo(new Limit.Days(40, true));
        assertThat(read.all().getFirst().assumedLongestLimit((int) day.toEpochDay(), false))
                .isTrue();
    }

    @Test
    void only_known_definitions_can_be_extended() {
        assertThatThrownBy(() -> Definitions.of(Map.of("a.yaml", "extends: lungcanser\nsource: a\n")))
                .hasMessageStartingWith(
                        "a.yaml:1:10: No definition 'lungcanser' is known. Did you mean 'lungcancer'? The words are: ");
        assertThatThrownBy(() -> Definitions.of(Map.of("a.yaml", "id: a\nextends: lungcancer\nsource: a\n")))
                .hasMessage(
                        "a.yaml:1:5: A file has 'id' or 'extends', not both. One that extends keeps the id it extends");
        assertThatThrownBy(() -> Definitions.of(Map.of(
                        "a.yaml", "extends: lungcancer\nsource: a\n", "b.yaml", "extends: lungcancer\nsource: a\n")))
                .hasMessage(
                        "b.yaml:1:10: 'lungcancer' is already defined in a.yaml. Give this one another id, or take one "
                                + "file away");
    }

    @Test
    void own_codes_may_mark_the_extended_track() {
        var read = Definitions.of(Map.of("a.yaml", """
                id: trial
                name: Trial
                source: a page
                codes: {prefix: trial, own: {REF: 10, EXT: extended, TRT: 50}}
                tracks: {names: {a: a, b: b}, standard: a, extended: b}
                limits:
                  - {treatment: surgery, track: a, days: 20, valid-from: 2020-01-01}
                  - {treatment: surgery, track: b, days: 30, valid-from: 2020-01-01}
                """));
        var trial = read.all().getFirst();
        var day = LocalDate.of(2020, 1, 1);
        assertThat(read.meaning("EXT")).isEqualTo(new CodeMeaning(0, Action.EXTENDED, -1));
        assertThat(trial.marksExtended("EXT")).isTrue();
        assertThat(trial.marksExtended("REF")).isFalse();
        assertThat(trial.extendedMarker()).hasValue("EXT");
        assertThat(trial.limit(day, TreatmentKind.SURGERY, false, false)).isEqualTo(new Limit.Days(20, false));
        assertThat(trial.limit(day, TreatmentKind.SURGERY, true, false)).isEqualTo(new Limit.Days(30, false));
        assertThat(trial.longestLimit(day, false, false)).isEqualTo(new Limit.Days(30, false));
        assertThat(trial.shortestLimit(day, false, false)).isEqualTo(new Limit.Days(20, false));
        assertThat(trial.shortestLimit(day, true, false)).isEqualTo(new Limit.Days(30, false));
    }

    @Test
    void the_hash_follows_what_is_said_and_nothing_else() {
        var one = "id: a\nname: A\nsource: s\ncodes: {prefix: VX1}\n";
        var other = "id: b\nname: B\nsource: s\ncodes: {prefix: VX2}\n";
        var hash = Definitions.of(Map.of("1.yaml", one, "2.yaml", other)).hash();
        assertThat(hash).hasSize(64).matches("[0-9a-f]+");
        assertThat(Definitions.of(Map.of("2.yaml", one, "1.yaml", other)).hash())
                .isEqualTo(hash);
        var laidOut = "# A comment\nid:   'a'\nname: \"A\"\nsource: s\ncodes:\n  prefix: VX1\n";
        assertThat(Definitions.of(Map.of("1.yaml", laidOut, "2.yaml", other)).hash())
                .isEqualTo(hash);
        assertThat(Definitions.of(Map.of("1.yaml", one.replace("name: A", "name: C"), "2.yaml", other))
                        .hash())
                .isNotEqualTo(hash);
        assertThat(Definitions.of(Map.of("1.yaml", one)).hash()).isNotEqualTo(hash);
        assertThat(SHIPPED.hash()).isEqualTo(Definitions.shipped().hash());
    }

    @Test
    void a_folder_is_read_file_by_file(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.yaml"), "\uFEFFid: a\nname: Ä\nsource: s\ncodes: {prefix: VX1}\n");
        Files.writeString(folder.resolve("two.yml"), "id: b\nname: B\nsource: s\ncodes: {prefix: VX2}\n");
        Files.writeString(folder.resolve("readme.txt"), "not a definition");
        assertThat(Definitions.read(folder).all())
                .extracting(definition -> definition.name(Language.SV))
                .containsExactly("Ä", "B");
    }

    @Test
    void a_folder_that_cannot_be_read_is_a_mistake(@TempDir Path folder) throws IOException {
        var nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> Definitions.read(nowhere))
                .hasMessage(nowhere + ":1:1: There is no such folder. Give the folder that holds the definition files");
        assertThatThrownBy(() -> Definitions.read(folder))
                .hasMessage(folder + ":1:1: The folder holds no definition file. Their names end in .yaml");
        var latin = folder.resolve("latin.yaml");
        Files.write(latin, new byte[] {'i', 'd', ':', ' ', (byte) 0xE5});
        assertThatThrownBy(() -> Definitions.read(folder))
                .hasMessage(latin + ":1:1: This is not a text in UTF-8. Save it as UTF-8");
        Files.delete(latin);
        var inside = folder.resolve("folder.yaml");
        Files.createDirectory(inside);
        assertThatThrownBy(() -> Definitions.read(folder))
                .hasMessage(inside + ":1:1: The file cannot be read. Check that you may open it");
    }

    @Test
    void texts_may_be_given_in_any_map() {
        assertThat(Definitions.of(new TreeMap<>()).all()).isEmpty();
    }
}
