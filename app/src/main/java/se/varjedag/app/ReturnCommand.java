package se.varjedag.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import se.varjedag.app.database.Home;
import se.varjedag.app.reporting.MadeReturn;
import se.varjedag.app.reporting.NationalReturns;
import se.varjedag.app.reporting.ReturnsByCommand;
import se.varjedag.app.timeline.Timeline;
import tools.jackson.databind.json.JsonMapper;

/// `return --month MONTH --region CODE [--known-at DATE] [--since NUMBER] [--out FILE] [--changes FILE]`: makes a
/// national return, or the same again, and writes its file. Asked of the server that runs on this home; without one,
/// opens the database itself.
final class ReturnCommand {
    private static final Set<String> OPTIONS =
            Set.of("--month", "--region", "--known-at", "--since", "--out", "--changes");

    private ReturnCommand() {}

    static int run(List<String> arguments) {
        var options = options(arguments);
        var asked = options == null ? null : asked(options);
        if (options == null || asked == null) {
            return Commands.wrongUsage(
                    Terminal.in(
                            "Skriv: return --month 2026-10 --region 12 [--known-at 2026-11-10] [--since NUMMER] [--out FIL] [--changes FIL]",
                            "Write: return --month 2026-10 --region 12 [--known-at 2026-11-10] [--since NUMBER] [--out FILE] [--changes FILE]"));
        }
        var server = RunningServer.on(Home.of(System.getenv()));
        var told = server.isPresent() ? ask(server.get(), asked) : here(asked);
        if (!told.reason().isEmpty()) {
            Terminal.complain(why(told.reason()));
            return Commands.NOTHING_USED;
        }
        return tell(told, options);
    }

    private static @Nullable Map<String, String> options(List<String> arguments) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i))
                    || i + 1 == arguments.size()
                    || options.put(arguments.get(i), arguments.get(i + 1)) != null) {
                return null;
            }
        }
        return options.containsKey("--month") && options.containsKey("--region") ? options : null;
    }

    private static NationalReturns.@Nullable Asked asked(Map<String, String> options) {
        try {
            return new NationalReturns.Asked(
                    options.getOrDefault("--region", ""),
                    YearMonth.parse(options.getOrDefault("--month", "")),
                    Optional.ofNullable(options.get("--known-at")).map(ReturnCommand::moment),
                    options.containsKey("--since")
                            ? OptionalLong.of(Long.parseLong(options.getOrDefault("--since", "")))
                            : OptionalLong.empty(),
                    System.getProperty("user.name", ""));
        } catch (DateTimeException | NumberFormatException _) {
            return null;
        }
    }

    /// A date means its end, as in `follow --known-at`.
    private static Instant moment(String text) {
        return text.contains("T")
                ? OffsetDateTime.parse(text.strip()).toInstant()
                : MadeReturn.endOf(LocalDate.parse(text.strip()));
    }

    private static ReturnsByCommand.Told ask(RunningServer server, NationalReturns.Asked asked) {
        var answer = server.post("/local/returns?region=%s&month=%s&known-at=%s&since=%d&by=%s"
                .formatted(
                        RunningServer.encoded(asked.region()),
                        asked.month(),
                        RunningServer.encoded(
                                asked.knownAt().map(Instant::toString).orElse("")),
                        asked.since().orElse(0),
                        RunningServer.encoded(asked.by())));
        return new JsonMapper().treeToValue(answer, ReturnsByCommand.Told.class);
    }

    private static ReturnsByCommand.Told here(NationalReturns.Asked asked) {
        try (var context = new SpringApplicationBuilder(VarjeDagApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties(Map.of("varjedag.command", "return"))
                .run()) {
            context.getBean(Timeline.class).refresh();
            return context.getBean(ReturnsByCommand.class).make(asked);
        }
    }

    private static int tell(ReturnsByCommand.Told told, Map<String, String> options) {
        if (!told.same()) {
            Terminal.complain(Terminal.in(
                    "Rapport %d går inte att göra om så som den var: uppgifter har gallrats eller tagits bort sedan dess, eller så är definitionerna andra."
                            .formatted(told.id()),
                    "Return %d cannot be made again as it was: data were disposed of or erased since, or the definitions are others."
                            .formatted(told.id())));
            return Commands.NOTHING_USED;
        }
        write(options.get("--out"), told.csv());
        if (options.containsKey("--changes") && !told.sameChanges()) {
            Terminal.complain(Terminal.in(
                    "Filen med skillnader till rapport %d går inte att göra om så som den var, och skrivs inte: uppgifter i månader som redan var rapporterade har gallrats eller tagits bort sedan dess."
                            .formatted(told.id()),
                    "The file of differences of return %d cannot be made again as it was, and is not written: data of months that had been reported already were disposed of or erased since."
                            .formatted(told.id())));
            return Commands.NOTHING_USED;
        }
        if (options.containsKey("--changes")) {
            write(options.get("--changes"), told.changes());
        }
        Terminal.complain(Terminal.in(
                "Rapport %d%s: %d rader, SHA-256 %s."
                        .formatted(told.id(), told.already() ? " (gjord förut)" : "", told.rows(), told.sha256()),
                "Return %d%s: %d rows, SHA-256 %s."
                        .formatted(told.id(), told.already() ? " (made before)" : "", told.rows(), told.sha256())));
        Terminal.complain(
                told.since() == 0
                        ? Terminal.in(
                                "Den första för regionen: ingen tidigare att jämföra med.",
                                "The first of the region: there is none before it to compare with.")
                        : Terminal.in(
                                "Sedan rapport %d: %d tillagda, %d ändrade, %d borttagna rader i månader som redan var rapporterade."
                                        .formatted(told.since(), told.added(), told.changed(), told.withdrawn()),
                                "Since return %d: %d rows added, %d changed, %d withdrawn in months that had been reported already."
                                        .formatted(told.since(), told.added(), told.changed(), told.withdrawn())));
        return Commands.DONE;
    }

    /// Dates of single patients: what is written can be read by its owner alone, also where a file was before.
    static void write(@Nullable String file, String text) {
        if (file == null) {
            Terminal.write(text);
            return;
        }
        try {
            var path = Path.of(file);
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                Files.writeString(path, text);
            } else {
                Home.writePrivately(path, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String why(String reason) {
        return switch (reason) {
            case "region" ->
                Terminal.in("Det finns ingen region med den länskoden.", "There is no region with that county code.");
            case "month" ->
                Terminal.in("Månaden är inte slut på uttagsdagen.", "The month is not over on the day of extraction.");
            case "future" ->
                Terminal.in("Uttagsdagen kan inte ligga framåt i tiden.", "The day of extraction cannot lie ahead.");
            case "since" ->
                Terminal.in(
                        "Den rapporten finns inte för regionen, eller är senare.",
                        "There is no such return of the region, or it is later.");
            case "crowded" ->
                Terminal.in(
                        "Många frågar efter andra dagar just nu. Försök igen om en halv minut.",
                        "Many ask for other days just now. Try again in half a minute.");
            default ->
                Terminal.in(
                        "Händelserna läses fortfarande in. Försök igen om en stund.",
                        "Events are still being read in. Try again in a while.");
        };
    }
}
