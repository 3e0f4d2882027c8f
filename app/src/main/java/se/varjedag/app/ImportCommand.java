package se.varjedag.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.varjedag.app.database.Home;
import se.varjedag.app.intake.ImportRun;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.intake.RejectedRow;

/// `import FILE…`: hands the files to the server that runs on this home; without one, opens the database itself.
final class ImportCommand {
    private static final int FIRST_REJECTS = 10;

    private ImportCommand() {}

    static int run(List<String> arguments) {
        var complete = arguments.contains("--complete");
        var source = arguments.stream()
                .filter(argument -> argument.startsWith("--source="))
                .map(argument -> argument.substring("--source=".length()).strip())
                .reduce("", (_, last) -> last);
        var files = new ArrayList<Path>();
        for (var argument : arguments) {
            if (argument.startsWith("--source=")) {
                continue;
            }
            if (argument.startsWith("--") && !argument.equals("--complete")) {
                return Commands.wrongUsage(
                        "import has no option '%s'; it has --complete and --source=NAME.".formatted(argument));
            }
            if (!argument.startsWith("--")) {
                files.add(Path.of(argument));
            }
        }
        if (files.isEmpty()) {
            return Commands.wrongUsage(Terminal.in(
                    "Ange en eller flera filer: ./varjedag import händelser.csv",
                    "Name one or more files: ./varjedag import events.csv"));
        }
        for (var file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                return Commands.wrongUsage(Terminal.in(
                        "%s finns inte eller går inte att läsa.".formatted(file),
                        "%s is not there or cannot be read.".formatted(file)));
            }
        }
        var home = Home.of(System.getenv());
        var server = RunningServer.on(home);
        return server.isPresent() ? send(server.get(), files, complete, source) : readHere(files, complete, source);
    }

    private static int send(RunningServer server, List<Path> files, boolean complete, String source) {
        var status = Commands.DONE;
        for (var file : files) {
            var result = server.read(file, complete, source, user());
            tell(file, result.done(), result.sentence(), result.rejects());
            status = result.done() ? status : Commands.NOTHING_USED;
        }
        return status;
    }

    private static int readHere(List<Path> files, boolean complete, String source) {
        try (var context = new SpringApplicationBuilder(VarjeDagApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(Map.of("varjedag.command", "import"))
                .run()) {
            var imports = context.getBean(Imports.class);
            var status = Commands.DONE;
            for (var file : files) {
                var run = read(imports, file, complete, source);
                var done = run.state() == ImportRun.State.DONE;
                var rejects = imports.rejects(run.id(), 1).rows().stream()
                        .limit(FIRST_REJECTS)
                        .map(ImportCommand::line)
                        .toList();
                tell(file, done, Terminal.in(run.swedish(), run.english()), rejects);
                status = done ? status : Commands.NOTHING_USED;
            }
            return status;
        }
    }

    private static ImportRun read(Imports imports, Path file, boolean complete, String source) {
        try (var content = Files.newInputStream(file)) {
            return imports.readNow(content, name(file), new Imports.Options(user(), complete, source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(Path file, boolean done, String sentence, List<String> rejects) {
        var line = file.getFileName() + ": " + sentence;
        if (done) {
            Terminal.say(line);
        } else {
            Terminal.complain(line);
        }
        rejects.forEach(reject -> Terminal.complain("  " + reject));
    }

    static String line(RejectedRow row) {
        return Terminal.in(
                "rad %d, %s '%s': %s".formatted(row.line(), row.column(), row.value(), row.swedish()),
                "line %d, %s '%s': %s".formatted(row.line(), row.column(), row.value(), row.english()));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String user() {
        return System.getProperty("user.name", "");
    }
}
