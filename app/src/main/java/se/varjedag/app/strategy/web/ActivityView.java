package se.varjedag.app.strategy.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.strategy.Activities;
import se.varjedag.app.strategy.Activity;
import se.varjedag.app.strategy.Entry;
import se.varjedag.app.strategy.Entry.What;
import se.varjedag.app.strategy.Measures;
import se.varjedag.app.strategy.Status;
import se.varjedag.app.strategy.web.PlanFrame.Opened;
import se.varjedag.app.strategy.web.PlanFrame.Option;
import se.varjedag.app.strategy.web.PlanWords.Row;
import se.varjedag.app.web.Texts;

/// One activity in words.
///
/// @param measurePath the page of what it is to move; empty where nothing is named or nothing shows it
/// @param stepPath    the page of the bottleneck it is to move; empty for none
/// @param before      the same in the plan before; empty for none
/// @param after       the same in later plans
public record ActivityView(
        Row row,
        String plan,
        String planQuery,
        String measurePath,
        String step,
        String stepPath,
        String source,
        List<Link> before,
        List<Link> after,
        List<Line> decisions,
        List<Line> history,
        List<Option> statuses) {

    public ActivityView {
        before = List.copyOf(before);
        after = List.copyOf(after);
        decisions = List.copyOf(decisions);
        history = List.copyOf(history);
        statuses = List.copyOf(statuses);
    }

    /// Another activity.
    public record Link(String path, String text) {}

    /// An entry in words.
    ///
    /// @param what what kind of entry, or which status it says
    /// @param tone of its tag
    public record Line(String what, String tone, String words, String signed) {}

    static ActivityView of(Activity one, Opened opened, Activities activities, Texts texts, LocalDate today) {
        var content = one.content();
        var words = opened.words();
        var history = activities.history(one.id());
        return new ActivityView(
                words.row(one),
                opened.plan().name(),
                "?plan=" + opened.plan().id(),
                Measures.page(content.indicator())
                        .map(path -> withOwnDay(narrowed(path, content.svf()), one))
                        .orElse(""),
                Steps.name(content.step(), texts),
                content.step().isEmpty()
                        ? ""
                        : "/folj-upp/flaskhalsar/steg?steg=" + content.step()
                                + (content.svf().isEmpty() ? "" : "&svf=" + content.svf()),
                one.source().isEmpty() ? "" : PlanWords.source(one.source(), texts),
                one.carriedFrom().stream()
                        .mapToObj(activities::byId)
                        .flatMap(Optional::stream)
                        .map(ActivityView::link)
                        .toList(),
                activities.carriedOn(one.id()).stream().map(ActivityView::link).toList(),
                history.stream()
                        .filter(entry -> entry.what() == What.DECISION)
                        .map(entry -> line(entry, words, texts))
                        .toList(),
                history.stream().map(entry -> line(entry, words, texts)).toList(),
                Status.said().stream()
                        .map(status -> new Option(
                                status.key(),
                                words.status(status),
                                status == one.said().status()))
                        .toList());
    }

    private static String narrowed(String path, String svf) {
        return svf.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + "svf=" + svf;
    }

    /// The page where a figure is drawn from month to month marks the day the activity began, by its name.
    private static String withOwnDay(String path, Activity one) {
        return Measures.drawn(one.content().indicator()) && one.content().from().isPresent()
                ? path + "&handelse=" + one.content().from().get() + "&not="
                        + URLEncoder.encode(one.content().title(), StandardCharsets.UTF_8)
                : path;
    }

    private static Link link(Activity other) {
        return new Link(
                ActivityController.PATH + "/" + other.id(), other.content().title());
    }

    private static Line line(Entry entry, PlanWords words, Texts texts) {
        var what = entry.status()
                .map(words::status)
                .orElseGet(() -> entry.what() == What.DECISION
                        ? texts.text(
                                "strategy.entry.decision",
                                entry.day().map(LocalDate::toString).orElse(""))
                        : texts.text("strategy.entry." + entry.what().key()));
        return new Line(
                what, entry.status().map(PlanWords::tone).orElse("open"), entry.words(), words.moment(entry.signed()));
    }
}
