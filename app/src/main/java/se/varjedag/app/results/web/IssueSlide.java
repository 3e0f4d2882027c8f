package se.varjedag.app.results.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issue.Frozen;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Templates;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Bar;

/// A diagnosis of an issue as one picture for a slide, 1920 by 1080 pixels: the share in time, large, beside that of
/// each place. It tells what the page tells, and hides what that hides.
///
/// @param share    of the whole healthcare region; that it is hidden where it is
/// @param said     what else is told of the whole, a line each
/// @param more     that there are more places than are drawn; empty where all are
/// @param source   where it is from
/// @param marks    what has to be known of it: a draft, simulated data
/// @param language its tag
public record IssueSlide(
        String title,
        String where,
        String share,
        List<String> said,
        List<Place> places,
        String more,
        String source,
        List<String> marks,
        String language,
        Texts texts) {
    /// So many places fit.
    private static final int MOST = 12;

    private static final int LONGEST_NAME = 34;
    private static final int SEAL_SHOWN = 16;
    private static final String UNIT = "– ";

    public IssueSlide {
        said = List.copyOf(said);
        places = List.copyOf(places);
        marks = List.copyOf(marks);
    }

    /// The whole healthcare region, a region or a unit.
    public record Place(
            String name, String n, String share, @Nullable Bar bar) {}

    /// The picture as SVG.
    static byte[] svg(
            Issue issue,
            Optional<Frozen> frozen,
            Content content,
            Line line,
            boolean simulated,
            ResultNames names,
            Texts texts) {
        var rows = IssueView.places(issue, content, line.svf(), names, texts);
        var regions = rows.stream().filter(row -> !row.name().startsWith(UNIT)).toList();
        var drawn = rows.size() <= MOST ? rows : regions;
        var slide = new IssueSlide(
                names.diagnosis(line.svf(), texts),
                Regions.healthcareRegion(issue.healthcareRegion()) + " · "
                        + texts.formats()
                                .period(issue.span().from(), issue.span().to()),
                rows.getFirst().share(),
                said(line, Hiding.of(content), names, texts),
                drawn.stream().limit(MOST).map(IssueSlide::place).toList(),
                drawn.size() == rows.size() && drawn.size() <= MOST ? "" : texts.text("results.slide.more"),
                source(issue, frozen, texts),
                Stream.of(
                                frozen.isEmpty() ? texts.text("results.print.draft") : "",
                                simulated ? texts.text("frame.simulated") : "")
                        .filter(mark -> !mark.isEmpty())
                        .toList(),
                texts.text("language.tag"),
                texts);
        var svg = Templates.html("results/slide", Map.of("slide", slide)).toByteArray();
        return new String(svg, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8);
    }

    private static Place place(IssueView.Row row) {
        var name = row.name().length() <= LONGEST_NAME
                ? row.name()
                : row.name().substring(0, LONGEST_NAME - 1).strip() + "…";
        return new Place(name, row.n(), row.share(), row.bar());
    }

    private static List<String> said(Line line, Hiding hiding, ResultNames names, Texts texts) {
        var formats = texts.formats();
        var now = line.now();
        boolean share = !hiding.hidesShare(line) && now.withLimit() > 0;
        return Stream.of(
                        share
                                ? formats.percentInterval(
                                        now.low().orElse(0),
                                        now.high().orElse(1),
                                        Formats.shareDecimals(now.withLimit()))
                                : "",
                        names.goal() < 0 ? "" : texts.text("results.slide.goal", formats.percent(names.goal(), 0)),
                        hiding.hides(line) ? "" : texts.text("results.slide.n", formats.whole(now.n())),
                        hiding.median(line).isPresent()
                                ? texts.text("results.slide.median", formats.decimal(hiding.median(line), 0))
                                : "")
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static String source(Issue issue, Optional<Frozen> frozen, Texts texts) {
        var known =
                texts.text("results.slide.source", issue.name(), texts.formats().moment(issue.knownAt()));
        return frozen.map(one -> known + " · "
                        + texts.text(
                                "results.slide.seal", one.number(), one.sha256().substring(0, SEAL_SHOWN)))
                .orElse(known);
    }
}
