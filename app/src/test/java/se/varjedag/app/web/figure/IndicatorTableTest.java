package se.varjedag.app.web.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.IndicatorTable.Asked;
import se.varjedag.app.web.figure.IndicatorTable.Group;
import se.varjedag.app.web.figure.IndicatorTable.Tally;
import se.varjedag.pathway.definition.Language;

class IndicatorTableTest {
    private static final Texts WORDS = Texts.in(Language.SV);

    private static Group group(String key, int yes, int no, int unknown) {
        return new Group(key, yes + no + unknown, List.of(new Tally(yes, no, unknown)));
    }

    private static IndicatorTable table(OptionalDouble goal, Group... groups) {
        return IndicatorTable.of(List.of(groups), Asked.ALL, List.of(goal), key -> "Enhet " + key, WORDS);
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

        assertThat(Objects.requireNonNull(table.all()).cells().getFirst().share())
                .isEqualTo("okänt");
        assertThat(Objects.requireNonNull(table.all()).cells().getFirst().met()).isEmpty();
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
        assertThat(Objects.requireNonNull(table.all()).cells().getFirst().of()).startsWith("31 av 38");
    }

    private static List<String> names(IndicatorTable table) {
        return table.rows().stream().map(IndicatorTable.Row::name).toList();
    }

    @Test
    void what_is_hidden_follows_neither_from_the_larger_groups_nor_from_a_narrower_choice() {
        var chance = new Random(20261123);
        for (int time = 0; time < 2_000; time++) {
            var groups = new ArrayList<Group>();
            var sizes = new HashMap<String, Integer>();
            for (int region = 0; region < 5; region++) {
                for (int unit = chance.nextInt(5); unit >= 0; unit--) {
                    int yes = chance.nextInt(12);
                    groups.add(group(region + "." + unit, yes, 0, 0));
                    sizes.merge(String.valueOf(region), yes, Integer::sum);
                }
            }
            UnaryOperator<String> within = unit -> unit.substring(0, 1);
            var goals = List.of(OptionalDouble.empty());
            var country =
                    names(IndicatorTable.of(groups, new Asked(within, ""), goals, UnaryOperator.identity(), WORDS));
            var regions = SmallGroups.shown(sizes);
            for (var region : sizes.keySet()) {
                var here = IndicatorTable.of(groups, new Asked(within, region), goals, UnaryOperator.identity(), WORDS);
                assertThat(here.all()).isNull();
                assertThat(names(here))
                        .as("no choice shows more")
                        .isEqualTo(country.stream()
                                .filter(unit -> unit.startsWith(region + "."))
                                .toList());
                var hidden = groups.stream()
                        .filter(one -> one.key().startsWith(region + ".") && one.number() > 0)
                        .map(Group::key)
                        .filter(unit -> !country.contains(unit))
                        .toList();
                assertThat(hidden)
                        .as("of a region that is told of none or several are hidden, of one that is hidden all")
                        .satisfies(all -> assertThat(
                                        regions.contains(region)
                                                ? all.size() != 1
                                                : names(here).isEmpty())
                                .isTrue());
            }
        }
    }

    @Test
    void periods_share_no_day_and_the_current_year_grows_by_quarters() {
        var today = LocalDate.of(2026, 11, 23);

        assertThat(IndicatorChoice.span(2025, today))
                .isEqualTo(new Span(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
        assertThat(IndicatorChoice.span(2026, today))
                .isEqualTo(new Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 9, 30)));
        assertThat(IndicatorChoice.offered(today)).startsWith(2026, 2025).hasSize(10);
        assertThat(IndicatorChoice.offered(LocalDate.of(2026, 3, 31)))
                .as("no quarter of it is over")
                .startsWith(2025, 2024);
        assertThat(IndicatorChoice.offered(LocalDate.of(2026, 4, 1))).startsWith(2026);
    }

    @Test
    void groups_that_are_hidden_are_at_least_two_with_ten_patients_between_them() {
        assertThat(SmallGroups.shown(Map.of("a", 3, "b", 6, "c", 9))).isEmpty();
        assertThat(SmallGroups.shown(Map.of("a", 4, "b", 6, "c", 90))).containsExactly("c");
        assertThat(SmallGroups.shown(Map.of("a", 5, "b", 60))).containsExactlyInAnyOrder("a", "b");
    }
}
