package se.varjedag.app.overview.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.coordination.Line;
import se.varjedag.app.coordination.Standing;
import se.varjedag.app.coordination.Task;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;

/// How an open pathway stands today and what comes next, in the words of the worklist.
///
/// @param used `31 av 39`, or the days alone where no limit is known
/// @param left `8 kvar` or `13 över`; null where no limit is known
/// @param by what its day is: booked, the last day for it, or that there is none
/// @param day the day itself; null where there is none to name
/// @param people who is named for it
public record Ahead(
        String name,
        String used,
        @Nullable String left,
        boolean over,
        String next,
        String by,
        @Nullable LocalDate day,
        String dayText,
        List<String> people) {

    public Ahead {
        people = List.copyOf(people);
    }

    static List<Ahead> of(List<Standing> pathways, LocalDate today, Texts texts) {
        return pathways.stream()
                .filter(one -> one.end().isEmpty())
                .map(one -> of(one.line(), today, texts))
                .toList();
    }

    private static Ahead of(Line line, LocalDate today, Texts texts) {
        var clock = line.clock();
        var left = clock.left();
        var booked = line.next().flatMap(Line.NextUp::booked);
        var latest = line.next().flatMap(Line.NextUp::latest);
        boolean soon = booked.isEmpty()
                && (clock.over() || latest.filter(day -> day.isBefore(today)).isPresent());
        Optional<LocalDate> day =
                soon ? Optional.empty() : booked.or(() -> latest).or(clock::limitDay);
        return new Ahead(
                line.definition().name(texts.language()),
                clock.limit().isEmpty()
                        ? texts.text("work.day", clock.used())
                        : texts.text("work.of", clock.used(), clock.limit().getAsInt()),
                left.isEmpty() ? null : texts.text(clock.over() ? "work.over" : "work.left", Math.abs(left.getAsInt())),
                clock.over(),
                line.next()
                        .map(next -> texts.text((booked.isPresent() ? "work.booked." : "work.do.")
                                + next.point().key()))
                        .orElse(Formats.NONE),
                by(soon, booked.isPresent(), latest.isPresent(), day.isPresent(), texts),
                day.orElse(null),
                day.map(texts.formats()::date).orElse(Formats.NONE),
                Stream.of(Task.values())
                        .flatMap(task -> line
                                .holder(task)
                                .map(one -> texts.text("work.task." + task.key()) + ": "
                                        + one.staff().name())
                                .stream())
                        .toList());
    }

    private static String by(boolean soon, boolean booked, boolean latest, boolean any, Texts texts) {
        if (soon) {
            return texts.text("work.by.soon");
        }
        if (!any) {
            return texts.text("work.nolimit");
        }
        return texts.text(booked ? "overview.ahead.booked" : latest ? "overview.ahead.latest" : "overview.ahead.limit");
    }
}
