package se.varjedag.app.overview.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.overview.Content;
import se.varjedag.app.overview.Course;
import se.varjedag.app.patients.PatientValues;
import se.varjedag.app.timeline.ClinicalValue;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.State;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.Texts;

/// The overview in finished words and numbers.
///
/// @param path     the address of the page
/// @param heading  the diagnosis, and that its content is not confirmed where it is not
/// @param periods  how much of the course is shown
/// @param earlier  the period before; empty where there is nothing
/// @param later    the period after; empty at today
/// @param line     the day that the line stands on
/// @param lineX    where the line stands
/// @param read     what the line reads
/// @param ahead    how the open pathways stand and what comes next
/// @param hidden   whether there are values that the reader does not see
/// @param more     how many rows the table leaves out
public record OverviewPage(
        String path,
        String heading,
        boolean confirmed,
        List<Period> periods,
        String earlier,
        String later,
        Picture picture,
        String line,
        double lineX,
        List<Read> read,
        List<Ahead> ahead,
        List<Missing> missing,
        List<Latest> latest,
        List<Row> rows,
        int more,
        boolean hidden,
        Typing typing) {
    private static final int MOST_ROWS = 300;
    private static final double HEAD = 44;

    /// A way to another period.
    ///
    /// @param current `true` for the one that is shown, otherwise null
    public record Period(String text, String path, @Nullable String current) {}

    /// The picture.
    ///
    /// @param said   the finding in one sentence, for who does not see it
    /// @param breaks where the break stands; 0 for none
    public record Picture(
            Axis axis,
            double width,
            double height,
            List<Axis.Tick> ticks,
            List<Lane> lanes,
            double breaks,
            String said) {}

    /// One line of what is read at the line.
    public record Read(String name, String text) {}

    /// Something that the next decision needs.
    public record Missing(String name, String text, boolean there) {}

    /// The newest value of something.
    ///
    /// @param old whether it is older than the next decision may rest on
    public record Latest(
            String name, String value, boolean outside, String age, boolean old, String letter, String origin) {}

    /// A value in the table.
    ///
    /// @param back the address that takes it back; empty where it is none of the reader's
    public record Row(
            String day,
            String kind,
            String name,
            String value,
            String range,
            String unit,
            String origin,
            String back) {}

    /// What may be typed here.
    public record Typing(
            String today,
            List<Choice> statuses,
            String scale,
            List<Choice> levels,
            List<Choice> drugs,
            List<Choice> why) {}

    /// One choice.
    public record Choice(String key, String text) {}

    /// What of the course is asked for.
    record Asked(String period, LocalDate till, LocalDate line) {}

    static OverviewPage of(
            Course course,
            boolean hidden,
            Asked asked,
            String path,
            String ownUnit,
            UnaryOperator<String> units,
            ItemNames names,
            Texts texts) {
        var wording = new Wording(course.content(), names, texts);
        var first = first(course);
        int months = months(asked.period());
        var from = months == 0 || asked.till().minusMonths(months).isBefore(first)
                ? first
                : asked.till().minusMonths(months);
        var axis = new Axis(first, from, asked.till());
        var lanes = new Lanes(course, axis, wording, HEAD).drawn();
        var bottom = lanes.isEmpty()
                ? HEAD + 40
                : lanes.getLast().y() + lanes.getLast().height();
        var read = new ArrayList<Read>();
        for (var lane : lanes) {
            for (var reading : lane.said()) {
                read.add(new Read(reading.name(), reading.on(asked.line())));
            }
        }
        var in = course.values().stream()
                .filter(value -> axis.shows(value.fact().day()))
                .toList();
        return new OverviewPage(
                path,
                course.content().name().in(texts.language()),
                course.content().confirmed(),
                periods(asked, path, texts),
                from.isAfter(first)
                        ? link(path, asked.period(), asked.till().minusMonths(Math.max(1, months / 2)))
                        : "",
                asked.till().isBefore(course.today())
                        ? link(path, asked.period(), later(asked.till(), months, course.today()))
                        : "",
                new Picture(
                        axis,
                        Axis.WIDTH,
                        bottom + 6,
                        axis.ticks(texts.formats()),
                        lanes,
                        axis.broken() ? axis.start() - 5 : 0,
                        texts.text(
                                "overview.picture",
                                texts.formats().date(from),
                                texts.formats().date(asked.till()),
                                in.size())),
                texts.formats().date(asked.line()),
                axis.x(asked.line()),
                read,
                Ahead.of(course.pathways(), course.today(), texts),
                missing(course, wording, texts),
                latest(course, wording, texts),
                rows(in, wording, texts, path, ownUnit, units),
                Math.max(0, in.size() - MOST_ROWS),
                hidden,
                typing(course, wording, texts));
    }

    private static LocalDate first(Course course) {
        return Stream.concat(
                        course.values().stream().map(value -> value.fact().day()),
                        course.pathways().stream().map(one -> one.line().clock().start()))
                .min(Comparator.naturalOrder())
                .filter(day -> day.isBefore(course.today().minusDays(30)))
                .orElse(course.today().minusDays(30))
                .minusDays(5);
    }

    private static LocalDate later(LocalDate till, int months, LocalDate today) {
        var next = till.plusMonths(Math.max(1, months / 2));
        return next.isAfter(today) ? today : next;
    }

    static int months(String period) {
        return switch (period) {
            case "6" -> 6;
            case "12" -> 12;
            case "30" -> 30;
            case "60" -> 60;
            default -> 0;
        };
    }

    private static String link(String path, String period, LocalDate till) {
        return path + "?period=" + period + "&till=" + till;
    }

    private static List<Period> periods(Asked asked, String path, Texts texts) {
        return Stream.of("allt", "60", "30", "12", "6")
                .map(period -> new Period(
                        texts.text("overview.period." + period),
                        link(path, period, asked.till()),
                        period.equals(asked.period()) ? "true" : null))
                .toList();
    }

    private static List<Missing> missing(Course course, Wording wording, Texts texts) {
        return course.content().needed().stream()
                .map(need -> {
                    var newest = course.newest(need.item());
                    var awaited = course.awaited(need.item());
                    boolean there = course.has(need);
                    var name = wording.item(need.item());
                    if (there) {
                        return new Missing(name, texts.text("overview.missing.there"), true);
                    }
                    if (awaited.isPresent()) {
                        return new Missing(
                                name,
                                texts.text(
                                        "overview.missing.awaited",
                                        texts.formats()
                                                .date(awaited.get().fact().day()),
                                        course.age(awaited.get())),
                                false);
                    }
                    return new Missing(
                            name,
                            newest.map(value -> texts.text(
                                            "overview.missing.old",
                                            texts.formats().date(value.fact().day()),
                                            course.age(value),
                                            need.days()))
                                    .orElseGet(() -> texts.text("overview.missing.never")),
                            false);
                })
                .sorted(Comparator.comparing(Missing::there))
                .toList();
    }

    private static List<Latest> latest(Course course, Wording wording, Texts texts) {
        var items = new LinkedHashSet<String>();
        course.content().laboratory().forEach(line -> items.add(line.item().item()));
        items.add(course.content().performance().item().item());
        course.content().reported().forEach(item -> items.add(item.item()));
        course.content().tests().forEach(item -> items.add(item.item()));
        course.of(Kind.LABORATORY).forEach(fact -> items.add(fact.item()));
        course.of(Kind.PATIENT_REPORTED).forEach(fact -> items.add(fact.item()));
        var all = new ArrayList<Latest>();
        for (var item : items) {
            course.newest(item).ifPresent(value -> {
                var need = course.content().needed().stream()
                        .filter(one -> one.item().equals(item))
                        .findFirst();
                long age = course.age(value);
                all.add(new Latest(
                        wording.item(item),
                        wording.value(value.fact()),
                        wording.outside(value.fact()),
                        texts.text("overview.age", age),
                        need.filter(one -> one.days() > 0 && age > one.days()).isPresent(),
                        texts.text("overview.origin." + value.origin().key() + ".letter"),
                        texts.text("overview.origin." + value.origin().key())));
            });
        }
        return all;
    }

    private static List<Row> rows(
            List<ClinicalValue> values,
            Wording wording,
            Texts texts,
            String path,
            String ownUnit,
            UnaryOperator<String> units) {
        return values.reversed().stream()
                .limit(MOST_ROWS)
                .map(value -> {
                    var fact = value.fact();
                    var origin = value.origin().key();
                    boolean own = PatientValues.typedAt(value, ownUnit);
                    var until = fact.until();
                    return new Row(
                            texts.formats().date(fact.day())
                                    + (until == null || until.equals(fact.day())
                                            ? ""
                                            : "–" + texts.formats().date(until)),
                            texts.text("overview." + fact.kind().key()),
                            wording.named(fact),
                            fact.state() == State.AWAITED
                                    ? texts.text("overview.awaited.short")
                                    : wording.value(fact)
                                            + (fact.reason().isEmpty() ? "" : " · " + wording.reason(fact.reason())),
                            range(wording, value, texts),
                            units.apply(value.unit()),
                            texts.text("overview.origin." + origin),
                            own ? path + "/varde/" + value.id() + "/ta-bort" : "");
                })
                .toList();
    }

    private static String range(Wording wording, ClinicalValue value, Texts texts) {
        var low = value.fact().low();
        var high = value.fact().high();
        if (low == null && high == null) {
            return Formats.NONE;
        }
        var range = low == null
                ? texts.text("overview.atmost", Curve.written(texts.formats(), Objects.requireNonNull(high)))
                : high == null
                        ? texts.text("overview.atleast", Curve.written(texts.formats(), low))
                        : Curve.written(texts.formats(), low) + "–" + Curve.written(texts.formats(), high);
        return wording.outside(value.fact()) ? range + ", " + texts.text("overview.outside") : range;
    }

    private static Typing typing(Course course, Wording wording, Texts texts) {
        var scale = course.content().performance();
        var levels = new ArrayList<Choice>();
        for (int level = scale.lowest(); level <= scale.highest(); level += scale.step()) {
            levels.add(new Choice(String.valueOf(level), String.valueOf(level)));
        }
        return new Typing(
                course.today().toString(),
                course.content().statuses().stream()
                        .map(Content.Item::item)
                        .map(item -> new Choice(item, wording.item(item)))
                        .toList(),
                wording.item(scale.item().item()),
                levels,
                course.values().reversed().stream()
                        .filter(value -> value.fact().kind() == Kind.TREATMENT
                                && (value.fact().until() == null
                                        || value.fact().reason().isEmpty()))
                        .map(value -> new Choice(
                                value.id().toString(),
                                wording.drug(value.fact()) + ", "
                                        + texts.text(
                                                "overview.since",
                                                texts.formats()
                                                        .date(value.fact().day()))))
                        .toList(),
                Stream.of("planned", "progress", "toxicity", "patient", "other")
                        .map(why -> new Choice(why, wording.reason(why)))
                        .toList());
    }
}
