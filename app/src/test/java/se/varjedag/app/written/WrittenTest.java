package se.varjedag.app.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scan of what was written finds what is planted, and nothing where nothing is.
class WrittenTest {
    /// The forms in which tests give a patient a name.
    private static final Map<String, Pattern> NAMES = Map.of(
            "FHIR", Pattern.compile("\\\\?\"family\\\\?\"\\s*:\\s*\\\\?\"([^\"\\\\]+)"),
            "HL7", Pattern.compile("PID\\|[^\"\\n]*\\|(\\p{Lu}\\p{L}+)\\^\\p{L}+"),
            "a source that tells names", Pattern.compile("\"(\\p{Lu}[^\"]*)\",\\s*Protection\\."),
            "an account", Pattern.compile("\"(\\p{Lu}[^\"]*)\",\\s*new Assignment\\(\\s*Role\\.PATIENT"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO the row of 191212121212 was read",
                "WARN '19121212-1212' is not a date",
                "person=121212-1212",
                "GET /patienter?nummer=1212121212 200",
                "Patient Test Testsson opened",
                "password tolv tecken minst"
            })
    void a_planted_line_is_found_and_not_repeated(String line) {
        assertThat(Written.found("log", "first\n" + line + "\nlast", Set.of("tolv tecken minst")))
                .singleElement()
                .asString()
                .startsWith("log: ")
                .doesNotContain("1212121212", "121212-1212", "Testsson", "tolv tecken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T12:28:25.952Z  INFO 21945 --- [varjedag]",
                "varjedag_imports_total 1.763812345E9",
                "jvm_memory_max_bytes 1073741824",
                "person=191212121213",
                "event 0ea5c1c2-7d1b-4a6e-9d0f-191212121212"
            })
    void what_only_looks_like_a_number_is_left_alone(String line) {
        assertThat(Written.found("log", line, Set.of())).isEmpty();
    }

    @Test
    void of_a_report_what_programs_said_is_read_and_not_the_names_of_tests() throws IOException {
        var report = folder.resolve("target/surefire-reports/TEST-a.xml");
        Files.createDirectories(report.getParent());
        Files.writeString(report, """
                <testsuite><testcase name="191212121212 is a number"><failure>19121212-1212</failure></testcase>
                <system-out><![CDATA[a line
                of 191212121212 in it]]></system-out></testsuite>
                """);

        assertThat(Written.texts(folder)).containsExactly(report);
        assertThat(Written.found("TEST-a.xml", Written.text(report), Set.of())).hasSize(1);
    }

    @Test
    void the_patients_looked_for_are_those_of_the_tests() throws IOException {
        var sources = String.join("\n", sources());

        assertThat(Written.PATIENTS).allSatisfy(name -> assertThat(sources).contains(name));
        assertThat(NAMES).allSatisfy((form, name) -> {
            var found = name.matcher(sources)
                    .results()
                    .map(one -> one.group(1))
                    .distinct()
                    .toList();
            assertThat(found).as(form).isNotEmpty();
            assertThat(found)
                    .as(form + ": a name that nobody looks for in what was written")
                    .allSatisfy(one -> assertThat(Written.PATIENTS).anyMatch(one::contains));
        });
    }

    private static List<String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/test"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|json|hl7|ndjson)"))
                    .filter(file -> !file.toString().contains("/written/"))
                    .map(WrittenTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
