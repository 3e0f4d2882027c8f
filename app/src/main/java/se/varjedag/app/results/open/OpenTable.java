package se.varjedag.app.results.open;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.results.Canonical;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Counts;
import se.varjedag.app.results.web.ResultNames;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;

/// The published cells as rows of a file: the same in CSV, JSON and XLSX, of one issue or of all. What is hidden is
/// empty, and the last column says what that is; what does not apply is empty too.
public final class OpenTable {
    /// The columns in their order. Their names stay.
    public static final List<String> COLUMNS = List.of(
            "edition",
            "healthcare_region",
            "from",
            "to",
            "known_at",
            "published",
            "svf",
            "diagnosis",
            "level",
            "region",
            "code",
            "place",
            "n",
            "with_limit",
            "within",
            "share",
            "share_low",
            "share_high",
            "median",
            "p90",
            "waiting",
            "left",
            "included",
            "expected",
            "inclusion",
            "hidden");

    /// Data are free for any use, also without naming us, so that they can be put together with others.
    public static final String LICENCE = "CC0-1.0";

    private static final int FORMAT = 1;
    private static final List<String> WORDS = List.of(
            "edition",
            "healthcare_region",
            "from",
            "to",
            "known_at",
            "published",
            "svf",
            "diagnosis",
            "level",
            "region",
            "code",
            "place",
            "hidden");

    private final ResultNames names;
    private final Texts texts;

    /// @param texts the language of names
    public OpenTable(ResultNames names, Texts texts) {
        this.names = names;
        this.texts = texts;
    }

    /// The rows of some editions.
    public DataTable of(List<Edition> editions) {
        var rows = editions.stream().flatMap(one -> rows(one).stream()).toList();
        return new DataTable(
                "resultat",
                COLUMNS.stream()
                        .map(name -> new DataTable.Column(name, !WORDS.contains(name)))
                        .toList(),
                rows.stream()
                        .map(row -> COLUMNS.stream()
                                .map(name -> cell(name, row.get(name)))
                                .toList())
                        .toList());
    }

    /// The same as canonical JSON.
    public String json(List<Edition> editions) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("format", FORMAT);
        all.put("licence", LICENCE);
        all.put(
                "editions",
                editions.stream()
                        .map(one -> {
                            var edition = new LinkedHashMap<String, @Nullable Object>();
                            edition.put("edition", one.slug());
                            edition.put("name", one.issue().name());
                            edition.put("number", one.frozen().number());
                            edition.put("sha256", one.frozen().sha256());
                            edition.put("program", one.frozen().program());
                            edition.put("definitions", one.frozen().definitions());
                            edition.put(
                                    "errata",
                                    one.errata().stream()
                                            .map(erratum -> erratum.words())
                                            .toList());
                            edition.put("figures", rows(one));
                            return edition;
                        })
                        .toList());
        return Canonical.write(all);
    }

    private static Cell cell(String name, @Nullable Object value) {
        return switch (value) {
            case null -> new Cell.Missing("");
            case Long number -> Cell.of(number);
            case Double number when name.startsWith("share") || name.equals("inclusion") -> new Cell.Share(number, 1);
            case Double number -> new Cell.Amount(number, name.equals("expected") ? 1 : 0);
            default -> Cell.of(value.toString());
        };
    }

    private List<Map<String, @Nullable Object>> rows(Edition edition) {
        var lines = new TreeMap<String, Line>();
        edition.content().figures().forEach(line -> lines.put(line.key(), line));
        edition.content()
                .included()
                .forEach(one -> lines.computeIfAbsent(one.key(), _ -> Edition.nobody(one.svf(), one.place())));
        var all = new ArrayList<Map<String, @Nullable Object>>();
        lines.values().forEach(line -> all.add(row(edition, line)));
        return all;
    }

    private Map<String, @Nullable Object> row(Edition edition, Line line) {
        var issue = edition.issue();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("edition", edition.slug());
        row.put("healthcare_region", issue.healthcareRegion());
        row.put("from", issue.span().from().toString());
        row.put("to", issue.span().to().toString());
        row.put("known_at", issue.knownAt().toString());
        row.put("published", edition.published().toString());
        row.put("svf", line.svf());
        row.put("diagnosis", names.diagnosis(line.svf(), texts));
        row.put("level", line.whole() ? "healthcare-region" : line.ofRegion() ? "region" : "unit");
        row.put("region", line.region());
        row.put("code", line.whole() ? issue.healthcareRegion() : line.ofRegion() ? line.region() : line.unit());
        row.put("place", names.place(line, issue.healthcareRegion(), texts));
        numbers(edition, line, row);
        included(edition, line, row);
        row.put("hidden", hidden(edition, line));
        return row;
    }

    private static void numbers(Edition edition, Line line, Map<String, @Nullable Object> row) {
        var hiding = edition.hiding();
        Counts now = line.now();
        row.put("n", hiding.hides(line) ? null : (Long) now.n());
        boolean share = !hiding.hidesShare(line);
        row.put("with_limit", share ? (Long) now.withLimit() : null);
        row.put("within", share ? (Long) now.within() : null);
        row.put("share", share ? value(now.share()) : null);
        row.put("share_low", share ? value(now.low()) : null);
        row.put("share_high", share ? value(now.high()) : null);
        row.put("median", value(hiding.median(line)));
        row.put("p90", value(hiding.p90(line)));
        boolean others = !hiding.hidesOthers(line);
        row.put("waiting", others ? (Long) now.waiting() : null);
        row.put("left", others ? (Long) now.left() : null);
    }

    private static void included(Edition edition, Line line, Map<String, @Nullable Object> row) {
        var included = edition.included(line.svf(), line.place());
        row.put("included", included.map(one -> (Object) one.included()).orElse(null));
        row.put("expected", included.map(one -> value(one.cases())).orElse(null));
        row.put("inclusion", included.map(one -> value(Edition.inclusion(one))).orElse(null));
    }

    /// What of a row is hidden, in words with spaces between them.
    private static String hidden(Edition edition, Line line) {
        var all = new TreeSet<String>();
        if (edition.hiding().hides(line)) {
            all.add("n");
        }
        if (edition.hiding().hidesShare(line)) {
            all.add("share");
        }
        if (edition.hiding().hidesOthers(line)) {
            all.add("waiting");
        }
        if (edition.hiddenIncluded().contains(line.key())) {
            all.add("included");
        }
        return String.join(" ", all);
    }

    private static @Nullable Double value(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
