package se.varjedag.app.results.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.indicators.Catalogue;
import se.varjedag.app.indicators.Indicator.Standing;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issue.Comment;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.SmallGroups;

/// The figures of an issue in finished words: what stands out first, then every diagnosis.
///
/// @param summary  sentences
/// @param promises how many goals of each promise are reached
/// @param rows     all together first, then each diagnosis by name of which enough started
/// @param few      the diagnoses of which too few started to be told of
/// @param none     those of which nobody did
/// @param before   where the period before is taken from; empty where it was counted with these
public record IssueView(
        List<String> summary,
        List<Promise> promises,
        List<Row> rows,
        List<Named> few,
        List<Named> none,
        String before) {
    private static final int FEW = 3;

    public IssueView {
        summary = List.copyOf(summary);
        promises = List.copyOf(promises);
        rows = List.copyOf(rows);
        few = List.copyOf(few);
        none = List.copyOf(none);
    }

    /// The diagnoses with figures that nobody has said anything of.
    public List<Named> uncommented() {
        return rows.stream()
                .skip(1)
                .filter(row -> !row.commented())
                .map(row -> new Named(row.name(), row.path()))
                .toList();
    }

    /// A diagnosis without figures.
    public record Named(String name, String path) {}

    /// A promise.
    ///
    /// @param tone how it stands, as a tag says it; null where it cannot be told
    public record Promise(
            int number,
            String name,
            String words,
            String told,
            @Nullable String tone) {}

    /// A diagnosis, or a place.
    ///
    /// @param bar    null where the share is not told
    /// @param change since the period before, in words; empty where it cannot be told
    /// @param arrow  the same as a sign
    public record Row(
            String name,
            String path,
            String n,
            String share,
            @Nullable Bar bar,
            String median,
            String p90,
            String waiting,
            String arrow,
            String change,
            boolean commented) {}

    static IssueView of(Issue issue, Content content, Map<String, Comment> comments, ResultNames names, Texts texts) {
        var hiding = Hiding.of(content);
        var making = new Making(issue, hiding, names, texts);
        var diagnoses =
                content.at(Content.WHOLE).stream().sorted(byName(names, texts)).toList();
        var whole = content.line("", Content.WHOLE).stream().toList();
        var shown = diagnoses.stream()
                .filter(line -> line.now().n() > 0 && !hiding.hides(line))
                .toList();
        return new IssueView(
                making.summary(whole.getFirst(), diagnoses),
                promises(content, names, texts),
                Stream.concat(whole.stream(), shown.stream())
                        .map(line ->
                                making.row(line, names.diagnosis(line.svf(), texts), comments.containsKey(line.svf())))
                        .toList(),
                making.names(diagnoses.stream().filter(hiding::hides)),
                making.names(diagnoses.stream().filter(line -> line.now().n() == 0)),
                content.before().isPresent()
                        ? texts.text("results.before", content.before().getAsInt())
                        : "");
    }

    /// Diagnoses in the order of their names in the reader's language.
    static Comparator<Line> byName(ResultNames names, Texts texts) {
        var collator = Collator.getInstance(Locale.of(texts.text("language.tag")));
        return Comparator.comparing(line -> names.diagnosis(line.svf(), texts), collator);
    }

    /// The places of one diagnosis, each region with its units under it.
    static List<Row> places(Issue issue, Content content, String svf, ResultNames names, Texts texts) {
        var hiding = Hiding.of(content);
        var making = new Making(issue, hiding, names, texts);
        var lines = content.of(svf);
        var rows = new ArrayList<Row>();
        lines.stream()
                .filter(Line::whole)
                .forEach(line -> rows.add(making.row(line, names.place(line, issue.healthcareRegion(), texts), false)));
        lines.stream().filter(Line::ofRegion).forEach(region -> {
            rows.add(making.row(region, names.place(region, issue.healthcareRegion(), texts), false));
            var units = lines.stream()
                    .filter(line -> line.ofUnit()
                            && line.region().equals(region.region())
                            && line.now().n() > 0)
                    .toList();
            units.stream()
                    .filter(unit -> !hiding.hides(unit))
                    .forEach(unit -> rows.add(
                            making.row(unit, "– " + names.place(unit, issue.healthcareRegion(), texts), false)));
            long few = units.stream().filter(hiding::hides).count();
            if (few > 0) {
                rows.add(making.few(texts.text("results.units.few", few)));
            }
        });
        return rows;
    }

    /// How the goals of each promise stand.
    public static List<Promise> promises(Content content, ResultNames names, Texts texts) {
        var all = new ArrayList<Promise>();
        for (int number = 1; number <= Catalogue.PROMISES; number++) {
            int told = 0;
            int reached = 0;
            var notAgain = 0;
            for (var indicator : names.ofPromise(number)) {
                for (var one : content.indicators()) {
                    if (one.id().equals(indicator.id())
                            && one.share().denominator() >= SmallGroups.FEWEST
                            && indicator.high().isPresent()) {
                        told++;
                        notAgain += one.again() ? 0 : 1;
                        reached += indicator.standing(one.share().value().orElse(0)) == Standing.HIGH ? 1 : 0;
                    }
                }
            }
            all.add(new Promise(
                    number,
                    texts.text("indicator.promise." + number),
                    told == 0
                            ? texts.text("results.promise.unknown")
                            : texts.text("results.promise.reached", reached, told),
                    notAgain == 0 ? "" : texts.text("results.promise.drafted", notAgain),
                    told == 0 ? null : reached == told ? "better" : "late"));
        }
        return all;
    }

    /// Puts lines into words.
    private record Making(Issue issue, Hiding hiding, ResultNames names, Texts texts) {

        List<String> summary(Line whole, List<Line> diagnoses) {
            var formats = texts.formats();
            var all = new ArrayList<String>();
            double goal = names.goal();
            if (hiding.hidesShare(whole) || whole.now().withLimit() == 0) {
                all.add(texts.text("results.summary.none"));
                return all;
            }
            double share = whole.now().share().orElse(0);
            all.add(texts.text(
                    share >= goal ? "results.summary.reached" : "results.summary.below",
                    formats.percent(share, 0),
                    formats.whole(whole.now().withLimit()),
                    formats.percent(goal, 0)));
            all.add(texts.text("results.summary.change." + change(whole), points(whole)));
            var told = diagnoses.stream()
                    .filter(line -> !hiding.hidesShare(line) && line.now().withLimit() >= SmallGroups.FEWEST)
                    .sorted(Comparator.comparingDouble(
                            line -> line.now().share().orElse(0)))
                    .toList();
            if (told.size() > 1) {
                int each = Math.min(FEW, told.size() / 2);
                all.add(texts.text(
                        "results.summary.ends",
                        named(told.reversed().stream().limit(each)),
                        named(told.stream().limit(each))));
            }
            var better = diagnoses.stream().filter(line -> change(line).equals("better"));
            var worse = diagnoses.stream().filter(line -> change(line).equals("worse"));
            all.add(texts.text("results.summary.certain", orNone(better), orNone(worse)));
            return all;
        }

        List<Named> names(Stream<Line> lines) {
            return lines.map(line -> new Named(names.diagnosis(line.svf(), texts), path(line.svf())))
                    .toList();
        }

        private String path(String svf) {
            return IssueController.PATH + "/" + issue.id() + "/figur?diagnos=" + svf;
        }

        /// Units together, of which nothing more is told.
        Row few(String name) {
            var none = Formats.NONE;
            return new Row(name, "", texts.text("results.hidden"), none, null, none, none, none, "", none, false);
        }

        private String orNone(Stream<Line> lines) {
            var words = named(lines);
            return words.isEmpty() ? texts.text("results.summary.nobody") : words;
        }

        private String named(Stream<Line> lines) {
            return lines.map(line -> "%s (%s)"
                            .formatted(
                                    names.diagnosis(line.svf(), texts),
                                    texts.formats().percent(line.now().share(), 0)))
                    .collect(Collectors.joining(", "));
        }

        private String points(Line line) {
            var difference = ResultTable.difference(line, hiding);
            return difference == null ? "" : texts.formats().points(difference.value());
        }

        /// Since the period before: `better`, `worse`, `same`, or `unknown`.
        private String change(Line line) {
            var difference = ResultTable.difference(line, hiding);
            if (difference == null
                    || line.now().withLimit() < SmallGroups.FEWEST
                    || line.before().withLimit() < SmallGroups.FEWEST) {
                return "unknown";
            }
            return !difference.certain() ? "same" : difference.value() > 0 ? "better" : "worse";
        }

        Row row(Line line, String name, boolean commented) {
            var formats = texts.formats();
            var now = line.now();
            boolean hidden = hiding.hides(line);
            boolean share = !hiding.hidesShare(line) && now.withLimit() > 0;
            int decimals = Formats.shareDecimals(now.withLimit());
            var change = change(line);
            return new Row(
                    name,
                    path(line.svf()),
                    hidden ? texts.text("results.hidden") : formats.whole(now.n()),
                    share
                            ? formats.percent(now.share(), decimals)
                            : hidden || now.withLimit() == 0 ? Formats.NONE : texts.text("results.hidden"),
                    share ? bar(line, decimals) : null,
                    formats.decimal(hiding.median(line), 0),
                    formats.decimal(hiding.p90(line), 0),
                    hiding.hidesOthers(line) ? texts.text("results.hidden") : formats.whole(now.waiting()),
                    switch (change) {
                        case "better" -> "↑";
                        case "worse" -> "↓";
                        case "same" -> "=";
                        default -> "";
                    },
                    change.equals("unknown") ? Formats.NONE : texts.text("results.change." + change, points(line)),
                    commented);
        }

        private Bar bar(Line line, int decimals) {
            var now = line.now();
            var formats = texts.formats();
            return Bar.share(
                    now.share().orElse(0),
                    now.low().orElse(0),
                    now.high().orElse(1),
                    names.goal(),
                    "var(--data-2)",
                    texts.text(
                            "groups.bar",
                            formats.percent(now.share(), decimals),
                            formats.percentInterval(
                                    now.low().orElse(0), now.high().orElse(1), decimals)));
        }
    }
}
