package se.varjedag.app.results.open.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.open.Country;
import se.varjedag.app.results.open.Cube;
import se.varjedag.app.results.open.Edition;
import se.varjedag.app.results.web.ResultNames;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.SmallGroups;
import se.varjedag.pathway.statistics.Share;

/// Puts published cells into words.
public record OpenRows(Cube cube, ResultNames names, Texts texts) {
    private static final double LEVEL = 0.95;
    private static final int FEW = 3;
    private static final int FEWEST_FOR_MEDIAN = 10;
    private static final int FEWEST_FOR_P90 = 50;

    /// A diagnosis, or a place.
    ///
    /// @param id     what the row is found by in its page
    /// @param path   where it leads, below `/oppet`; empty for nowhere
    /// @param kind   how its row is marked; null for not at all
    /// @param share  the share in time, with its interval
    /// @param bar    null where the share is not told
    /// @param change since the period before, in words
    public record Row(
            String id,
            String name,
            String path,
            @Nullable String kind,
            String n,
            String share,
            String interval,
            @Nullable Bar bar,
            String median,
            String p90,
            String inclusion,
            String change) {

        /// Whether any of them tells of inclusion.
        public static boolean tellInclusion(List<Row> rows) {
            return rows.stream().anyMatch(row -> !row.inclusion.equals(Formats.NONE));
        }

        /// Whether any of them tells of the period before.
        public static boolean tellChange(List<Row> rows) {
            return rows.stream().anyMatch(row -> !row.change.equals(Formats.NONE));
        }
    }

    /// A diagnosis without figures.
    public record Named(String name, String path) {}

    static String address(Edition edition, String svf) {
        return "/resultat/" + edition.slug() + "/" + (svf.isEmpty() ? OpenController.ALL : svf);
    }

    private String hidden() {
        return texts.text("public.hidden");
    }

    Row row(Edition edition, Line line, String id, String name, String path, @Nullable String kind) {
        var formats = texts.formats();
        var hiding = edition.hiding();
        var now = line.now();
        boolean few = hiding.hides(line);
        boolean told = !hiding.hidesShare(line) && now.withLimit() > 0;
        int decimals = Formats.shareDecimals(now.withLimit());
        return new Row(
                id,
                name,
                path,
                kind,
                few ? hidden() : formats.whole(now.n()),
                told ? formats.percent(now.share(), decimals) : few || now.withLimit() > 0 ? hidden() : Formats.NONE,
                told ? interval(now.low(), now.high(), decimals) : "",
                told ? bar(now.share(), now.low(), now.high(), decimals) : null,
                formats.decimal(hiding.median(line), 0),
                formats.decimal(hiding.p90(line), 0),
                inclusion(edition, line),
                change(edition, line));
    }

    /// The whole country.
    Row country(Country country, String id, String name) {
        var formats = texts.formats();
        var share = country.inTime().value();
        var interval = country.inTime().wilson(LEVEL);
        var low = interval.map(one -> OptionalDouble.of(one.lower())).orElse(OptionalDouble.empty());
        var high = interval.map(one -> OptionalDouble.of(one.upper())).orElse(OptionalDouble.empty());
        int decimals = Formats.shareDecimals(country.inTime().denominator());
        return new Row(
                id,
                name,
                "",
                "nation",
                formats.whole(country.n()),
                formats.percent(share, decimals),
                share.isPresent() ? interval(low, high, decimals) : "",
                share.isPresent() ? bar(share, low, high, decimals) : null,
                country.n() < FEWEST_FOR_MEDIAN ? Formats.NONE : formats.decimal(country.median(), 0),
                country.n() < FEWEST_FOR_P90 ? Formats.NONE : formats.decimal(country.p90(), 0),
                Formats.NONE,
                Formats.NONE);
    }

    /// A row of which nothing is told.
    Row untold(String id, String name, String words) {
        var none = Formats.NONE;
        return new Row(id, name, "", null, words, words, "", null, none, none, none, none);
    }

    private String interval(OptionalDouble low, OptionalDouble high, int decimals) {
        return texts.formats().percentInterval(low.orElse(0), high.orElse(1), decimals);
    }

    private Bar bar(OptionalDouble share, OptionalDouble low, OptionalDouble high, int decimals) {
        return Bar.share(
                share.orElse(0),
                low.orElse(0),
                high.orElse(1),
                names.goal(),
                "var(--data-2)",
                texts.text("groups.bar", texts.formats().percent(share, decimals), interval(low, high, decimals)));
    }

    private String inclusion(Edition edition, Line line) {
        if (line.ofUnit()) {
            return Formats.NONE;
        }
        if (edition.hiddenIncluded().contains(line.key())) {
            return hidden();
        }
        return edition.included(line.svf(), line.place())
                .map(one -> texts.formats().percent(Edition.inclusion(one), 0))
                .orElse(Formats.NONE);
    }

    /// Since the period before: `better`, `worse`, `same`, or `unknown`.
    private String direction(Edition edition, Line line) {
        return cube.since(edition, line)
                .map(one -> !one.certain() ? "same" : one.value() > 0 ? "better" : "worse")
                .orElse("unknown");
    }

