package se.varjedag.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.varjedag.eventlog.EventWriter;
import se.varjedag.eventlog.csv.Column;
import se.varjedag.eventlog.expected.ExpectedFile;
import se.varjedag.eventlog.parquet.ParquetFile;
import se.varjedag.nation.Comparison;
import se.varjedag.nation.EventSink;
import se.varjedag.nation.Nation;
import se.varjedag.nation.NationOptions;
import se.varjedag.pathway.event.EventColumns;

/// `simulate`: a synthetic Sweden as an event file.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        version = "Varje dag 0.1.0",
        sortOptions = false,
        header = "A synthetic Sweden: events of cancer care pathways that happened to nobody.",
        description = {
            "",
            "Simulates patients, suspicions, investigations, queues and treatments in 21 regions, fitted to the published "
                    + "figures. No real person can be hit. The same options give the same bytes."
        },
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  varjedag simulate --years 2023..2024 --scale 0.1 --seed 7 --out events.csv",
            "  varjedag simulate --years 2023 --subprocesses --out events.csv.gz --expected expected.csv",
            "  varjedag simulate --years 2022..2023 --compare",
            "",
            "Some pathways have no national code that is known; here they have local ones. To follow them too:",
            "  varjedag simulate --years 2023 --out events.csv --definitions-out definitions",
            "  varjedag follow events.csv --definitions definitions"
        })
final class Simulate implements Callable<Integer> {
    private static final List<Column> COLUMNS = List.of(Column.values());

    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:\\.\\.(\\d{4}))?");

    @Option(
            names = "--years",
            paramLabel = "FIRST..LAST",
            descriptionKey = "years",
            description = "The years, for example 2023..2024 or 2023 (default 2023..2024).")
    private String years = "2023..2024";

    @Option(
            names = "--scale",
            paramLabel = "NUMBER",
            descriptionKey = "scale",
            description = "How much of Sweden: 1 is every patient, 0.1 every tenth (default 0.1).")
    private String scale = "0.1";

    @Option(
            names = "--seed",
            paramLabel = "NUMBER",
            descriptionKey = "seed",
            description = "Another seed is another Sweden (default 7).")
    private String seed = "7";

    @Option(
            names = "--until",
            paramLabel = "DATE",
            descriptionKey = "until",
            description = "The last day that anything is known about (default the last day of the last year).")
    private @Nullable String until;

    @Option(
            names = "--subprocesses",
            descriptionKey = "subprocesses",
            description = "Also referrals, imaging and specimens.")
    private boolean subprocesses;

    @Option(
            names = "--outside",
            descriptionKey = "outside",
            description =
                    "Also referrals, imaging and specimens of patients outside the pathways (implies --subprocesses).")
    private boolean outside;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            descriptionKey = "out",
            description = "Write the events to this file: .csv, .csv.gz or .parquet.")
    private @Nullable String out;

    @Option(
            names = "--expected",
            paramLabel = "FILE",
            descriptionKey = "expected-out",
            description = "Write the expected cases (svf,home_region,year,cases) to this file.")
    private @Nullable String expected;

    @Option(
            names = "--definitions-out",
            paramLabel = "DIR",
            descriptionKey = "definitions-out",
            description =
                    "Write the definitions with local codes and assumed limits to this folder, for follow --definitions.")
    private @Nullable String definitionsOut;

    @Option(names = "--compare", descriptionKey = "compare", description = "Print simulated beside published figures.")
    private boolean compare;

    private final Console console;

    Simulate(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (out == null && expected == null && definitionsOut == null && !compare) {
            throw new WrongUsage(
                    "Say where the events go with --out FILE, or ask for --compare.",
                    "Säg var händelserna ska hamna med --out FIL, eller be om --compare.");
        }
        var options = options();
        var target = out == null ? null : target(out);
        Outputs.apart("--out", out, "--expected", expected);
        if (compare) {
            var columns = EventColumns.builder();
            simulate(options, target, columns::add);
            console.out().println(Comparison.of(columns.build(), options).table());
            console.out().flush();
        } else if (target != null) {
            simulate(options, target, _ -> {});
        }
        if (expected != null) {
            Outputs.whole(Path.of(expected), beside -> ExpectedFile.write(beside, Nation.expectedCases(options)));
        }
        if (definitionsOut != null) {
            new LocalDefinitions(console).writeTo(Path.of(definitionsOut));
        }
        return VarjeDag.DONE;
    }

    private NationOptions options() {
        var written = YEARS.matcher(years.strip());
        if (!written.matches()) {
            throw new WrongUsage(
                    "--years is written 2023..2024 or 2023, not '%s'.".formatted(years),
                    "--years skrivs 2023..2024 eller 2023, inte '%s'.".formatted(years));
        }
        int first = Integer.parseInt(written.group(1));
        int last = written.group(2) == null ? first : Integer.parseInt(written.group(2));
        var lastDay = Optional.<LocalDate>ofNullable(Asked.date("--until", until));
        try {
            return new NationOptions(
                    first,
                    last,
                    Asked.number("--scale", scale),
                    Asked.seed("--seed", seed),
                    subprocesses || outside,
                    outside,
                    lastDay);
        } catch (IllegalArgumentException refused) {
            var why = String.valueOf(refused.getMessage());
            throw new WrongUsage(why, why);
        }
    }

    private static Path target(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv") || lower.endsWith(".csv.gz") || lower.endsWith(".parquet")) {
            if (lower.endsWith(".parquet") && !ParquetFile.possible()) {
                throw new NothingUsable(
                        "Parquet needs an optional part that is not here: build it with mvn package, or write .csv.",
                        "Parquet behöver en valfri del som inte finns här: bygg den med mvn package, eller skriv .csv.");
            }
            return Path.of(name);
        }
        throw new WrongUsage(
                "--out ends with .csv, .csv.gz or .parquet, not '%s'.".formatted(name),
                "--out slutar på .csv, .csv.gz eller .parquet, inte '%s'.".formatted(name));
    }

    private void simulate(NationOptions options, @Nullable Path target, EventSink also) {
        try (var progress = new Progress(console)) {
            progress.stage("simulating", "simulerar");
            if (target == null) {
                Nation.simulate(options, also);
                return;
            }
            var counter = new Counter(progress);
            if (target.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
                Outputs.whole(target, parquet -> {
                    var csv = parquet.resolveSibling(parquet.getFileName() + ".csv");
                    try {
                        write(options, csv, also, counter);
                        progress.stage("packing as Parquet", "packar som Parquet");
                        ParquetFile.write(csv, COLUMNS, parquet);
                    } finally {
                        Outputs.discard(csv);
                    }
                });
            } else {
                Outputs.whole(target, csv -> write(options, csv, also, counter));
            }
            progress.clear();
            console.say(
                    "%,d events were written to %s.".formatted(counter.events, target),
                    "%,d händelser skrevs till %s.".formatted(counter.events, target));
        }
    }

    private static void write(NationOptions options, Path csv, EventSink also, Counter counter) throws IOException {
        Files.createDirectories(csv.toAbsolutePath().getParent());
        try (var writer = EventWriter.to(csv, COLUMNS)) {
            Nation.simulate(options, event -> {
                try {
                    writer.write(event);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
                counter.one();
                also.accept(event);
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /// How many events there have been.
    private static final class Counter {
        private final Progress progress;
        private long events;

        Counter(Progress progress) {
            this.progress = progress;
        }

        void one() {
            events++;
            if ((events & 0xfff) == 0) {
                progress.count(events, "events", "händelser");
            }
        }
    }
}
