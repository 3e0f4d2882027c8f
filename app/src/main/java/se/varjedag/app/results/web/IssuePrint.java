package se.varjedag.app.results.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issue.Comment;
import se.varjedag.app.results.Issue.Erratum;
import se.varjedag.app.results.Issue.Frozen;
import se.varjedag.app.results.web.IssueController.Head;
import se.varjedag.app.results.web.IssueController.Said;
import se.varjedag.app.web.Templates;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.pdf.Pdf;

/// An issue on paper: what its pages say, in one document.
///
/// @param mark  what stands on top of every page; empty where nothing does
/// @param view  the figures of all diagnoses
/// @param parts each diagnosis that has figures or a comment
/// @param basis definitions and program, in words; empty for a draft
public record IssuePrint(Head head, String mark, IssueView view, List<Part> parts, String basis) {
    public IssuePrint {
        parts = List.copyOf(parts);
    }

    /// A diagnosis.
    public record Part(
            String id,
            String name,
            List<IssueView.Row> rows,
            List<DayRows.Row> days,
            @Nullable Said comment) {
        public Part {
            rows = List.copyOf(rows);
            days = List.copyOf(days);
        }
    }

    /// A published issue as PDF for everybody: the same figures, without the names of those who signed.
    ///
    /// @param comments those that held when it was frozen, by diagnosis
    /// @param day      when it was published
    public static byte[] published(
            Issue issue,
            Frozen frozen,
            Content content,
            Map<String, Comment> comments,
            List<Erratum> errata,
            LocalDate day,
            boolean simulated,
            ResultNames names,
            Texts texts) {
        var formats = texts.formats();
        var head = new Head(
                "",
                issue.name(),
                Regions.healthcareRegion(issue.healthcareRegion()),
                formats.period(issue.span().from(), issue.span().to()),
                formats.moment(issue.knownAt()),
                texts.text("results.step." + issue.step().key()),
                texts.text("results.print.published", frozen.number(), formats.date(day), frozen.program()),
                frozen.sha256(),
                errata.stream()
                        .map(one -> new Said(
                                texts.text("results.erratum", one.number()),
                                one.words(),
                                "",
                                formats.moment(one.signed().at())))
                        .toList(),
                List.of(),
                false,
                false,
                true,
                true);
        return pdf(issue, head, content, comments, one -> unnamed(one, texts), simulated, names, texts);
    }

    private static Said unnamed(Comment comment, Texts texts) {
        return new Said(
                "",
                comment.reason(),
                comment.doing(),
                texts.formats().moment(comment.signed().at()));
    }

    /// The issue as PDF.
    ///
    /// @param comments those that hold, by diagnosis
    /// @param said     a comment in words, with who signed it where the reader may know
    static byte[] pdf(
            Issue issue,
            Head head,
            Content content,
            Map<String, Comment> comments,
            Function<Comment, Said> said,
            boolean simulated,
            ResultNames names,
            Texts texts) {
        var hiding = Hiding.of(content);
        var parts = diagnoses(content, names, texts)
                .filter(line -> (line.now().n() > 0 && !hiding.hides(line)) || comments.containsKey(line.svf()))
                .map(line -> new Part(
                        "d-" + line.svf(),
                        names.diagnosis(line.svf(), texts),
                        IssueView.places(issue, content, line.svf(), names, texts),
                        DayRows.of(line, hiding, names.goal(), texts).rows(),
                        Optional.ofNullable(comments.get(line.svf())).map(said).orElse(null)))
                .toList();
        var marks = Stream.of(
                        head.frozen() ? "" : texts.text("results.print.draft"),
                        simulated ? texts.text("frame.simulated") : "")
                .filter(word -> !word.isEmpty())
                .toList();
        var print = new IssuePrint(
                head,
                String.join(" · ", marks),
                IssueView.of(issue, content, comments, names, texts),
                parts,
                head.frozen() ? texts.text("results.print.basis", content.countedTo()) : "");
        var html = Templates.html("results/print", Map.of("texts", texts, "print", print));
        return Pdf.of(new String(html.toByteArray(), StandardCharsets.UTF_8), texts.text("language.tag"));
    }

    private static Stream<Line> diagnoses(Content content, ResultNames names, Texts texts) {
        return content.at(Content.WHOLE).stream().sorted(IssueView.byName(names, texts));
    }

    /// How long the line of an interval is, as a length in the bar.
    public static String interval(Bar bar) {
        return bar.from() == null || bar.to() == null
                ? "0%"
                : number(bar.to()).subtract(number(bar.from())).toPlainString() + "%";
    }

    private static BigDecimal number(String percent) {
        return new BigDecimal(percent.substring(0, percent.length() - 1));
    }
}
