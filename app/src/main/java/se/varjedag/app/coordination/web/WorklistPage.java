package se.varjedag.app.coordination.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.coordination.Line;
import se.varjedag.app.coordination.Line.Group;
import se.varjedag.app.coordination.Named.Staff;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.coordination.Views.View;
import se.varjedag.app.web.Texts;

/// The worklist as its page shows it.
///
/// @param all how many open pathways the unit has
/// @param narrowed how many of them are asked for
/// @param groups the lines of this page by group; a group with lines on other pages too says how many it has in all
/// @param before the page before; null on the first
/// @param after the page after; null on the last
public record WorklistPage(
        int all,
        int narrowed,
        String day,
        @Nullable String stale,
        List<Chip> chips,
        List<Saved> saved,
        Filter filter,
        List<ClockBar.Part> ticks,
        List<Rows> groups,
        String pages,
        @Nullable String before,
        @Nullable String after,
        List<Coming> coming,
        Map<Task, List<Staff>> staff,
        String query,
        boolean names) {
    static final int ROWS = 50;

    public WorklistPage {
        chips = List.copyOf(chips);
        saved = List.copyOf(saved);
        ticks = List.copyOf(ticks);
        groups = List.copyOf(groups);
        coming = List.copyOf(coming);
        staff = Map.copyOf(staff);
    }

    /// A choice of state, with how many lines it has.
    public record Chip(String text, int count, String path, boolean chosen) {}

    /// A saved choice.
    public record Saved(long id, String name, String path, boolean chosen) {}

    /// What the lines can be narrowed by.
    public record Filter(
            List<Option> pathways,
            List<Option> steps,
            List<Option> owners,
            boolean narrowed,
            String state,
            boolean mine) {}

    /// One of several to choose.
    public record Option(String value, String text, boolean chosen) {}

    /// The lines of one group.
    public record Rows(String key, String title, int count, List<WorkRow> rows) {}

    /// A pathway on its way here.
    public record Coming(long id, WorkRow row, String from, String words, String sent) {}

    /// One page of the lines.
    record Part(List<Line> lines, int page, int pages) {
        static Part of(List<Line> all, int asked) {
            int pages = Math.max(1, (all.size() + ROWS - 1) / ROWS);
            int page = Math.min(asked, pages);
            return new Part(all.subList((page - 1) * ROWS, Math.min(all.size(), page * ROWS)), page, pages);
        }
    }

    static List<Chip> chips(Choice choice, List<Line> lines, Predicate<Line> hers, Texts texts) {
        var chips = new ArrayList<Chip>();
        var some = lines.stream().filter(choice.besideState(hers)).toList();
        for (var state : Choice.State.values()) {
            int count = (int) some.stream().filter(state::holds).count();
            if (count > 0 || state == Choice.State.ALL || state == choice.state()) {
                chips.add(new Chip(
                        texts.text("work.state." + state.key()),
                        count,
                        choice.in(state).path(),
                        state == choice.state()));
            }
        }
        int mine = (int) lines.stream()
                .filter(choice.ofMine(true).besideState(hers))
                .filter(choice.state()::holds)
                .count();
        chips.add(new Chip(
                texts.text("work.mine"), mine, choice.ofMine(!choice.mine()).path(), choice.mine()));
        return chips;
    }

    static List<Saved> saved(List<View> views, Choice choice) {
        return views.stream()
                .map(view -> new Saved(
                        view.id(),
                        view.name(),
                        WorklistController.PATH + "?" + view.choice(),
                        view.choice().equals(choice.on(1).query())))
                .toList();
    }

    static Filter filter(Choice choice, List<Line> lines, Texts texts, Function<String, String> units) {
        var language = texts.language();
        return new Filter(
                options(
                        lines.stream().map(Line::definition),
                        one -> one.id(),
                        one -> one.name(language),
                        choice.pathway()),
                options(
                        lines.stream().flatMap(line -> line.next().stream()).map(Line.NextUp::point),
                        one -> one.key(),
                        one -> texts.text("point." + one.key()),
                        choice.step()),
                options(lines.stream().map(Line::owner), Function.identity(), units, choice.owner()),
                choice.narrowed(),
                choice.state() == Choice.State.ALL ? "" : choice.state().key(),
                choice.mine());
    }

    private static <T> List<Option> options(
            Stream<T> values, Function<T, String> key, Function<T, String> text, String chosen) {
        var all = new TreeMap<String, String>();
        values.forEach(one -> all.put(key.apply(one), text.apply(one)));
        return all.entrySet().stream()
                .filter(one -> !one.getKey().isEmpty())
                .map(one ->
                        new Option(one.getKey(), one.getValue(), one.getKey().equals(chosen)))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }

    static List<Rows> groups(List<Line> shown, List<Line> all, WorkRow.With with) {
        var texts = with.words().texts();
        var counts = new EnumMap<Group, Integer>(Group.class);
        all.forEach(line -> counts.merge(line.group(), 1, Integer::sum));
        var groups = new ArrayList<Rows>();
        for (var group : Group.values()) {
            var rows = shown.stream()
                    .filter(line -> line.group() == group)
                    .map(line -> WorkRow.of(line, with))
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new Rows(
                        group.key(), texts.text("work.group." + group.key()), counts.getOrDefault(group, 0), rows));
            }
        }
        return groups;
    }
}
