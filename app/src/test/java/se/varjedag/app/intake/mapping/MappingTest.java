package se.varjedag.app.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.pathway.definition.Definitions;

class MappingTest {
    private static final String ROW = """
            mapping: own
            systems: {x: urn:x}
            rows:
              - in: Procedure
                code: x|A
                means: first-visit
                pathway: lungcancer
                date: performedDateTime
            """;

    private static CodeMapping read(String text) {
        return MappingReader.read(Map.of("own.yaml", text), Definitions.shipped());
    }

    @Test
    void the_shipped_mappings_hold_no_mistake() throws IOException {
        assertThat(MappingReader.read(MappingInUse.shipped(), Definitions.shipped())
                        .rows())
                .isPositive();
    }

    @Test
    void a_row_gives_the_code_of_its_pathway() {
        var mapping = read(ROW);
        var codes = List.of(new Coding("urn:x", "A"));

        assertThat(mapping.fitting("Procedure", codes, List.of())).containsExactly(0);
        assertThat(mapping.event(mapping.row(0), codes, Set.of())).contains(new CodeMapping.Event("VC025", ""));
        assertThat(mapping.fitting("Observation", codes, List.of())).isEmpty();
        assertThat(mapping.fitting("Procedure", List.of(new Coding("urn:y", "A")), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "pathway: lungcancer; pathway: lungcancr; no pathway 'lungcancr'",
                "means: first-visit; means: firstvisit; no measuring point",
                "pathway: lungcancer; pathway: myelom; codes of 'myelom' are not known",
                "code: x|A; code: y|A; is no code",
                "code: x|A; cod: x|A; 'cod' is not understood",
                "date: performedDateTime; words: a; what gives the day",
                "mapping: own; systems2: {}; name is missing"
            })
    void a_mistake_is_told_with_its_file_and_line(String right, String wrong, String said) {
        assertThatThrownBy(() -> read(ROW.replace(right.strip(), wrong.strip())))
                .isInstanceOf(InvalidMapping.class)
                .hasMessageContaining("own.yaml")
                .hasMessageContaining(said.strip());
    }

    @Test
    void the_same_code_in_two_rows_is_told_with_both_places() {
        var twice = ROW + ROW.substring(ROW.indexOf("  - in")).replace("first-visit", "mdt");

        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(InvalidMapping.class)
                .hasMessageContaining("own.yaml:9")
                .hasMessageContaining("own.yaml:4");
    }

    @Test
    void a_file_of_the_same_name_takes_the_place_of_the_one_before() {
        var texts = new java.util.LinkedHashMap<String, String>();
        texts.put("shipped.yaml", ROW);
        texts.put("mappings/mine.yaml", ROW.replace("first-visit", "mdt"));
        var mapping = MappingReader.read(texts, Definitions.shipped());

        assertThat(mapping.rows()).isEqualTo(1);
        assertThat(mapping.event(mapping.row(0), List.of(), Set.of())).contains(new CodeMapping.Event("VC035", ""));
    }

    @Test
    void a_treatment_takes_the_pathway_of_its_reason_and_of_two_reasons_none() throws IOException {
        var mapping = MappingReader.read(MappingInUse.shipped(), Definitions.shipped());
        var codes = List.of(new Coding("http://www.whocc.no/atc", "L01XA01"));
        var row = mapping.row(
                mapping.fitting("MedicationAdministration", codes, List.of()).getFirst());

        assertThat(mapping.event(row, codes, Set.of("lungcancer"))).contains(new CodeMapping.Event("VC052", ""));
        assertThat(mapping.event(row, codes, Set.of("lungcancer", "brostcancer")))
                .isEmpty();
        assertThat(mapping.event(row, codes, Set.of())).isEmpty();
        assertThat(mapping.pathways(List.of(new Coding("urn:oid:1.2.752.116.1.1.1.1.3", "C341"))))
                .containsExactly("lungcancer");
    }
}
