package se.varjedag.app.written;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.varjedag.app.database.Home;
import se.varjedag.eventlog.IdentityNumber;

/// Looks for what may never be written: identity numbers, names of patients in the tests, secrets of the tests.
public final class Written {
    /// Where installations of tests leave their metrics, their secrets and the words of programs of their own.
    public static final Path FOLDER = Path.of("target", "written");

    private static final String SECRETS = "secrets";
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 31);
    private static final int LONG_ENOUGH = 8;
    private static final AtomicInteger FILES = new AtomicInteger();

    /// Digits that stand by themselves, as a number is written, with or without its century and its sign.
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.:/-])(\\d{2})?\\d{6}[-+]?\\d{4}(?![\\w.:/-])");

    /// What a test wrote, in a report of Surefire or Failsafe.
    private static final Pattern SAID =
            Pattern.compile("<system-(out|err)><!\\[CDATA\\[(.*?)]]></system-\\1>", Pattern.DOTALL);

    /// Patients who have a name in the tests; a test holds the list to their sources.
    static final Set<String> PATIENTS =
            Set.of("Testsson", "Provsson", "Åkesson", "Hemlig", "Per Patient", "Pat Patient", "Anna Andersson");

    private Written() {}

    /// Leaves the metrics of an installation, and what is secret in it, where the check finds them.
    public static void leave(String metrics, Home home, String databasePassword) {
        try {
            Files.createDirectories(FOLDER);
            var number = ProcessHandle.current().pid() + "-" + FILES.incrementAndGet();
            Files.writeString(FOLDER.resolve("metrics-" + number + ".txt"), metrics);
            var secrets = new ArrayList<>(List.of(databasePassword));
            for (var name : List.of("server.token", "pseudonym.key")) {
                var file = home.folder().resolve(name);
                if (Files.isRegularFile(file)) {
                    secrets.add(Files.readString(file).strip());
                }
            }
            Files.write(FOLDER.resolve(SECRETS + "-" + number), secrets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where a program that a test starts writes what it says.
    public static Path program(String name) {
        try {
            return Files.createDirectories(FOLDER).resolve(name + ".txt");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is in a text that may not be: where it was found and of what kind, never the thing itself.
    static List<String> found(String where, String text, Set<String> secrets) {
        var found = new ArrayList<String>();
        text.lines().forEach(line -> {
            var numbers = NUMBER.matcher(line);
            while (numbers.find()) {
                if (IdentityNumber.of(numbers.group(), TODAY).isPresent()) {
                    found.add(where + ": an identity number in " + masked(line));
                }
            }
            PATIENTS.stream()
                    .filter(line::contains)
                    .forEach(name -> found.add(where + ": a patient's name in " + masked(line.replace(name, "…"))));
            secrets.stream()
                    .filter(line::contains)
                    .forEach(secret -> found.add(where + ": a secret in " + masked(line.replace(secret, "…"))));
        });
        return found;
    }

    private static String masked(String line) {
        var shown = line.replaceAll("\\d", "#");
        return shown.substring(0, Math.min(200, shown.length()));
    }

    /// What programs said in a report. The names of tests and the words of their failures are left out: tests of
    /// numbers are named after numbers, and are for those who read the report.
    static String said(String report) {
        var said = new StringBuilder();
        var parts = SAID.matcher(report);
        while (parts.find()) {
            said.append(parts.group(2)).append('\n');
        }
        return said.toString();
    }

    /// The secrets that the installations of this run had, and the password that the accounts of the tests have.
    static Set<String> secrets(Path folder) throws IOException {
        var secrets = new LinkedHashSet<String>();
        secrets.add("tolv tecken minst");
        for (var file : files(folder)) {
            if (name(file).startsWith(SECRETS)) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.length() >= LONG_ENOUGH)
                        .forEach(secrets::add);
            }
        }
        return secrets;
    }

    /// All that was written in the folders of reports and by installations, each with what it says.
    static List<Path> texts(Path module) throws IOException {
        var texts = new ArrayList<Path>();
        for (var folder : List.of("surefire-reports", "failsafe-reports", "written")) {
            files(module.resolve("target").resolve(folder)).stream()
                    .filter(file -> !name(file).startsWith(SECRETS))
                    .filter(file -> !folder.endsWith("reports")
                            || name(file).startsWith("TEST-")
                            || name(file).endsWith(".dumpstream")
                            || name(file).endsWith("-output.txt"))
                    .forEach(texts::add);
        }
        return texts;
    }

    /// What a file of these says.
    static String text(Path file) throws IOException {
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return name(file).startsWith("TEST-") ? said(text) : text;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
