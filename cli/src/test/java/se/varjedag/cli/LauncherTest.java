package se.varjedag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher for real: `bin/varjedag-cli` over the classes of this build, laid out as the package has them.
class LauncherTest {
    @TempDir
    Path folder;

    @Test
    void starts_from_any_place_and_passes_on_answer_and_status() throws Exception {
        var home = layOut();
        var events = Files.writeString(
                folder.resolve("my events.csv"), "person,code,time\na,VG910,2023-03-01\na,VG950,2023-03-21\n");

        var followed = launch(home, "follow", events.toString(), "--by", "svf", "--format", "csv");
        var refused = launch(home, "follow", "--bye");

        assertThat(followed).startsWith("0 svf,n,with_limit").contains("\nbrostcancer,1,1,1,1,20,");
        assertThat(refused).startsWith("2 ").contains("Did you mean --by?");
    }

    @Test
    void an_answer_that_finds_no_room_is_not_a_success() throws Exception {
        var home = layOut();
        var events = Files.writeString(folder.resolve("events.csv"), "person,code,time\na,VG910,2023-03-01\n");

        var words = "follow '%s' --format csv".formatted(events);
        var full = ran(List.of("sh", "-c", "sh '%s' %s >/dev/full".formatted(launcher(home), words)));

        assertThat(full).startsWith("1 ").contains("could not be written to its end");
    }

    private static Path launcher(Path home) {
        return home.resolve("bin/varjedag-cli");
    }

    private String launch(Path home, String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("sh", launcher(home).toString()));
        command.addAll(List.of(words));
        return ran(command);
    }

    private String ran(List<String> command) throws IOException, InterruptedException {
        var answer = folder.resolve("answer.txt").toFile();
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.redirectOutput(answer);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("VARJEDAG_NO_CACHE", "1");
        builder.environment().put("VARJEDAG_LANG", "en");
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + Files.readString(answer.toPath(), StandardCharsets.UTF_8);
    }

    /// A home folder whose only jar points at what this test runs on.
    private Path layOut() throws IOException {
        var home = Files.createDirectories(folder.resolve("a home"));
        Files.createDirectories(home.resolve("bin"));
        var lib = Files.createDirectories(home.resolve("target/lib"));
        Files.copy(Path.of("bin/varjedag-cli"), home.resolve("bin/varjedag-cli"));
        var manifest = new java.util.jar.Manifest();
        manifest.getMainAttributes().put(java.util.jar.Attributes.Name.MANIFEST_VERSION, "1.0");
        var urls = new StringBuilder();
        for (var part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!part.isEmpty()) {
                urls.append(Path.of(part).toUri()).append(' ');
            }
        }
        manifest.getMainAttributes().put(java.util.jar.Attributes.Name.CLASS_PATH, urls.toString());
        for (var jar : List.of(home.resolve("target/cli-test.jar"), lib.resolve("all.jar"))) {
            new java.util.jar.JarOutputStream(Files.newOutputStream(jar), manifest).close();
        }
        return home;
    }
}