    private String change(Edition edition, Line line) {
        return cube.since(edition, line)
                .map(one -> texts.text(
                        "results.change." + direction(edition, line),
                        texts.formats().points(one.value())))
                .orElse(Formats.NONE);
    }

    /// The diagnoses of an edition by their names.
    List<Line> diagnoses(Edition edition) {
        var lines = edition.content().at(Content.WHOLE);
        return byName(lines.stream().map(Line::svf).toList()).stream()
                .map(svf -> edition.line(svf, Content.WHOLE))
                .toList();
    }

    /// Some diagnoses in the order of their names.
    List<String> byName(List<String> diagnoses) {
        var collator = Collator.getInstance(Locale.of(texts.text("language.tag")));
        return diagnoses.stream()
                .sorted(Comparator.comparing(svf -> names.diagnosis(svf, texts), collator))
                .toList();
    }

    /// All together first, then each diagnosis that is told of.
    List<Row> ofDiagnoses(Edition edition) {
        var all = new ArrayList<Row>();
        edition.content().line("", Content.WHOLE).ifPresent(line -> all.add(diagnosis(edition, line, "nation")));
        diagnoses(edition).stream()
                .filter(line -> line.now().n() > 0 && !edition.hiding().hides(line))
                .forEach(line -> all.add(diagnosis(edition, line, null)));
        return all;
    }

    private Row diagnosis(Edition edition, Line line, @Nullable String kind) {
        return row(
                edition,
                line,
                line.svf().isEmpty() ? OpenController.ALL : line.svf(),
                names.diagnosis(line.svf(), texts),
                address(edition, line.svf()),
                kind);
    }

    List<Named> named(Edition edition, Stream<Line> lines) {
        return lines.map(line -> new Named(names.diagnosis(line.svf(), texts), address(edition, line.svf())))
                .toList();
    }

    /// The places of a diagnosis, each region with its units under it.
    List<Row> ofPlaces(Edition edition, String svf) {
        var hiding = edition.hiding();
        var rows = new ArrayList<Row>();
        var lines = edition.content().of(svf);
        lines.stream().filter(Line::whole).forEach(line -> rows.add(place(edition, line, "", "nation")));
        lines.stream().filter(Line::ofRegion).forEach(region -> {
            rows.add(place(edition, region, "", null));
            var units = lines.stream()
                    .filter(line -> line.ofUnit()
                            && line.region().equals(region.region())
                            && line.now().n() > 0)
                    .toList();
            units.stream()
                    .filter(unit -> !hiding.hides(unit))
                    .forEach(unit -> rows.add(place(edition, unit, "– ", null)));
            long few = units.stream().filter(hiding::hides).count();
            if (few > 0) {
                rows.add(untold("", texts.text("results.units.few", few), hidden()));
            }
        });
        return rows;
    }

    private Row place(Edition edition, Line line, String before, @Nullable String kind) {
        return row(
                edition,
                line,
                line.place(),
                before + names.place(line, edition.issue().healthcareRegion(), texts),
                "",
                kind);
    }

    /// What an edition says, in sentences.
    List<String> summary(Edition edition) {
        var line = edition.line("", Content.WHOLE);
        var now = line.now();
        if (edition.hiding().hidesShare(line) || now.withLimit() == 0) {
            return List.of(texts.text("results.summary.none"));
        }
        var all = new ArrayList<>(said(
                now.inTime(), edition.hiding().median(line), edition.hiding().p90(line)));
        cube.since(edition, line)
                .ifPresent(one -> all.add(texts.text(
                        "results.summary.change." + direction(edition, line),
                        texts.formats().points(one.value()))));
        var told = diagnoses(edition).stream()
                .filter(one -> !edition.hiding().hidesShare(one) && one.now().withLimit() >= SmallGroups.FEWEST)
                .sorted(Comparator.comparingDouble(one -> one.now().share().orElse(0)))
                .toList();
        if (told.size() > 1) {
            int each = Math.min(FEW, told.size() / 2);
            all.add(texts.text(
                    "results.summary.ends",
                    inWords(told.reversed().stream().limit(each)),
                    inWords(told.stream().limit(each))));
        }
        return all;
    }

    /// What the whole country says, in sentences.
    List<String> summary(Country country) {
        return said(
                country.inTime(),
                country.n() < FEWEST_FOR_MEDIAN ? OptionalDouble.empty() : country.median(),
                country.n() < FEWEST_FOR_P90 ? OptionalDouble.empty() : country.p90());
    }

    private List<String> said(Share inTime, OptionalDouble median, OptionalDouble p90) {
        var formats = texts.formats();
        double share = inTime.value().orElse(0);
        var all = new ArrayList<String>();
        all.add(texts.text(
                share >= names.goal() ? "results.summary.reached" : "results.summary.below",
                formats.percent(share, 0),
                formats.whole(inTime.denominator()),
                formats.percent(names.goal(), 0)));
        if (median.isPresent() && p90.isPresent()) {
            all.add(texts.text("public.said.days", formats.decimal(median, 0), formats.decimal(p90, 0)));
        }
        return all;
    }

    private String inWords(Stream<Line> lines) {
        return lines.map(line -> "%s (%s)"
                        .formatted(
                                names.diagnosis(line.svf(), texts),
                                texts.formats().percent(line.now().share(), 0)))
                .collect(Collectors.joining(", "));
    }
}
