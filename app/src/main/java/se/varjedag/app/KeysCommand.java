package se.varjedag.app;

import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.varjedag.app.database.Home;
import se.varjedag.app.identity.KeyRotation;

/// `keys` and `keys rotate`: which key numbers and names are encrypted with, and a new one for all of them. Handed to
/// the server that runs on this home; without one, opens the database itself.
final class KeysCommand {
    private static final int ASK_EVERY_MS = 200;
    private static final String ADDRESS = "/local/keys/rotation";

    private KeysCommand() {}

    static int run(List<String> arguments) {
        boolean rotate = arguments.equals(List.of("rotate"));
        if (!rotate && !arguments.isEmpty()) {
            return Commands.wrongUsage(Terminal.in("Skriv: keys eller keys rotate.", "Write: keys, or keys rotate."));
        }
        var server = RunningServer.on(Home.of(System.getenv()));
        tell(server.isPresent() ? ask(server.get(), rotate) : here(rotate));
        return Commands.DONE;
    }

    private static KeyRotation.Progress ask(RunningServer server, boolean rotate) {
        var how = rotate ? server.post(ADDRESS) : server.get(ADDRESS);
        while (rotate && how.path("left").asLong() > 0) {
            try {
                Thread.sleep(ASK_EVERY_MS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
            how = server.get(ADDRESS);
        }
        return new KeyRotation.Progress(
                how.path("newest").asString(),
                how.path("left").asLong(),
                how.path("persons").asLong());
    }

    private static KeyRotation.Progress here(boolean rotate) {
        try (var context = new SpringApplicationBuilder(VarjeDagApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(Map.of("varjedag.command", "keys"))
                .run()) {
            var rotation = context.getBean(KeyRotation.class);
            if (!rotate) {
                return rotation.progress();
            }
            rotation.newKey();
            return rotation.run();
        }
    }

    private static void tell(KeyRotation.Progress progress) {
        if (progress.newest().isEmpty()) {
            Terminal.say(Terminal.in(
                    "Inget har krypterats än: nyckeln görs när det första numret tas emot.",
                    "Nothing has been encrypted yet: the key is made when the first number is received."));
            return;
        }
        long done = progress.persons() - progress.left();
        Terminal.say(Terminal.in(
                "Nyckel %s krypterar. %d av %d personers nummer och namn är krypterade med den."
                        .formatted(progress.newest(), done, progress.persons()),
                "Key %s encrypts. The numbers and names of %d of %d persons are encrypted with it."
                        .formatted(progress.newest(), done, progress.persons())));
    }
}
