package se.varjedag.app.coordination.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.coordination.Covers.Cover;
import se.varjedag.app.coordination.Handovers.Handover;
import se.varjedag.app.coordination.Line;
import se.varjedag.app.coordination.Named.Holder;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.web.Formats;
import se.varjedag.pathway.ahead.PathwayClock;

/// One line of the worklist in words.
///
/// @param value what a tick of the line sends
/// @param path the page of the pathway; null for who may not open it
/// @param days `8 kvar` or `13 över`
/// @param ofLimit `31 av 39`, or that no limit is known
/// @param by the day of the next step, `så snart det går`, or that it is unknown
/// @param byDay the same as `2026-11-23`; null where it is no day
/// @param bySays how far off that day is, or why there is none
/// @param chance per cent; null where none can be said
/// @param noChance why none can be said
/// @param bar width of the chance's bar, in per cent
/// @param tags what else must be known of the line
public record WorkRow(
        String value,
        @Nullable String path,
        String who,
        String what,
        ClockBar clock,
        String days,
        String ofLimit,
        boolean over,
        String at,
        String since,
        String next,
        String owner,
        String by,
        @Nullable String byDay,
        String bySays,
        boolean pressing,
        @Nullable String chance,
        String noChance,
        int bar,
        boolean small,
        List<Person> people,
        List<Tag> tags) {
    private static final int HALF = 50;
    private static final int PERCENT = 100;

    public WorkRow {
        people = List.copyOf(people);
        tags = List.copyOf(tags);
    }

    /// Who is named, and who stands in today.
    public record Person(String task, String name, @Nullable String cover) {}

    /// A word beside the line.
    public record Tag(String says, String text) {}

    /// What rows are made with.
    record With(
            Words words,
            LocalDate day,
            ClockBar.Axis axis,
            UnaryOperator<String> units,
            List<Cover> covers,
            UnaryOperator<String> names,
            boolean opens,
            boolean chances) {}

    static WorkRow of(Line line, With with) {
        var words = with.words();
        var texts = words.texts();
        var clock = line.clock();
        var left = clock.left();
        var handle = line.key().person() + "/" + line.key().handle();
        var chance = line.chance().filter(one -> !clock.over());
        int percent = (int) Math.round(chance.map(one -> one.value()).orElse(0.0) * PERCENT);
        var by = by(line, with);
        return new WorkRow(
                handle,
                with.opens() ? WorklistController.PATH + "/" + handle : null,
                with.names().apply(line.key().person().toString()),
                (line.born() > 0 ? texts.text("work.age", with.day().getYear() - line.born()) + " · " : "")
                        + line.definition().name(texts.language()),
                ClockBar.of(clock, with.axis(), texts),
                left.isEmpty()
                        ? texts.text("work.day", clock.used())
                        : left.getAsInt() >= 0
                                ? texts.text("work.left", left.getAsInt())
                                : texts.text("work.over", -left.getAsInt()),
                clock.limit().isEmpty()
                        ? texts.text("work.nolimit")
                        : texts.text("work.of", clock.used(), clock.limit().getAsInt()),
                clock.over(),
                texts.text("point." + clock.at().point().key()),
                since(clock, words, with.day()),
                line.next()
                        .map(next -> next.booked().isPresent()
                                ? texts.text("work.booked." + next.point().key())
                                : texts.text("work.do." + next.point().key()))
                        .orElse("–"),
                line.owner().isEmpty()
                        ? texts.text("patient.nounit")
                        : with.units().apply(line.owner()),
                by.day(),
                by.on().map(LocalDate::toString).orElse(null),
                by.says(),
                by.pressing(),
                chance.isEmpty() ? null : texts.formats().percent(chance.get().value(), 0),
                noChance(line, with),
                percent,
                percent < HALF,
                people(line, with),
                tags(line, with));
    }

    private static String noChance(Line line, With with) {
        var texts = with.words().texts();
        if (line.clock().over() || line.group() == Line.Group.SILENT) {
            return Formats.NONE;
        }
        if (line.clock().longest().isEmpty()) {
            return texts.text("work.nolimit");
        }
        return texts.text(with.chances() ? "work.chance.few" : "work.chance.coming");
    }

    private record By(String day, Optional<LocalDate> on, String says, boolean pressing) {}

    /// A booked day where there is one; otherwise the last day, or why there is none.
    private static By by(Line line, With with) {
        var words = with.words();
        var texts = words.texts();
        var next = line.next();
        var booked = next.flatMap(Line.NextUp::booked);
        var latest = next.flatMap(Line.NextUp::latest);
        if (booked.isPresent()) {
            boolean late = latest.filter(last -> booked.get().isAfter(last)).isPresent();
            return new By(
                    words.day(booked.get(), with.day()),
                    booked,
                    late ? texts.text("work.by.bookedlate") : texts.text("work.by.booked"),
                    late);
        }
        if (line.clock().over()) {
            return new By(
                    texts.text("work.by.soon"),
                    Optional.empty(),
                    texts.text(
                            "work.by.limitwas",
                            words.day(line.clock().limitDay().orElseThrow(), with.day())),
                    false);
        }
        if (latest.isPresent()) {
            boolean gone = latest.get().isBefore(with.day());
            return new By(
                    gone ? texts.text("work.by.soon") : words.day(latest.get(), with.day()),
                    latest.filter(_ -> !gone),
                    gone
                            ? texts.text("work.by.was", words.day(latest.get(), with.day()))
                            : words.away(latest.get(), with.day()),
                    line.group() == Line.Group.NOW);
        }
        return line.clock()
                .limitDay()
                .map(last -> new By(
                        words.day(last, with.day()),
                        Optional.of(last),
                        texts.text("work.by.limit"),
                        line.group() == Line.Group.NOW))
                .orElseGet(() -> new By("–", Optional.empty(), texts.text("work.nolimit"), false));
    }

    private static String since(PathwayClock clock, Words words, LocalDate day) {
        return words.away(clock.at().day(), day);
    }

    private static List<Person> people(Line line, With with) {
        var all = new ArrayList<Person>();
        for (var task : Task.values()) {
            line.holder(task).ifPresent(holder -> all.add(person(holder, task, with)));
        }
        return all;
    }

    static Person person(Holder holder, Task task, With with) {
        var cover = with.covers().stream()
                .filter(one -> one.away().who().equals(holder.staff().who()) && one.on(with.day()))
                .reduce((_, later) -> later);
        return new Person(
                with.words().texts().text("work.task.short." + task.key()),
                holder.staff().name(),
                cover.map(one -> with.words()
                                .texts()
                                .text("work.covered", one.cover().name()))
                        .orElse(null));
    }

    private static List<Tag> tags(Line line, With with) {
        var texts = with.words().texts();
        var all = new ArrayList<Tag>();
        if (line.reasonMissing()) {
            all.add(new Tag("late", texts.text("work.tag.reason")));
        }
        handover(line.handover(), texts::text, with).ifPresent(all::add);
        if (line.holder(Task.CONTACT_NURSE).isEmpty()) {
            all.add(new Tag("open", texts.text("work.tag.nonurse")));
        }
        return all;
    }

    private static Optional<Tag> handover(Optional<Handover> handover, UnaryOperator<String> text, With with) {
        return handover.map(one -> one.open()
                ? new Tag(
                        "late",
                        with.words().texts().text("work.tag.sent", with.units().apply(one.to())))
                : new Tag("late", text.apply("work.tag.refused")));
    }
}
