package se.varjedag.app.results.yearly;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.varjedag.app.indicators.Catalogue;
import se.varjedag.app.indicators.Indicator;
import se.varjedag.app.reference.Region;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Indicated;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Issue.Comment;
import se.varjedag.app.results.open.Edition;
import se.varjedag.app.results.web.ResultNames;
import se.varjedag.app.results.yearly.YearlyAccount.Row;
import se.varjedag.app.results.yearly.YearlyAccount.Said;
import se.varjedag.app.results.yearly.YearlyAccount.Section;
import se.varjedag.app.results.yearly.YearlyAccount.Table;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.SmallGroups;

/// Puts the issues of a year into words, each in its own column.
record YearlyAccountWords(List<Edition> editions, ResultNames names, Texts texts) {
    private static final String EXPERIENCE = "experience.";
    private static final String INCLUSION = "inclusion";

    /// Who was investigated in a pathway of those who got cancer, by where they live.
    Section inclusion(String healthcareRegion) {
        var rows = new ArrayList<Row>();
        rows.add(row(Regions.healthcareRegion(healthcareRegion), edition -> included(edition, Content.WHOLE)));
        Regions.all().stream()
                .filter(one -> one.healthcareRegion().equals(healthcareRegion))
                .map(Region::code)
                .forEach(code -> rows.add(row(Regions.name(code), edition -> included(edition, Content.region(code)))));
        var goal = all().filter(one -> one.measure().filter(INCLUSION::equals).isPresent())
                .findFirst()
                .map(Indicator::high)
                .orElse(OptionalDouble.empty());
        return new Section(
                "inklusion",
                texts.text("yearly.inclusion"),
                List.of(texts.text("yearly.inclusion.words", texts.formats().percent(goal, 0))),
                List.of(table("yearly.inclusion.table", "yearly.place", rows)),
                List.of());
    }

    private String included(Edition edition, String place) {
        boolean known = edition.content().included().stream()
                .anyMatch(one -> one.svf().isEmpty() && one.place().equals(place));
        return edition.included("", place)
                .map(one -> texts.formats().percent(Edition.inclusion(one), 0))
                .orElse(known ? texts.text("results.hidden") : Formats.NONE);
    }

    /// How long patients waited, with what the process leaders say.
    Section waiting() {
        var lines = new TreeMap<String, String>(Collator.getInstance(Locale.of(texts.text("language.tag"))));
        for (var edition : editions) {
            edition.content().at(Content.WHOLE).stream()
                    .filter(line -> line.now().n() > 0 && !edition.hiding().hides(line))
                    .forEach(line -> lines.put(names.diagnosis(line.svf(), texts), line.svf()));
        }
        var diagnoses = Stream.concat(Stream.of(""), lines.values().stream()).toList();
        return new Section(
                "vantetider",
                texts.text("yearly.waiting"),
                List.of(texts.text("yearly.waiting.words", percent(names.goal()))),
                List.of(
                        table("yearly.waiting.share", "results.column.diagnosis", rows(diagnoses, this::share)),
                        table("yearly.waiting.median", "results.column.diagnosis", rows(diagnoses, this::median))),
                comments());
    }

    private interface Told {
        String of(Edition edition, Line line);
    }

    private List<Row> rows(List<String> diagnoses, Told told) {
        return diagnoses.stream()
                .map(svf ->
                        row(names.diagnosis(svf, texts), edition -> told.of(edition, edition.line(svf, Content.WHOLE))))
                .toList();
    }

    private String share(Edition edition, Line line) {
        if (edition.hiding().hides(line)) {
            return texts.text("results.hidden");
        }
        if (line.now().n() == 0) {
            return Formats.NONE;
        }
        var share = line.now().withLimit() == 0
                ? Formats.NONE
                : edition.hiding().hidesShare(line)
                        ? texts.text("results.hidden")
                        : texts.formats().percent(line.now().share(), 0);
        return "%s (%s)".formatted(share, texts.formats().whole(line.now().n()));
    }

    private String median(Edition edition, Line line) {
        return texts.formats().decimal(edition.hiding().median(line), 0);
    }

    private List<Said> comments() {
        var all = new ArrayList<Said>();
        for (var edition : editions) {
            edition.comments().values().stream()
                    .sorted(Comparator.comparing(Comment::figure))
                    .forEach(one -> all.add(new Said(
                            names.diagnosis(one.figure(), texts) + ", " + period(edition), one.reason(), one.doing())));
        }
        return all;
    }

