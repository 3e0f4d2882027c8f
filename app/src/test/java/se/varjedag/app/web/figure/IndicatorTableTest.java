package se.varjedag.app.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.IndicatorTable.Group;
import se.varjedag.app.web.figure.IndicatorTable.Tally;
import se.varjedag.pathway.definition.Language;

class IndicatorTableTest {
    private static final Texts WORDS = Texts.in(Language.SV);

    private static Group group(String key, int yes, int no, int unknown) {
        return new Group(key, yes + no + unknown, List.of(new Tally(yes, no, unknown)));
    }

    private static IndicatorTable table(OptionalDouble goal, Group... groups) {
        return IndicatorTable.of(List.of(groups), List.of(goal), key -> "Enhet " + key, WORDS);
    }

    @Test
    void a_share_is_of_those_whose_answer_is_known_and_the_unknown_stand_beside_it() {
        var table = table(OptionalDouble.of(0.7), group("a", 8, 2, 5));

        assertThat(table.rows()).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("Enhet a");
            assertThat(row.number()).isEqualTo("15");
            assertThat(row.cells().getFirst().share()).startsWith("80");
            assertThat(row.cells().getFirst().of()).isEqualTo("8 av 10, okänt för 5");
            assertThat(row.cells().getFirst().met()).isEqualTo("yes");
        });
    }

    @Test
    void nobody_answered_is_unknown_and_no_nought() {
        var table = table(OptionalDouble.of(0.7), group("a", 0, 0, 12));

        assertThat(table.all().cells().getFirst().share()).isEqualTo("okänt");
        assertThat(table.all().cells().getFirst().met()).isEmpty();
    }

    @Test
    void few_answers_are_hidden_though_the_group_is_large_and_so_is_what_they_follow_from() {
        var table = table(OptionalDouble.empty(), group("a", 2, 1, 20), group("b", 9, 3, 0), group("c", 20, 3, 0));

        assertThat(table.rows())
                .extracting(row -> row.cells().getFirst().share())
                .first()
                .isEqualTo("visas inte");
        assertThat(table.rows().get(1).cells().getFirst().of())
                .as("b would tell of a, since all of them are told")
                .isEmpty();
        assertThat(table.rows().get(2).cells().getFirst().of()).startsWith("20 av 23");
        assertThat(table.all().cells().getFirst().of()).startsWith("31 av 38");
    }

    @Test
    void groups_that_are_hidden_are_at_least_two_with_ten_patients_between_them() {
        assertThat(SmallGroups.shown(Map.of("a", 3, "b", 6, "c", 9))).isEmpty();
        assertThat(SmallGroups.shown(Map.of("a", 4, "b", 6, "c", 90))).containsExactly("c");
        assertThat(SmallGroups.shown(Map.of("a", 5, "b", 60))).containsExactlyInAnyOrder("a", "b");
    }
}
