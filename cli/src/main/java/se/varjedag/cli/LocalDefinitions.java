package se.varjedag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.varjedag.nation.Nation;

/// The definitions that only the synthetic Sweden uses: local codes and assumed limits, as files for `--definitions`.
final class LocalDefinitions {
    private final Console console;

    LocalDefinitions(Console console) {
        this.console = console;
    }

    /// Writes each of them to the folder, which is made if it is not there.
    void writeTo(Path folder) {
        int written = 0;
        try {
            Files.createDirectories(folder);
            for (var definition : Nation.definitions().all()) {
                var name = definition.id() + ".yaml";
                try (var text = Nation.class.getResourceAsStream("definitions/" + name)) {
                    if (text != null) {
                        Files.write(folder.resolve(name), text.readAllBytes());
                        written++;
                    }
                }
            }
        } catch (IOException failure) {
            throw Outputs.cannotWrite(folder, failure);
        }
        console.say(
                "%d definitions were written to %s.".formatted(written, folder),
                "%d definitioner skrevs till %s.".formatted(written, folder));
    }
}
