package se.varjedag.app.results.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issue.Comment;
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

    /// The issue as PDF.
    ///
    /// @param comments those that hold, by diagnosis
    static byte[] pdf(
            Issue issue,
            Head head,
            Content content,
            Map<String, Comment> comments,
            boolean simulated,
            ResultsFrame frame,
            Texts texts) {
        var hiding = Hiding.of(content);
        var parts = diagnoses(content, frame, texts)
                .filter(line -> (line.now().n() > 0 && !hiding.hides(line)) || comments.containsKey(line.svf()))
                .map(line -> new Part(
                        "d-" + line.svf(),
                        frame.diagnosis(line.svf(), texts),
                        IssueView.places(issue, content, line.svf(), frame, texts),
                        DayRows.of(line, hiding, frame.goal(), texts).rows(),
                        Optional.ofNullable(comments.get(line.svf()))
                                .map(one -> IssueController.said("", one, texts))
                                .orElse(null)))
                .toList();
        var marks = Stream.of(
                        head.frozen() ? "" : texts.text("results.print.draft"),
                        simulated ? texts.text("frame.simulated") : "")
                .filter(word -> !word.isEmpty())
                .toList();
        var print = new IssuePrint(
                head,
                String.join(" · ", marks),
                IssueView.of(issue, content, comments, frame, texts),
                parts,
                head.frozen() ? texts.text("results.print.basis", content.countedTo()) : "");
        var html = Templates.html("results/print", Map.of("texts", texts, "print", print));
        return Pdf.of(new String(html.toByteArray(), StandardCharsets.UTF_8), texts.text("language.tag"));
    }

    private static Stream<Line> diagnoses(Content content, ResultsFrame frame, Texts texts) {
        return content.at(Content.WHOLE).stream().sorted(IssueView.byName(frame, texts));
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
