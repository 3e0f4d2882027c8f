package se.varjedag.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import se.varjedag.eventlog.Sentence;
import se.varjedag.eventlog.discover.UnusableLog;
import se.varjedag.pathway.definition.Language;

/// The door to the commands that need no server: understands what was asked, and turns every failure into a sentence
/// and an exit status: 0 done, 1 nothing could be used, 2 wrong usage.
@Command(
        name = "varjedag",
        mixinStandardHelpOptions = true,
        version = "Varje dag 0.1.0",
        header = "Every day counts in cancer care, so this counts every day.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "The system: demo, serve, import FILE…, backup DIR, restore DIR; verify runs every test.",
            "",
            "Examples:",
            "  varjedag follow events.csv --by svf,region",
            "  varjedag discover log.xes --show dfg",
            "  varjedag simulate --years 2023..2024 --scale 0.1 --seed 7 --out events.csv",
            "",
            "varjedag COMMAND --help tells more. VARJEDAG_LANG=sv speaks Swedish."
        })
final class VarjeDag implements Runnable {
    static final int DONE = 0;
    static final int NOTHING_USABLE = 1;
    static final int WRONG_USAGE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Console console;

    VarjeDag(Console console) {
        this.console = console;
    }

    public static void main(String[] arguments) {
        var answering = new Answering(new FileOutputStream(FileDescriptor.out));
        var out = stream(answering, 1 << 16);
        var console = Console.ofProcess(out, stream(new FileOutputStream(FileDescriptor.err), 1));
        int status = run(console, arguments);
        out.flush();
        if (answering.failure().isPresent()) {
            var why = answering.failure().get();
            console.say(
                    "The answer could not be written to its end (%s): what is there is not whole.".formatted(why),
                    "Svaret gick inte att skriva till slut (%s): det som finns är inte helt.".formatted(why));
            status = status == DONE ? NOTHING_USABLE : status;
        }
        console.err().flush();
        System.exit(status);
    }

    private static PrintStream stream(OutputStream target, int buffer) {
        return new PrintStream(new BufferedOutputStream(target, buffer), buffer == 1, StandardCharsets.UTF_8);
    }

    /// Runs one command and gives its exit status.
    static int run(Console console, String... arguments) {
        var line = new CommandLine(new VarjeDag(console))
                .addSubcommand(new Follow(console))
                .addSubcommand(new Discover(console))
                .addSubcommand(new Simulate(console))
                .setUsageHelpWidth(100)
                .setUsageHelpAutoWidth(false)
                .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setAbbreviatedSubcommandsAllowed(false)
                .setParameterExceptionHandler((problem, _) -> Misunderstanding.explain(problem, console))
                .setExecutionExceptionHandler((problem, _, _) -> failed(problem, console));
        if (console.language() == Language.SV) {
            line.setResourceBundle(ResourceBundle.getBundle("se.varjedag.cli.Help", Locale.of("sv")));
        }
        return line.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(console.out());
        throw new WrongUsage(
                "Say what to do: follow, discover or simulate.",
                "Säg vad som ska göras: follow, discover eller simulate.");
    }

    private static int failed(Exception problem, Console console) throws Exception {
        return switch (problem) {
            case WrongUsage wrong -> told(wrong.sentence(), WRONG_USAGE, console);
            case NothingUsable nothing -> told(nothing.sentence(), NOTHING_USABLE, console);
            case UnusableLog log -> told(log.sentence(), NOTHING_USABLE, console);
            case InvalidPathException name ->
                told(
                        new Sentence(
                                "'%s' cannot be the name of a file here: %s."
                                        .formatted(name.getInput(), name.getReason()),
                                "'%s' kan inte vara namnet på en fil här: %s."
                                        .formatted(name.getInput(), name.getReason())),
                        WRONG_USAGE,
                        console);
            case IOException failure ->
                told(
                        new Sentence(
                                "A file could not be read or written: " + failure.getMessage(),
                                "En fil gick inte att läsa eller skriva: " + failure.getMessage()),
                        NOTHING_USABLE,
                        console);
            default -> throw problem;
        };
    }

    private static int told(Sentence sentence, int status, Console console) {
        console.out().flush();
        console.say(sentence);
        return status;
    }

    /// The words of a command line that name commands.
    static List<String> commands() {
        return List.of(
                "follow",
                "discover",
                "simulate",
                "demo",
                "serve",
                "import",
                "backup",
                "restore",
                "verify",
                "benchmark");
    }
}
