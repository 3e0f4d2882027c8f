package se.varjedag.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.varjedag.app.database.Home;
import se.varjedag.app.reference.UnitDeliveries;
import se.varjedag.app.reference.UnitDeliveries.Refused;
import tools.jackson.databind.json.JsonMapper;

/// `units FILE`: hands a file of units and caregivers to the server that runs on this home; without one, opens the
/// database itself.
final class UnitsCommand {
    private static final int FIRST_REJECTS = 10;

    private UnitsCommand() {}

    private record Told(long units, long changed, long rejected, List<Refused> rejects) {}

    static int run(List<String> arguments) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("--")) {
            return Commands.wrongUsage(Terminal.in(
                    "Ange en fil: ./varjedag units enheter.csv", "Name a file: ./varjedag units units.csv"));
        }
        var file = Path.of(arguments.getFirst());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            return Commands.wrongUsage(Terminal.in(
                    "%s finns inte eller går inte att läsa.".formatted(file),
                    "%s is not there or cannot be read.".formatted(file)));
        }
        var by = System.getProperty("user.name", "");
        var server = RunningServer.on(Home.of(System.getenv()));
        var told = server.isPresent() ? send(server.get(), file, by) : here(file, by);
        tell(file, told);
        return told.units() == 0 ? Commands.NOTHING_USED : Commands.DONE;
    }

    private static Told send(RunningServer server, Path file, String by) {
        var answer = server.post(
                "/local/units?name=%s&by=%s"
                        .formatted(RunningServer.encoded(ImportCommand.name(file)), RunningServer.encoded(by)),
                file);
        var json = new JsonMapper();
        var rejects = new ArrayList<Refused>();
        answer.path("rejects").forEach(row -> rejects.add(json.treeToValue(row, Refused.class)));
        return new Told(
                answer.path("units").asLong(),
                answer.path("changed").asLong(),
                answer.path("rejected").asLong(),
                rejects);
    }

    private static Told here(Path file, String by) {
        try (var context = new SpringApplicationBuilder(VarjeDagApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(Map.of("varjedag.command", "units"))
                .run()) {
            var deliveries = context.getBean(UnitDeliveries.class);
            var delivery = deliveries.bring(
                    ImportCommand.name(file),
                    Files.readAllBytes(file),
                    by,
                    Clock.systemUTC().instant());
            return new Told(
                    delivery.units(),
                    delivery.changed(),
                    delivery.rejected(),
                    deliveries.refused(delivery.id()).stream()
                            .limit(FIRST_REJECTS)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void tell(Path file, Told told) {
        Terminal.say(Terminal.in(
                "%s: %d enheter, nya uppgifter om %d; %d rader avvisade."
                        .formatted(file.getFileName(), told.units(), told.changed(), told.rejected()),
                "%s: %d units, something new of %d; %d rows rejected."
                        .formatted(file.getFileName(), told.units(), told.changed(), told.rejected())));
        for (var row : told.rejects()) {
            Terminal.complain(Terminal.in(
                    "  rad %d, %s '%s': %s".formatted(row.line(), row.column(), row.value(), row.swedish()),
                    "  line %d, %s '%s': %s".formatted(row.line(), row.column(), row.value(), row.english())));
        }
    }
}
