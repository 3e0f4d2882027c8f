package se.varjedag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.varjedag.cli.Figures.Cell;
import se.varjedag.eventlog.discover.Between;
import se.varjedag.eventlog.discover.CaseLog;
import se.varjedag.eventlog.discover.CsvLog;
import se.varjedag.eventlog.discover.DirectlyFollows;
import se.varjedag.eventlog.discover.Endpoints;
import se.varjedag.eventlog.discover.LogSummary;
import se.varjedag.eventlog.discover.UnusableLog;
import se.varjedag.eventlog.xes.XesLog;
import se.varjedag.pathway.flow.Variants;

/// `discover`: what really happens, for any event log.
@Command(
        name = "discover",
        mixinStandardHelpOptions = true,
        version = "Varje dag 0.1.0",
        sortOptions = false,
        header = "What really happens, for any event log (CSV or XES, also packed as .gz).",
        description = {
            "",
            "Shows how large the log is, which activity directly follows which, the ways through and how common "
                    + "they are, where cases begin and end, and how long it takes from one activity to another.",
            "Events of a case stand in time order; equal times keep the order of the file. "
                    + "Times without a zone are wall-clock times. An event file (person, code, time) works as it is: "
                    + "every row counts as one event."
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footer = {
            "",
            "Examples:",
            "  varjedag discover log.xes",
            "  varjedag discover log.csv --case patient --activity step --time when --show dfg",
            "  varjedag discover log.csv --between \"ER Triage\" \"IV Antibiotics\" --unit min",
            "  varjedag discover events.csv --show variants --format csv | head"
        })
final class Discover implements Callable<Integer> {
    private static final List<String> SHOWN = List.of("summary", "dfg", "variants", "endpoints");
    private static final List<String> UNITS = List.of("d", "h", "min", "s");

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            descriptionKey = "files",
            description = "Event logs; several are read as one.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--case",
            paramLabel = "COLUMN",
            descriptionKey = "case",
            description = "Column of the case (default case_id, in an event file person).")
    private @Nullable String caseColumn;

    @Option(
            names = "--activity",
            paramLabel = "COLUMN",
            descriptionKey = "activity",
            description = "Column of the activity (default activity, in an event file code).")
    private @Nullable String activityColumn;

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            descriptionKey = "time",
            description = "Column of the time (default timestamp, in an event file time).")
    private @Nullable String timeColumn;

    @Option(
            names = "--classifier",
            paramLabel = "NAME",
            descriptionKey = "classifier",
            description = "XES: the classifier that makes the activity (default concept:name).")
    private @Nullable String classifier;

    @Option(
            names = "--show",
            paramLabel = "WHAT",
            descriptionKey = "show",
            description = "summary (default), dfg, variants or endpoints.")
    private @Nullable String show;

    @Option(
            names = "--between",
            arity = "2",
            paramLabel = "ACTIVITY",
            descriptionKey = "between",
            description = "The time from the first activity to the second, once per case.")
    private List<String> between = new ArrayList<>();

    @Option(
            names = "--pairing",
            paramLabel = "HOW",
            descriptionKey = "pairing",
            description = "first (default): the first A to the first B, negative times counted and left out; "
                    + "after: the first A to the first B at or after it.")
    private @Nullable String pairing;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            descriptionKey = "unit",
            description = "Unit of --between: d (default), h, min or s.")
    private @Nullable String unit;

    @Mixin
    private AnswerOptions answerOptions = new AnswerOptions();

    private final Console console;

    Discover(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws UnusableLog {
        var format = answerOptions.format(console);
        var shown = Asked.choice("--show", show == null ? "summary" : show, SHOWN);
        var pairing =
                Asked.choice("--pairing", this.pairing == null ? "first" : this.pairing, List.of("first", "after"));
        var unit = Asked.choice("--unit", this.unit == null ? "d" : this.unit, UNITS);
        if (!between.isEmpty() && show != null) {
            throw new WrongUsage(
                    "--show and --between answer different questions: ask for one at a time.",
                    "--show och --between svarar på olika frågor: fråga en i taget.");
        }
        if (between.isEmpty() && (this.pairing != null || this.unit != null)) {
            throw new WrongUsage(
                    "--pairing and --unit say how --between is measured: name two activities with --between.",
                    "--pairing och --unit säger hur --between mäts: ange två aktiviteter med --between.");
        }
        var log = read();
        format.write(between.isEmpty() ? figures(log, shown) : between(log, pairing, unit), console);
        return VarjeDag.DONE;
    }

    private CaseLog read() throws UnusableLog {
        var log = CaseLog.builder();
        var paths = Asked.files(files);
        answerOptions.notOver(paths);
        try (var refused = answerOptions.refused(console);
                var progress = new Progress(console)) {
            var tables = new CsvLog(new CsvLog.Columns(caseColumn, activityColumn, timeColumn), refused);
            var xes = new XesLog(classifier, refused);
            for (var file : paths) {
                progress.stage("reading " + file.getFileName(), "läser " + file.getFileName());
                if (isXes(file)) {
                    xes.read(file, log);
                } else {
                    tables.read(file, log);
                }
            }
            progress.clear();
            if (tables.withoutCaseName() > 0) {
                console.say(
                        "%,d events have no name for their case: they count as one case."
                                .formatted(tables.withoutCaseName()),
                        "%,d händelser saknar namn på sitt fall: de räknas som ett fall."
                                .formatted(tables.withoutCaseName()));
            }
            refused.sumUp();
        }
        if (log.size() == 0) {
            throw new NothingUsable(
                    "No event could be used, so there is nothing to discover.",
                    "Ingen händelse kunde användas, så det finns inget att visa.");
        }
        return log.build();
    }

    private static boolean isXes(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xes") || name.endsWith(".xes.gz");
    }

    private static Figures figures(CaseLog log, String shown) {
        return switch (shown) {
            case "dfg" ->
                new Figures(
                        List.of("from", "to", "count", "median_s", "mean_s"),
                        DirectlyFollows.of(log).stream()
                                .map(edge -> List.of(
                                        Cell.of(edge.from()),
                                        Cell.of(edge.to()),
                                        Cell.of(edge.count()),
                                        Cell.of(edge.time().median()),
                                        Cell.of(edge.time().mean())))
                                .toList());
            case "variants" ->
                new Figures(
                        List.of("count", "length", "variant"),
                        Variants.of(log).stream()
                                .map(variant -> List.of(
                                        Cell.of(variant.count()), Cell.of(variant.length()), Cell.of(variant.text())))
                                .toList());
            case "endpoints" ->
                new Figures(
                        List.of("kind", "activity", "count"),
                        Endpoints.of(log).stream()
                                .map(endpoint -> List.of(
                                        Cell.of(endpoint.kind().key()),
                                        Cell.of(endpoint.activity()),
                                        Cell.of(endpoint.count())))
                                .toList());
            default -> summary(LogSummary.of(log));
        };
    }

    private static Figures summary(LogSummary summary) {
        var duration = summary.duration();
        return new Figures(
                List.of(
                        "cases",
                        "events",
                        "activities",
                        "variants",
                        "edges",
                        "first",
                        "last",
                        "duration_min_s",
                        "duration_q1_s",
                        "duration_median_s",
                        "duration_mean_s",
                        "duration_q3_s",
                        "duration_max_s"),
                List.of(List.of(
                        Cell.of(summary.cases()),
                        Cell.of(summary.events()),
                        Cell.of(summary.activities()),
                        Cell.of(summary.variants()),
                        Cell.of(summary.edges()),
                        Cell.of(summary.first()),
                        Cell.of(summary.last()),
                        Cell.of(duration.min()),
                        Cell.of(duration.quantile(0.25)),
                        Cell.of(duration.median()),
                        Cell.of(duration.mean()),
                        Cell.of(duration.quantile(0.75)),
                        Cell.of(duration.max()))));
    }

    private Figures between(CaseLog log, String pairing, String unit) {
        for (var activity : between) {
            if (log.activityNamed(activity) < 0) {
                throw unknownActivity(log, activity);
            }
        }
        var measured = Between.of(
                log,
                between.get(0),
                between.get(1),
                pairing.equals("after") ? Between.Pairing.AFTER : Between.Pairing.FIRST);
        double seconds = switch (unit) {
            case "d" -> 86_400;
            case "h" -> 3_600;
            case "min" -> 60;
            default -> 1;
        };
        var row = new ArrayList<Cell>(List.of(
                Cell.of(measured.casesWithStart()),
                Cell.of(measured.casesWithBoth()),
                Cell.of(measured.negative()),
                Cell.of(measured.n())));
        measured.time()
                .ifPresentOrElse(
                        time -> row.addAll(List.of(
                                Cell.of(time.min() / seconds),
                                Cell.of(time.quantile(0.25) / seconds),
                                Cell.of(time.median() / seconds),
                                Cell.of(time.mean() / seconds),
                                Cell.of(time.quantile(0.75) / seconds),
                                Cell.of(time.quantile(0.8) / seconds),
                                Cell.of(time.quantile(0.9) / seconds),
                                Cell.of(time.max() / seconds))),
                        () -> row.addAll(Collections.nCopies(8, new Cell.Empty())));
        return new Figures(
                List.of(
                        "cases_with_start",
                        "cases_with_both",
                        "negative",
                        "n",
                        "min",
                        "q1",
                        "median",
                        "mean",
                        "q3",
                        "p80",
                        "p90",
                        "max"),
                List.of(row));
    }

    private static NothingUsable unknownActivity(CaseLog log, String activity) {
        var near = Nearest.to(activity, log.activities());
        var some =
                String.join(", ", log.activities().stream().sorted().limit(20).toList());
        return new NothingUsable(
                "No event is called '%s'.%s The log has: %s."
                        .formatted(
                                activity,
                                near.map(" Did you mean '%s'?"::formatted).orElse(""),
                                some),
                "Ingen händelse heter '%s'.%s Loggen har: %s."
                        .formatted(
                                activity,
                                near.map(" Menade du '%s'?"::formatted).orElse(""),
                                some));
    }
}
