package se.varjedag.app.results.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Recount;
import se.varjedag.app.results.Recount.Cause;
import se.varjedag.app.results.Recount.Differs;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;

/// An issue counted again, in finished words.
///
/// @param said   whether it came out the same, and by which seal
/// @param causes how many figures differ for each cause
/// @param parts  what differs, a diagnosis at a time
public record RecountView(boolean identical, String said, String seal, List<String> causes, List<Part> parts) {
    private static final String DAYS = "days";

    public RecountView {
        causes = List.copyOf(causes);
        parts = List.copyOf(parts);
    }

    /// A diagnosis.
    public record Part(String name, String count, List<Row> rows) {
        public Part {
            rows = List.copyOf(rows);
        }
    }

    /// A figure that differs.
    public record Row(String place, String name, String frozen, String then, String now, String causes) {}

    static RecountView of(Issue issue, Content content, Recount.Result result, ResultsFrame frame, Texts texts) {
        var hiding = Hiding.of(content);
        var lines = new HashMap<String, Line>();
        content.figures().forEach(line -> lines.put(line.key(), line));
        Map<String, List<Row>> bySvf = new LinkedHashMap<>();
        Map<Cause, Integer> counts = new LinkedHashMap<>();
        for (var one : result.differences()) {
            one.causes().forEach(cause -> counts.merge(cause, 1, Integer::sum));
            boolean indicator = one.period().equals("indicator");
            int slash = one.figure().indexOf('/');
            var svf = indicator ? "" : one.figure().substring(0, slash);
            var line = lines.get(one.figure());
            boolean hidden = !indicator
                    && (line == null || hiding.hides(line, one.period().equals("before"), one.name()));
            var place = indicator
                    ? one.figure()
                    : line == null ? one.figure().substring(slash + 1) : frame.place(line, issue, texts);
            bySvf.computeIfAbsent(frame.diagnosis(svf, texts), _ -> new ArrayList<>())
                    .add(row(one, place, hidden, texts));
        }
        return new RecountView(
                result.identical(),
                texts.text(result.identical() ? "results.recount.same" : "results.recount.other"),
                result.seal(),
                counts.entrySet().stream()
                        .map(one -> texts.text("results.recount.count", one.getValue(), cause(one.getKey(), texts)))
                        .toList(),
                bySvf.entrySet().stream()
                        .map(one -> new Part(
                                one.getKey(),
                                texts.text(
                                        "results.recount.differ", one.getValue().size()),
                                one.getValue()))
                        .toList());
    }

    private static String cause(Cause cause, Texts texts) {
        return texts.text("results.cause." + cause.name().toLowerCase(Locale.ROOT));
    }

    private static Row row(Differs one, String place, boolean hidden, Texts texts) {
        return new Row(
                place,
                texts.text("results.recount.period." + one.period(), texts.text("results.number." + one.name())),
                value(one, one.frozen(), hidden, texts),
                value(one, one.then(), hidden, texts),
                value(one, one.nowKnown(), hidden, texts),
                one.causes().stream().map(cause -> cause(cause, texts)).collect(Collectors.joining(", ")));
    }

    private static String value(Differs one, String written, boolean hidden, Texts texts) {
        if (hidden) {
            return texts.text("results.hidden");
        }
        if (one.name().equals(DAYS)) {
            return texts.text("results.recount.days");
        }
        if (written.isEmpty()) {
            return Formats.NONE;
        }
        double number = Double.parseDouble(written);
        return one.name().startsWith("share")
                ? texts.formats().percent(number, 2)
                : number == Math.rint(number)
                        ? texts.formats().whole((long) number)
                        : texts.formats().decimal(number, 1);
    }
}
