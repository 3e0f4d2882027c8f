package se.varjedag.app.followup;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.cli.InProcess;
import se.varjedag.nation.Nation;
import se.varjedag.nation.NationOptions;
import se.varjedag.pathway.definition.Language;

/// The same events in a file, which the command reads, and in an installation, which an analyst visits: one of each for
/// all tests that hold them beside each other.
final class SameEvents implements AutoCloseable {
    private static final String PASSWORD = "tolv tecken minst";
    private static final NationOptions OPTIONS = NationOptions.years(2022, 2023, 0.02, 7);

    /// What the command narrows by: an option that names the key.
    private static final List<String> FILTERS = List.of("svf", "region", "hregion", "unit", "treatment", "sex", "age");

    private final String events;
    private final String expected;
    private final Installation installation;
    private final Visit anna;
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    private SameEvents() throws IOException, InterruptedException {
        var home = TestPostgres.newHome();
        events = home.folder().resolve("events.csv").toString();
        InProcess.run(
                "simulate",
                "--years",
                "2022..2023",
                "--scale",
                "0.02",
                "--seed",
                "7",
                "--subprocesses",
                "--out",
                events);
        var cases = home.folder().resolve("expected.csv");
        expected = cases.toString();
        Files.write(cases, expectedLines());
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.ANALYST), PASSWORD);
        installation = Installation.serving(home);
        installation.readBytes("events.csv", false, Files.readAllBytes(Path.of(events)));
        installation.timeline().refresh();
        anna = new Visit(installation, "anna", PASSWORD);
    }

    Installation installation() {
        return installation;
    }

    /// What `./varjedag follow` answers as CSV.
    ///
    /// @param question the options without their dashes, and filters by their key
    String follow(Map<String, String> question) {
        return answered.computeIfAbsent(new TreeMap<>(question).toString(), _ -> InProcess.run(words(question)));
    }

    /// What `./varjedag follow --open` answers.
    Lines openly(Map<String, String> question) {
        var words = new ArrayList<>(List.of("follow", events, "--format", "csv", "--open"));
        words.addAll(options(question));
        return Lines.ofCsv(InProcess.run(words.toArray(String[]::new)));
    }

    private String[] words(Map<String, String> question) {
        var words = new ArrayList<>(List.of("follow", events, "--format", "csv", "--expected", expected));
        words.addAll(options(question));
        return words.toArray(String[]::new);
    }

    private static List<String> options(Map<String, String> question) {
        var words = new ArrayList<String>();
        question.forEach((name, value) -> words.addAll(
                FILTERS.contains(name) ? List.of("--only", name + "=" + value) : List.of("--" + name, value)));
        return words;
    }

    /// What `GET /api/v1/answers` answers to the same question, in a form such as `text/csv`.
    String asked(String type, Map<String, String> question) throws IOException, InterruptedException {
        var parameters = new ArrayList<String>();
        question.forEach((name, value) ->
                parameters.add(parameter(name) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return anna.get("/api/v1/answers?" + String.join("&", parameters), type).body();
    }

    private static String parameter(String option) {
        var name = new StringBuilder();
        for (var part : option.split("-")) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }

    /// The lines that the command answers.
    Lines answer(Map<String, String> question) {
        return Lines.ofCsv(follow(question));
    }

    /// The lines of a figure's CSV.
    Lines figure(String page, String figure, Choice choice, Map<String, String> own)
            throws IOException, InterruptedException {
        return Lines.ofCsv(new String(file(choice.at(page + "/" + figure + ".csv", own)), StandardCharsets.UTF_8));
    }

    /// What the pages call a pathway.
    String pathway(String id) {
        return installation.timeline().definitions().byId(id).orElseThrow().name(Language.SV);
    }

    /// A page as the analyst sees it.
    String page(String path) throws IOException, InterruptedException {
        var answer = anna.get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    /// A file of a page, as it comes over the net.
    byte[] file(String path) throws IOException, InterruptedException {
        var answer = anna.getBytes(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private static List<String> expectedLines() {
        var lines = new ArrayList<>(List.of("svf,home_region,year,cases"));
        for (var row : Nation.expectedCases(OPTIONS)) {
            lines.add("%s,%s,%d,%s".formatted(row.svf(), row.homeRegion(), row.year(), row.cases()));
        }
        return lines;
    }

    @Override
    public void close() {
        anna.close();
        installation.close();
    }

    /// Gives a test the events: made when first asked for, closed after the last test.
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SameEvents.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(SameEvents.class))
                    .computeIfAbsent(SameEvents.class, _ -> made(), SameEvents.class);
        }

        private static SameEvents made() {
            try {
                return new SameEvents();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
