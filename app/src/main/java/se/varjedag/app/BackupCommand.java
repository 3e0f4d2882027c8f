package se.varjedag.app;

import ch.qos.logback.classic.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.varjedag.app.database.Backup;
import se.varjedag.app.database.Home;
import se.varjedag.app.database.OpenDatabase;
import se.varjedag.app.database.Restore;

/// `backup FOLDER [--without-key]` and `restore FOLDER [--replace]`, both also while the system runs.
final class BackupCommand {
    private static final String WITHOUT_KEY = "--without-key";
    private static final String REPLACE = "--replace";

    private BackupCommand() {}

    static int backup(List<String> arguments) {
        var folder = folder(arguments, WITHOUT_KEY);
        if (folder == null) {
            return Commands.wrongUsage(
                    "Write: backup FOLDER, and --without-key to leave out the keys of pseudonyms and numbers.");
        }
        var home = Home.of(System.getenv());
        var withKey = !arguments.contains(WITHOUT_KEY);
        try (var database = OpenDatabase.of(home, System.getenv())) {
            var events = Backup.write(database, home, folder, withKey);
            Terminal.say(Terminal.in(
                    "%d %s finns nu i %s.".formatted(events, events == 1 ? "händelse" : "händelser", folder),
                    "%d %s now in %s.".formatted(events, events == 1 ? "event is" : "events are", folder)));
            Terminal.say(
                    withKey
                            ? Terminal.in(
                                    "Nycklarna till pseudonymer och nummer ligger i samma mapp: förvara den som du förvarar patientuppgifter.",
                                    "The keys of pseudonyms and numbers are in the same folder: keep it as you keep patient records.")
                            : Terminal.in(
                                    "Nycklarna till pseudonymer och nummer är inte med. Spara %s och %s för sig; utan dem går säkerhetskopian inte att använda fullt ut."
                                            .formatted(home.pseudonymKeyFile(), home.identityKeys()),
                                    "The keys of pseudonyms and numbers are not in it. Keep %s and %s apart; without them the backup cannot be used in full."
                                            .formatted(home.pseudonymKeyFile(), home.identityKeys())));
        }
        return Commands.DONE;
    }

    static int restore(List<String> arguments) {
        var folder = folder(arguments, REPLACE);
        if (folder == null || !Files.isDirectory(folder)) {
            return Commands.wrongUsage(
                    "Write: restore FOLDER, where FOLDER is a backup, and --replace to put it in the place of what is there.");
        }
        quiet();
        var home = Home.of(System.getenv());
        try (var database = OpenDatabase.of(home, System.getenv())) {
            var events = Restore.read(database, home, folder, arguments.contains(REPLACE));
            Terminal.say(Terminal.in(
                    "%d %s.".formatted(events, events == 1 ? "händelse är återställd" : "händelser är återställda"),
                    "%d %s restored.".formatted(events, events == 1 ? "event was" : "events were")));
        }
        return Commands.DONE;
    }

    private static void quiet() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private static @org.jspecify.annotations.Nullable Path folder(List<String> arguments, String option) {
        var rest =
                arguments.stream().filter(argument -> !argument.equals(option)).toList();
        return rest.size() == 1 && !rest.getFirst().startsWith("--")
                ? Path.of(rest.getFirst()).toAbsolutePath().normalize()
                : null;
    }
}
