package se.varjedag.app;

import java.nio.file.InvalidPathException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.database.CannotStart;

/// The words after `./varjedag` that need the system: `demo`, `serve`, `import`, `backup`, `restore`, `keys`, `units`,
/// `log`, `return`.
final class Commands {
    static final int DONE = 0;
    static final int NOTHING_USED = 1;
    static final int WRONG_USAGE = 2;

    private Commands() {}

    static int run(String[] arguments) {
        var word = arguments.length == 0 ? "" : arguments[0];
        var rest = Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        try {
            var usage = Usage.of(word);
            if (usage != null && (rest.contains("--help") || rest.contains("-h"))) {
                Terminal.say(usage);
                return DONE;
            }
            return switch (word) {
                case "demo" -> Server.run(true, rest);
                case "serve" -> rest.contains("--new-account") ? NewAccount.run(rest) : Server.run(false, rest);
                case "import" -> ImportCommand.run(rest);
                case "backup" -> BackupCommand.backup(rest);
                case "keys" -> KeysCommand.run(rest);
                case "units" -> UnitsCommand.run(rest);
                case "restore" -> BackupCommand.restore(rest);
                case "log" -> LogCommand.run(rest);
                case "return" -> ReturnCommand.run(rest);
                default ->
                    wrongUsage(
                            "Say what to do: demo, serve, import FILE…, backup FOLDER, restore FOLDER, units FILE, keys, log verify or return.");
            };
        } catch (InvalidPathException e) {
            return wrongUsage(Terminal.in(
                    "'%s' kan inte vara namnet på en fil här: %s.".formatted(e.getInput(), e.getReason()),
                    "'%s' cannot be the name of a file here: %s.".formatted(e.getInput(), e.getReason())));
        } catch (RuntimeException e) {
            var why = cannotStart(e);
            if (why == null) {
                throw e;
            }
            Terminal.complain(why.sentence());
            return NOTHING_USED;
        }
    }

    static int wrongUsage(String sentence) {
        Terminal.complain(sentence);
        return WRONG_USAGE;
    }

    private static @Nullable CannotStart cannotStart(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart why) {
                return why;
            }
        }
        return null;
    }
}