    /// What patients say.
    Section experience() {
        return new Section(
                "upplevelse",
                texts.text("yearly.experience"),
                List.of(texts.text("yearly.experience.words")),
                List.of(measures("yearly.experience.table", all().filter(YearlyAccountWords::asksPatients))),
                List.of());
    }

    private static boolean asksPatients(Indicator one) {
        return one.measure().filter(measure -> measure.startsWith(EXPERIENCE)).isPresent();
    }

    /// How the other measures of the promises stand.
    Section promises() {
        return new Section(
                "loften",
                texts.text("yearly.promises"),
                List.of(texts.text("yearly.promises.words")),
                IntStream.rangeClosed(1, Catalogue.PROMISES)
                        .mapToObj(number -> measures(
                                "indicator.promise." + number,
                                names.ofPromise(number).stream().filter(one -> !asksPatients(one))))
                        .filter(table -> !table.rows().isEmpty())
                        .toList(),
                List.of());
    }

    private Stream<Indicator> all() {
        return IntStream.rangeClosed(1, Catalogue.PROMISES).boxed().flatMap(number -> names.ofPromise(number).stream());
    }

    private Table measures(String name, Stream<Indicator> some) {
        var heads = new ArrayList<>(List.of(texts.text("yearly.measure"), texts.text("yearly.goal")));
        editions.forEach(edition -> heads.add(period(edition)));
        var rows = some.map(one -> new Row(Stream.concat(
                                Stream.of(
                                        one.name().in(texts.language()),
                                        texts.formats().percent(one.high(), 0)),
                                editions.stream().map(edition -> measure(edition, one)))
                        .toList()))
                .toList();
        return new Table(texts.text(name), heads, rows, true);
    }

    private String measure(Edition edition, Indicator indicator) {
        if (hidden(edition, indicator.measure().orElse(""))) {
            return texts.text("results.hidden");
        }
        return edition.content().indicators().stream()
                .filter(one -> one.id().equals(indicator.id()) && one.share().denominator() > 0)
                .findFirst()
                .map(this::measure)
                .orElse(Formats.NONE);
    }

    /// What is hidden as a figure is not told as a measure.
    private static boolean hidden(Edition edition, String measure) {
        return switch (measure) {
            case INCLUSION -> edition.hiddenIncluded().contains("/" + Content.WHOLE);
            case "within-limit", "within-four-weeks" -> edition.hiding().hidesShare(edition.line("", Content.WHOLE));
            default -> false;
        };
    }

    /// A share is told of five or more on either side, as all shares of small groups are.
    private String measure(Indicated one) {
        var share = one.share();
        long others = share.denominator() - share.numerator();
        return share.numerator() < SmallGroups.FEWEST || others < SmallGroups.FEWEST
                ? texts.text("results.hidden")
                : texts.formats().percent(share.value(), 0);
    }

    /// What is done.
    Section activities(List<Activity> some, LocalDate today) {
        var rows = some.stream()
                .map(one -> new Row(List.of(
                        one.content().title(),
                        one.content().area(),
                        texts.text("strategy.status." + one.on(today).key()),
                        one.said().words())))
                .toList();
        return new Section(
                "atgarder",
                texts.text("yearly.activities"),
                List.of(texts.text(rows.isEmpty() ? "yearly.activities.none" : "yearly.activities.words")),
                rows.isEmpty()
                        ? List.of()
                        : List.of(new Table(
                                texts.text("yearly.activities.table"),
                                List.of(
                                        texts.text("yearly.activity"),
                                        texts.text("yearly.area"),
                                        texts.text("yearly.status"),
                                        texts.text("yearly.said")),
                                rows,
                                false)),
                List.of());
    }

    private Table table(String name, String first, List<Row> rows) {
        var heads = new ArrayList<>(List.of(texts.text(first)));
        editions.forEach(edition -> heads.add(period(edition)));
        return new Table(texts.text(name), heads, rows, true);
    }

    private Row row(String name, Function<Edition, String> cell) {
        return new Row(
                Stream.concat(Stream.of(name), editions.stream().map(cell)).toList());
    }

    private String period(Edition edition) {
        var span = edition.issue().span();
        return texts.formats().period(span.from(), span.to());
    }

    private String percent(double share) {
        return share < 0 ? Formats.NONE : texts.formats().percent(share, 0);
    }
}
