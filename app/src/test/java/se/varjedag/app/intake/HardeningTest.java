package se.varjedag.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.intake.ImportRun.State;

/// Files made to break the reader: each is refused with a sentence, and leaves nothing behind.
class HardeningTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final int BOMB = 200 << 20;

    private static Installation installation;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("dora", "Dora Data", Role.REGISTER_OFFICE), PASSWORD);
        installation = Installation.serving(
                home,
                "--spring.servlet.multipart.max-file-size=1MB",
                "--spring.servlet.multipart.max-request-size=1MB");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    static Stream<Arguments> files() throws IOException {
        return Stream.of(
                Arguments.of(
                        "a packed CSV file of one row over and over",
                        packed("person,code,time\n", "p1,VC010,2023-03-01\n")),
                Arguments.of(
                        "a packed bulk file of one resource over and over",
                        packed("", "{\"resourceType\":\"Basic\",\"id\":\"a\"}\n")),
                Arguments.of(
                        "a packed bundle of nothing but spaces",
                        packed("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[", " ")),
                Arguments.of(
                        "JSON that opens brackets without end",
                        bytes(
                                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Basic\",\"a\":"
                                        + "[".repeat(100_000))),
                Arguments.of("JSON with a value larger than any resource", large()),
                Arguments.of("a bundle with broken UTF-8", broken()),
                Arguments.of(
                        "XML with an entity that names a file",
                        bytes(
                                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><Bundle>&b;</Bundle>")),
                Arguments.of("a zip file", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0}),
                Arguments.of(
                        "gzip that is cut off", Arrays.copyOf(packed("", "{\"resourceType\":\"Basic\"}\n"), 2000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_made_to_break_the_reader_is_refused_with_a_sentence_and_leaves_nothing(String what, byte[] file)
            throws IOException {
        var run = installation.readBytes("file.gz", false, file);

        assertThat(run.state()).describedAs(what).isEqualTo(State.FAILED);
        assertThat(run.swedish()).isNotEmpty().doesNotContain("fel i systemet").doesNotContain("root:");
        assertThat(installation.count("select count(*) from care_event")).isZero();
        try (var left = Files.walk(installation.home().folder().resolve("incoming"))) {
            assertThat(left.filter(Files::isRegularFile).map(Path::getFileName).map(String::valueOf))
                    .containsExactlyInAnyOrder("lock", "turn");
        }
    }

    @Test
    void an_upload_larger_than_the_limit_is_refused_and_leaves_nothing() throws Exception {
        var body = "--x\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a.csv\"\r\n\r\n"
                + "p".repeat(2 << 20) + "\r\n--x--\r\n";
        var runs = installation.count("select count(*) from import_run");
        try (var dora = new Visit(installation, "dora", PASSWORD)) {
            assertThat(dora.post("/data", "multipart/form-data; boundary=x", body)
                            .statusCode())
                    .isEqualTo(413);
        }
        assertThat(installation.count("select count(*) from import_run")).isEqualTo(runs);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(String start, String again) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(start));
            var block = bytes(again.repeat((1 << 20) / again.length()));
            for (int i = 0; i < BOMB / block.length; i++) {
                gzip.write(block);
            }
        }
        return out.toByteArray();
    }

    private static byte[] large() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(
                bytes(
                        "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Binary\",\"data\":[\"a\""));
        var block = bytes(",\"%s\"".formatted("b".repeat(1 << 16)));
        for (int i = 0; i < 700; i++) {
            out.write(block);
        }
        out.write(bytes("]}}]}"));
        return out.toByteArray();
    }

    private static byte[] broken() {
        var text = bytes(
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Basic\",\"id\":\"xx\"}}]}");
        text[text.length - 7] = (byte) 0xC3;
        text[text.length - 6] = (byte) 0x28;
        return text;
    }
}
