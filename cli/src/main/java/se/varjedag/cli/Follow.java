package se.varjedag.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.varjedag.eventlog.EventFiles;
import se.varjedag.eventlog.EventReading;
import se.varjedag.eventlog.expected.ExpectedFile;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.InvalidDefinitions;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.Answer;
import se.varjedag.pathway.measure.AnswerCsv;
import se.varjedag.pathway.measure.AnswerJson;
import se.varjedag.pathway.measure.Answers;
import se.varjedag.pathway.measure.ExpectedCases;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.open.NotPublished;
import se.varjedag.pathway.open.OpenPublication;
import se.varjedag.pathway.trace.TracedPathways;
import se.varjedag.pathway.trace.Tracer;

/// `follow`: from event files to figures, without a database.
@Command(
        name = "follow",
        mixinStandardHelpOptions = true,
        version = "Varje dag 0.1.0",
        sortOptions = false,
        header = "From event files to lead times: how many, how long, within the limit or not, and who still waits.",
        description = {
            "",
            "Reads event files (CSV, also packed as .gz) with the columns person, code and time, and if there are any: "
                    + "unit, region, home_region, sex, born, pathway, source, id, status, registered, ref. "
                    + "Separator, encoding and line ends are found out.",
            "Rows that cannot be used are told and left out; faults of registration are summed up. "
                    + "Figures go to standard output, everything else to standard error. "
                    + "Exit status: 0 done, 1 nothing could be used, 2 wrong usage."
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footer = {
            "",
            "Examples:",
            "  varjedag follow events.csv",
            "  varjedag follow events.csv --by region,quarter --from 2023-01-01 --to 2023-12-31",
            "  varjedag follow events.csv --by svf --limit 21 --count-by start",
            "  varjedag follow events.csv --measure specimen-taken..pathology-reported --by unit --format csv",
            "  varjedag follow events.csv --open --by svf,region --from 2023-01-01 --to 2023-12-31",
            "  varjedag follow 2022.csv.gz 2023.csv.gz --as-of 2023-06-30 --expected expected.csv",
            "",
            "Measuring points: suspected, suspicion, diagnostic-surgery, first-visit, mdt, informed, decision, treatment,",
            "referral-received, imaging-referral, imaging-performed, imaging-reported, specimen-taken,",
            "specimen-received, pathology-reported."
        })
final class Follow implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            descriptionKey = "files",
            description = "Event files; a later row of the same event replaces an earlier one.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "KEYS",
            descriptionKey = "by",
            description =
                    "Group by any of svf, treatment, region, home_region, hregion, unit, sex, age, year, quarter, "
                            + "month, limit, separated by commas (default svf).")
    private @Nullable String by;

    @Option(
            names = "--measure",
            paramLabel = "FROM..TO",
            descriptionKey = "measure",
            description = "Which lead time (default suspicion..treatment).")
    private @Nullable String measure;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "from", description = "First day of the period.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "to", description = "Last day of the period.")
    private @Nullable String to;

    @Option(
            names = "--count-by",
            paramLabel = "RULE",
            descriptionKey = "count-by",
            description =
                    "end (default, the national rule): those who finished in the period; start: those who began in it.")
    private @Nullable String countBy;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            descriptionKey = "as-of",
            description = "The day the waiting are counted to (default the latest event's date).")
    private @Nullable String asOf;

    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            descriptionKey = "known-at",
            description = "Use only what was registered by then (a date, end of day, or a moment with zone).")
    private @Nullable String knownAt;

    @Option(
            names = "--limit",
            paramLabel = "DAYS",
            descriptionKey = "limit",
            description = "One limit for every pathway, instead of the definitions' limits.")
    private @Nullable String limit;

    @Option(
            names = "--only",
            paramLabel = "KEY=VALUE",
            descriptionKey = "only",
            description = "Count only those with this value, for example region=01 or svf=lungcancer,brostcancer. "
                    + "May be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--min-count",
            paramLabel = "N",
            descriptionKey = "min-count",
            description = "Show no group of fewer patients (default 1).")
    private @Nullable String minCount;

    @Option(
            names = "--open",
            descriptionKey = "open",
            description =
                    "Only what may be told to everybody: fewer than 5, and all that they could be worked out from, "
                            + "are left empty, and a last column hidden names them. By svf, region or hregion, and year; whole "
                            + "calendar years that have passed, by end.")
    private boolean open;

    @Option(
            names = "--expected",
            paramLabel = "FILE",
            descriptionKey = "expected",
            description = "Expected cases (svf,home_region,year,cases): adds the columns cases and inclusion.")
    private @Nullable String expected;

    @Option(
            names = "--definitions",
            paramLabel = "DIR",
            descriptionKey = "definitions",
            description = "Pathway definitions (YAML) added to the shipped ones, or replacing those with the same id.")
    private @Nullable String definitions;

    @Mixin
    private AnswerOptions answerOptions = new AnswerOptions();

    @Option(
            names = "--findings",
            paramLabel = "FILE",
            descriptionKey = "findings",
            description = "Write every fault of registration to this file, with what to do about it.")
    private @Nullable String findings;

    private final Console console;

    Follow(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var format = answerOptions.format(console);
        var question = new QuestionWords(by, measure, from, to, countBy, limit, only, minCount).question();
        if (open) {
            openly(question);
        }
        var asOf = Asked.date("--as-of", this.asOf);
        var knownAt = Asked.moment("--known-at", this.knownAt);
        var paths = Asked.files(files);
        var read = new ArrayList<>(paths);
        if (this.expected != null) {
            read.add(Path.of(this.expected));
        }
        answerOptions.notOver(read);
        Outputs.notOver(read, "--findings", findings);
        answerOptions.apart("--findings", findings);
        var definitions = definitions();
        TracedPathways traced;
        Optional<ExpectedCases> expected;
        try (var refused = answerOptions.refused(console);
                var progress = new Progress(console)) {
            expected = expected(refused);
            var reading = read(paths, definitions, refused, progress);
            progress.stage("putting events in order", "ordnar händelserna");
            var timelines = findings == null
                    ? Timelines.asMet(reading.events(), knownAt, asOf)
                    : Timelines.of(reading.events(), knownAt, asOf);
            progress.stage("tracing pathways", "följer vårdförloppen");
            var tracer = new Tracer(definitions);
            tracer = question.wholeLeadTime() ? tracer.withoutPoints() : tracer;
            traced = (findings == null ? tracer : tracer.listingFindings()).trace(timelines);
        }
        if (open) {
            writeOpen(traced, question, format);
        } else {
            write(Answers.answer(traced, question, expected), format);
        }
        console.out().flush();
        new FindingsReport(console).write(traced.findings(), findings);
        return VarjeDag.DONE;
    }

    private void write(Answer answer, Format format) throws IOException {
        switch (format) {
            case TABLE -> Format.TABLE.write(AnswerFigures.of(answer), console);
            case CSV -> AnswerCsv.write(answer, console.out());
            case JSON -> AnswerJson.write(answer, console.out());
        }
    }

    /// Refuses what open figures cannot answer before a long file is read.
    private void openly(Question question) {
        if (asOf != null) {
            throw new WrongUsage(
                    "--open has no --as-of: two days apart tell who came between. --known-at fixes what is published.",
                    "--open har ingen --as-of: två dagar bredvid varandra berättar vem som kom emellan. --known-at "
                            + "bestämmer vad som publiceras.");
        }
        if (expected != null) {
            throw new WrongUsage(
                    "--open has no inclusion, so no --expected.", "--open har ingen inklusion, så ingen --expected.");
        }
        try {
            OpenPublication.check(question);
        } catch (NotPublished why) {
            throw new WrongUsage(why.english(), why.swedish());
        }
    }

    private void writeOpen(TracedPathways traced, Question question, Format format) throws IOException {
        var publication = new OpenPublication(traced);
        if (publication.years().isEmpty()) {
            console.say(
                    "No calendar year has passed in these events, so nothing is published.",
                    "Inget kalenderår har gått i de här händelserna, så inget publiceras.");
        }
        try {
            var answer = publication.answer(question);
            switch (format) {
                case TABLE -> Format.TABLE.write(OpenFigures.of(answer), console);
                case CSV -> answer.writeCsv(console.out());
                case JSON -> answer.writeJson(console.out());
            }
        } catch (NotPublished why) {
            throw new WrongUsage(why.english(), why.swedish());
        }
    }

    private EventReading read(List<Path> paths, Definitions definitions, Refused refused, Progress progress) {
        progress.stage("reading", "läser");
        var reading = EventFiles.using(definitions, console.today())
                .forTracing()
                .tellingOf((_, bytes, ofBytes) -> progress.at(bytes, ofBytes))
                .read(paths, refused);
        progress.clear();
        for (var file : reading.files()) {
            if (file.rows() == 0 && file.trouble().isEmpty()) {
                console.say(
                        file.file() + ": The file names its columns and holds no row.",
                        file.file() + ": Filen anger sina kolumner men har ingen rad.");
            }
            file.trouble()
                    .ifPresent(
                            why -> console.say(file.file() + ": " + why.english(), file.file() + ": " + why.swedish()));
            file.warnings()
                    .forEach(warning -> console.say(
                            file.file() + ": " + warning.english(), file.file() + ": " + warning.swedish()));
        }
        refused.sumUp();
        if (reading.used() == 0) {
            throw new NothingUsable(
                    "No row could be used, so there are no figures.",
                    "Ingen rad kunde användas, så det finns inga siffror.");
        }
        return reading;
    }

    private Definitions definitions() {
        if (definitions == null) {
            return Definitions.shipped();
        }
        var folder = Path.of(definitions);
        if (!Files.isDirectory(folder)) {
            throw new WrongUsage(
                    "--definitions names a folder of definition files: %s is none.".formatted(folder),
                    "--definitions anger en mapp med definitionsfiler: %s är ingen.".formatted(folder));
        }
        try {
            return Definitions.shipped().with(Definitions.read(folder));
        } catch (InvalidDefinitions invalid) {
            invalid.mistakes().forEach(mistake -> console.err().println("  " + mistake.in(console.language())));
            throw new WrongUsage(
                    "Mistakes in the definitions in %s: %d. Mend them and try again."
                            .formatted(folder, invalid.mistakes().size()),
                    "Fel i definitionerna i %s: %d. Rätta dem och försök igen."
                            .formatted(folder, invalid.mistakes().size()));
        }
    }

    private Optional<ExpectedCases> expected(Refused refused) throws IOException {
        if (expected == null) {
            return Optional.empty();
        }
        var file = Path.of(expected);
        if (!Files.isRegularFile(file)) {
            throw new WrongUsage(
                    "--expected names a file: %s does not exist.".formatted(file),
                    "--expected anger en fil: %s finns inte.".formatted(file));
        }
        try {
            return Optional.of(ExpectedCases.of(ExpectedFile.read(file, refused)));
        } catch (CharacterCodingException _) {
            throw new WrongUsage(
                    "--expected names a CSV file in UTF-8: %s is not a text in UTF-8.".formatted(file),
                    "--expected anger en CSV-fil i UTF-8: %s är ingen text i UTF-8.".formatted(file));
        }
    }
}
