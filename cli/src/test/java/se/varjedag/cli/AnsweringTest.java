package se.varjedag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnsweringTest {
    private static Optional<String> failure(String message) {
        var answering = new Answering(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(message);
            }
        });
        var out = new PrintStream(answering, true, StandardCharsets.UTF_8);
        out.println("svf,n");
        return answering.failure();
    }

    @Test
    void a_full_disk_is_remembered() {
        assertThat(failure("No space left on device")).hasValue("No space left on device");
    }

    @Test
    void a_reader_who_has_had_enough_is_no_failure() {
        assertThat(failure("Broken pipe")).isEmpty();
    }

    @Test
    void what_is_written_arrives() throws IOException {
        var arrived = new ByteArrayOutputStream();
        try (var answering = new Answering(arrived)) {
            answering.write('a');
            answering.write("bc".getBytes(StandardCharsets.UTF_8));
            assertThat(answering.failure()).isEmpty();
        }
        assertThat(arrived).hasToString("abc");
    }
}
