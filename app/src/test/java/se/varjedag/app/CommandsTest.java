package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve", "import", "backup", "restore", "keys", "units"})
    void every_command_explains_itself(String word) {
        assertThat(Usage.of(word)).contains("Usage: varjedag " + word, "Exit status");
        assertThat(Commands.run(new String[] {word, "--help"})).isEqualTo(Commands.DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "dance,--help",
        "demo,now",
        "import,--complet",
        "import,nowhere.csv",
        "backup,--all",
        "restore,nowhere",
        "keys,forget",
        "units,nowhere.csv"
    })
    void what_cannot_be_understood_is_wrong_usage(String word, String argument) {
        assertThat(Commands.run(new String[] {word, argument})).isEqualTo(Commands.WRONG_USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "backup", "restore"})
    void a_name_that_no_file_can_have_is_wrong_usage(String word) {
        assertThat(Commands.run(new String[] {word, "a\0b"})).isEqualTo(Commands.WRONG_USAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"banan", "g", "100", "200m", "4 g", "-1g", "99999999999999999999g"})
    void a_memory_of_no_size_is_told_in_a_sentence_before_anything_is_built(String memory) throws Exception {
        var door = new ProcessBuilder("sh", "../varjedag", "serve").redirectErrorStream(true);
        door.environment().put("VARJEDAG_MEMORY", memory);
        var process = door.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(Commands.WRONG_USAGE);
        assertThat(said)
                .contains("VARJEDAG_MEMORY is '" + memory + "'", "such as 4g")
                .hasLineCount(1);
    }

    @Test
    void a_password_may_come_from_another_program() {
        var before = System.in;
        System.setIn(new ByteArrayInputStream("short\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(Commands.run(new String[] {"serve", "--new-account", "anna", "--role", "analyst"}))
                    .isEqualTo(Commands.WRONG_USAGE);
        } finally {
            System.setIn(before);
        }
    }
}
