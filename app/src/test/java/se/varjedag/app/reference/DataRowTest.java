package se.varjedag.app.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataRowTest {
    private static final DataRow ROW = DataRow.of("ours.yaml", """
            name: one
            days: 7
            share: 0.5
            yes: true
            inner: { name: two }
            all:
              - { name: three }
              - four
            codes: [1, 2]
            mixed: [1, b]
            """);

    @Test
    void what_is_written_is_read() {
        assertThat(ROW.text("name")).isEqualTo("one");
        assertThat(ROW.perhaps("days")).isEmpty();
        assertThat(ROW.number("days")).isEqualTo(7);
        assertThat(ROW.decimal("share")).hasValue(0.5);
        assertThat(ROW.decimal("name")).isEmpty();
        assertThat(ROW.is("yes")).isTrue();
        assertThat(ROW.is("name")).isFalse();
        assertThat(ROW.row("inner").text("name")).isEqualTo("two");
        assertThat(ROW.numbers("codes")).containsExactly(1, 2);
        assertThat(ROW.texts("mixed")).containsExactly("1", "b");
        assertThat(ROW.rows("nothing")).isEmpty();
    }

    static Stream<Consumer<DataRow>> mistakes() {
        return Stream.of(
                row -> row.text("days"),
                row -> row.text("nothing"),
                row -> row.number("name"),
                row -> row.row("name"),
                row -> row.rows("all"),
                row -> row.numbers("mixed"),
                _ -> DataRow.of("ours.yaml", "just words"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void the_file_at_fault_is_named(Consumer<DataRow> asked) {
        assertThatThrownBy(() -> asked.accept(ROW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ours.yaml ");
    }

    @Test
    void a_file_that_is_not_shipped_is_named() {
        assertThatThrownBy(() -> DataRow.shipped(DataRow.class, "nothing.yaml")).hasMessageContaining("nothing.yaml");
    }
}
