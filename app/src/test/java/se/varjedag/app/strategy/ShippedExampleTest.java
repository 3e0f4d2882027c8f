package se.varjedag.app.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.app.strategy.ShippedExample.Item;

/// The example beside the list of what stands in the plans it tells of, row by row.
class ShippedExampleTest {
    private static final Path EXPECTED = Path.of("src/test/resources/se/varjedag/app/strategy/rows-of-the-plans.txt");

    private static List<String> expected() throws IOException {
        return Files.readAllLines(EXPECTED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void every_row_and_every_point_of_the_plans_is_in_the_example_once() throws IOException {
        var told = ShippedExample.items().stream()
                .map(Item::source)
                .filter(source -> source.startsWith("seed"))
                .toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(expected());
    }

    @Test
    void what_is_in_the_example_says_something_but_where_the_plan_has_an_empty_point() {
        assertThat(ShippedExample.items())
                .filteredOn(item -> item.words().isBlank())
                .extracting(Item::source)
                .containsExactly("seed 003, row 2, bullet 5");
    }

    @Test
    void a_plan_has_six_promises_and_eleven_areas() {
        assertThat(ShippedExample.items())
                .filteredOn(item -> item.source().contains("promise"))
                .hasSize(6);
        assertThat(ShippedExample.items())
                .filteredOn(item -> item.source().startsWith("seed 001, area"))
                .hasSize(11);
    }
}
